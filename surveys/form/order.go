package form

import (
	"maps"
	"slices"

	"loftet/internal/expr"
	"loftet/internal/fault"
)

// settleCalculations finds what type each calculation gives, one layer after the
// other: first those that look at answers alone.
func (c *Compiled) settleCalculations() (map[string]expr.Type, faults) {
	var found faults
	settled := map[string]expr.Type{}
	waiting := map[*node][]string{}
	for _, n := range c.nodes {
		if n.item.Kind == Calculated {
			waiting[n] = c.calculationsIn(expr.ReferencesIn(n.item.Calculate))
		}
	}
	for len(waiting) > 0 {
		var layer []*node
		for _, n := range c.nodes {
			if names, waits := waiting[n]; waits && !slices.ContainsFunc(names, func(name string) bool { return !known(settled, name) }) {
				layer = append(layer, n)
			}
		}
		if len(layer) == 0 {
			for _, n := range c.nodes {
				if _, waits := waiting[n]; waits && c.returns(n, waiting) {
					found.add(n, "calculate", "form_circle", "name", n.item.Name)
				}
			}
			return nil, found
		}
		for _, n := range c.nodes {
			n.is = n.settle(settled)
		}
		w := writer{Compiled: c, scopes: map[scopeKey]*expr.Scope{}}
		for _, n := range layer {
			text := n.item.Calculate
			is := expr.Any
			if compiled := w.compile(n, "calculate", &text, scopeKey{row: n.row}, expr.Any); compiled != nil {
				is = compiled.Type()
			}
			if !slices.ContainsFunc([]expr.Type{expr.Number, expr.Text, expr.Bool, expr.Texts, expr.Any}, is.Is) {
				w.found.add(n, "calculate", "form_calculation_type")
			}
			settled[n.item.Name] = is
			delete(waiting, n)
		}
		found = append(found, w.found...)
	}
	return settled, found
}

func known(settled map[string]expr.Type, name string) bool {
	_, there := settled[name]
	return there
}

// calculationsIn gives the calculations that an expression looks at.
func (c *Compiled) calculationsIn(of expr.References) []string {
	var all []string
	for before := range c.looksAt(of) {
		if before.item.Kind == Calculated {
			all = append(all, before.item.Name)
		}
	}
	return all
}

// looksAt gives the items that an expression looks at; in the rows of a repeat
// those whose fields it reads.
func (c *Compiled) looksAt(of expr.References) map[*node]bool {
	all := map[*node]bool{}
	for _, name := range of.Names {
		n := c.named[name]
		if n == nil {
			continue // value, choice, or a name that nobody knows
		}
		all[n] = true
		if n.item.Kind != Repeat {
			continue
		}
		for _, field := range of.Fields {
			if inner := c.named[field]; inner != nil && inner.row == n {
				all[inner] = true
			}
		}
	}
	return all
}

// returns tells whether the calculations that a node waits for lead back to it.
func (c *Compiled) returns(from *node, waiting map[*node][]string) bool {
	seen := map[*node]bool{}
	next := []*node{from}
	for len(next) > 0 {
		at := next[0]
		next = next[1:]
		for _, name := range waiting[at] {
			n := c.named[name]
			if n == from {
				return true
			}
			if !seen[n] {
				seen[n] = true
				next = append(next, n)
			}
		}
	}
	return false
}

// sort puts the items in an order in which each comes after what its value depends
// on, and refuses circles.
func (c *Compiled) sort() []fault.Field {
	var found faults
	const open, done = 1, 2
	state := make([]int, len(c.nodes))
	var visit func(n *node) bool
	visit = func(n *node) bool {
		if state[n.at] != 0 {
			return state[n.at] == done
		}
		state[n.at] = open
		for _, before := range c.needs(n) {
			if !visit(before) && len(found) == 0 {
				found.add(n, "", "form_circle", "name", before.item.Name)
			}
		}
		state[n.at] = done
		c.order = append(c.order, n)
		return true
	}
	for _, n := range c.nodes {
		visit(n)
	}
	return found
}

// needs gives what must be known before the value of a node is, in the order of the
// document: what it stands in, and what its value hangs on.
func (c *Compiled) needs(n *node) []*node {
	all := map[*node]bool{}
	if n.within != nil {
		all[n.within] = true
	}
	for _, e := range []*expr.Expression{n.visible, n.calculate, n.count} {
		if e != nil {
			maps.Copy(all, c.looksAt(e.References))
		}
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b *node) int { return a.at - b.at })
}
