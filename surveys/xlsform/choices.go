package xlsform

import (
	"slices"
	"strings"

	"loftet/surveys/form"
)

// readLists reads the sheet choices: which rows make which list, and their faults.
func (r *reader) readLists() {
	if r.choices == nil || len(r.choices.rows) == 0 {
		return
	}
	if !r.choices.has("name") {
		r.fault(place{sheet: "choices", row: 1}, MissingHeader, "choices_columns", "The sheet choices needs a column name, and one list_name.")
		return
	}
	twice := r.mayShareNames()
	seen := make(map[string]place)
	for _, row := range r.choices.rows {
		list, name := row.get("list name").text, row.get("name")
		if list == "" {
			if !row.empty() {
				r.warn(row.in("list_name"), "choice_without_list", "The row names no list; it is left out.")
			}
			continue
		}
		r.lists[list] = append(r.lists[list], row)
		r.summary.Choices++
		if name.text == "" {
			r.fault(name.place, MissingName, "choice_without_name", "A choice of the list %q has no name.", list)
			continue
		}
		if !filled(row, "label", "media") {
			r.warn(row.in("label"), "choice_without_label", "The choice %q has no label; its name is shown.", name.text)
		}
		if first, known := seen[list+"\x00"+name.text]; known && !twice {
			r.fault(name.place, DuplicateChoice, "choice_twice", "The list %q has the choice %q in row %d already. Rename one of them.", list, name.text, first.row)
		} else if !known {
			seen[list+"\x00"+name.text] = name.place
		}
	}
}

// mayShareNames tells whether two choices of a list may have one name.
func (r *reader) mayShareNames() bool {
	is, _ := yes(r.setting("allow_choice_duplicates"))
	return is
}

// attributes are the columns of the sheet choices that a filter may look at.
func (r *reader) attributes() []int {
	var out []int
	if r.choices == nil {
		return nil
	}
	for i, path := range r.choices.paths {
		switch header := path[0]; {
		case r.choices.headers[i] == "" || len(path) > 1 || strings.ContainsAny(header, " "):
		case header == "label" || header == "media" || header == "name":
		default:
			out = append(out, i)
		}
	}
	return out
}

// finishLists makes the lists that questions choose from.
func (r *reader) finishLists() {
	for _, n := range r.nodes {
		list := n.item.List
		if list == "" || r.form.Lists[list] != nil {
			continue
		}
		if r.form.Lists == nil {
			r.form.Lists = make(map[string][]form.Choice)
		}
		rows, own := r.lists[list]
		if !own { // of a question to be confirmed
			r.form.Lists[list] = []form.Choice{{Name: confirmed, Label: form.Text{r.languages.first(): confirmed}}}
			continue
		}
		r.form.Lists[list] = r.list(list, rows)
	}
}

// confirmed is the one choice of a question that is confirmed.
const confirmed = "OK"

// usedAttributes are the columns in which any choice of a list has something.
func (r *reader) usedAttributes(rows []row) []int {
	var used []int
	for _, column := range r.attributes() {
		if slices.ContainsFunc(rows, func(one row) bool { return one.cells[column] != "" }) {
			used = append(used, column)
		}
	}
	return used
}

// attributeName is what a column of the sheet choices is called here.
func (r *reader) attributeName(column int) string {
	name := fit(r.choices.paths[column][0])
	if name == "name" || name == "label" {
		name += "_"
	}
	return name
}

func (r *reader) list(name string, rows []row) []form.Choice {
	used, seen := r.usedAttributes(rows), make(map[string]bool)
	filtered := slices.ContainsFunc(r.nodes, func(n *node) bool { return n.item.List == name && n.item.Filter != "" })
	var out []form.Choice
	for _, row := range rows {
		c := form.Choice{Name: row.get("name").text, Label: r.texts(row, "label")}
		for language, said := range c.Label {
			c.Label[language] = r.rename(said)
		}
		if own, apart := r.twice[name][row.place.row]; apart {
			r.warn(row.get("name").place, "choice_renamed", "The list has a choice %q already; in answers this one is called %q.", c.Name, own)
			c.Name = own
		}
		switch {
		case !seen[c.Name]:
		case filtered && r.mayShareNames():
			r.fault(row.get("name").place, NotSupported,
				"choice_twice_filtered", "Two choices of one name (%q) in a list that is filtered are not supported. Give each its own name.", c.Name)
			continue
		default:
			r.warn(row.get("name").place, "choice_left_out", "The list has the choice %q already; this one is left out.", c.Name)
			continue
		}
		seen[c.Name] = true
		if c.Label == nil {
			c.Label = form.Text{r.languages.first(): c.Name}
		}
		for _, column := range used {
			if c.Attributes == nil {
				c.Attributes = make(map[string]string)
			}
			if text := plainQuotes.Replace(row.cells[column]); text != "" {
				c.Attributes[r.attributeName(column)] = text
			}
		}
		out = append(out, c)
	}
	return out
}
