package xlsform

import (
	"slices"
	"strings"

	"loftet/surveys/form"
)

// control checks the row that begins a group or repeat.
func (r *reader) control(n *node, repeats map[string]bool) {
	at := n.get("type").place
	n.item.Kind = form.Group
	r.foreign(n)
	switch n.control {
	case "loop":
		r.fault(at, NotSupported, "loop", "Loops over a list are not supported. Write a group for each choice.")
	case "group":
		r.summary.Groups++
	case "repeat":
		r.summary.Repeats++
		n.item.Kind = form.Repeat
		if name := n.get("name"); repeats[n.name] {
			r.fault(name.place, DuplicateName, "repeat_twice", "Another repeat is called %q already.", n.name)
		} else if root := r.setting("name"); n.name == root || root == "" && n.name == "data" {
			r.fault(name.place, BadName, "repeat_as_form", "A repeat must not be called %q, like the form's data.", n.name)
		}
		repeats[n.name] = true
		if within(n.parent) != nil {
			r.fault(at, NotSupported, "nested_repeat", "A repeat in a repeat is not supported. Put the inner one outside, or ask for a fixed number.")
		}
		if count := n.get("control/jr:count"); count.text != "" && !reference.MatchString(count.text) {
			count.text = n.name + "_count" // ODK's converter makes a question of it
			r.claim(n.parent, count)
		}
	}
	if looks := strings.Fields(n.get("control/appearance").text); slices.Contains(looks, "table-list") {
		n.isTable = true
	}
	n.item.Label, n.item.Hint = r.texts(n.row, "label"), r.hint(n.row)
	if r.survey.ours() {
		r.own(n)
	}
	if n.item.Kind == form.Parts {
		n.item.Message, n.item.RequiredMessage = r.texts(n.row, "bind/jr:constraintMsg"), r.texts(n.row, "bind/jr:requiredMsg")
	}
}

// inTable checks that the questions of a group shown as a table share one list.
func (r *reader) inTable(n *node, list string) {
	group := n.parent
	for group != nil && !group.isTable {
		group = group.parent
	}
	switch {
	case group == nil:
	case group.table == "":
		group.table = list
		if filter := n.get("choice_filter"); filter.text != "" {
			r.fault(filter.place, BadParameters, "table_filter", "Choices of a table (table-list) cannot be filtered.")
		}
	case group.table != list:
		r.fault(n.get("type").place, UnknownList, "table_lists", "The questions of a table (table-list) choose from one list, here %q.", group.table)
	}
}

// within is the repeat that a node stands in, or is; nil of none.
func within(n *node) *node {
	for ; n != nil; n = n.parent {
		if n.control == "repeat" {
			return n
		}
	}
	return nil
}
