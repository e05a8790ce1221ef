package form

import (
	"strconv"

	"loftet/internal/expr"
)

// node is an item in its place.
type node struct {
	item   *Item
	at     int    // among all
	path   string // in the document, such as items.2.items.0
	within *node  // the group or repeat it stands in, nil outermost
	row    *node  // the repeat it is asked once per row of, nil for none
	inside []*node

	visible, required, constraint, calculate, initial, filter, count *expr.Expression

	is expr.Type // of its value
}

// tree makes the nodes of items in the order of the document; every list of
// items is copied, so that the form that was handed in stays as it is.
func tree(items []Item, path string, within, row *node, all *[]*node) []*node {
	var nodes []*node
	for i := range items {
		item := &items[i]
		n := &node{item: item, path: path + "." + strconv.Itoa(i), within: within, row: row}
		*all = append(*all, n)
		nodes = append(nodes, n)
		inner := row
		if item.Kind == Repeat {
			inner = n
		}
		item.Items = append([]Item(nil), item.Items...)
		n.inside = tree(item.Items, n.path+".items", n, inner, all)
		if item.Other && item.Kind.listed() {
			said := otherText(item)
			other := &node{item: said, path: n.path, within: within, row: row}
			*all = append(*all, other)
			nodes = append(nodes, other)
		}
	}
	return nodes
}

// otherText is the text that goes with "other".
func otherText(item *Item) *Item {
	chosen := `selected(` + item.Name + `, "` + OtherChoice + `")`
	return &Item{Kind: ShortText, Name: OtherName(item.Name), Goal: item.Goal, Visible: chosen, Required: "true"}
}

// outermost gives the goal that the page of an item is of.
func (n *node) goal() int {
	for n.within != nil {
		n = n.within
	}
	return n.item.Goal
}

// type of the value, once calculations below it are known.
func (n *node) settle(calculated map[string]expr.Type) expr.Type {
	switch n.item.Kind {
	case Parts:
		fields := map[string]expr.Type{}
		for _, part := range n.item.Parts {
			fields[part.Name] = expr.Number
		}
		return expr.Record("parts."+n.item.Name, fields)
	case Repeat:
		fields := map[string]expr.Type{}
		for _, inner := range n.each() {
			if inner.item.Kind.valued() {
				fields[inner.item.Name] = inner.settle(calculated)
			}
		}
		return expr.ListOf(expr.Record("rows."+n.item.Name, fields))
	case Calculated:
		return calculated[n.item.Name]
	}
	return kinds[n.item.Kind]
}

// each gives all nodes inside a group or repeat, in the order of the document.
func (n *node) each() []*node {
	var all []*node
	for _, inner := range n.inside {
		all = append(all, inner)
		all = append(all, inner.each()...)
	}
	return all
}
