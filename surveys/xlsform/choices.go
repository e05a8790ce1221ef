package xlsform

import (
	"strings"

	"loftet/surveys/form"
)

// readLists reads the sheet choices: which rows make which list, and their faults.
func (r *reader) readLists() {
	if r.choices == nil || len(r.choices.rows) == 0 {
		return
	}
	if !r.choices.has("name") {
		r.fault(place{sheet: "choices", row: 1}, MissingHeader, "The sheet choices needs a column name, and one list_name.")
		return
	}
	twice, _ := yes(r.setting("allow_choice_duplicates"))
	seen := make(map[string]place)
	for _, row := range r.choices.rows {
		list, name := row.get("list name").text, row.get("name")
		if list == "" {
			if !row.empty() {
				r.warn(row.in("list_name"), "The row names no list; it is left out.")
			}
			continue
		}
		r.lists[list] = append(r.lists[list], row)
		r.summary.Choices++
		if name.text == "" {
			r.fault(name.place, MissingName, "A choice of the list %q has no name.", list)
			continue
		}
		if !filled(row, "label", "media") {
			r.warn(row.in("label"), "The choice %q has no label; its name is shown.", name.text)
		}
		if first, known := seen[list+"\x00"+name.text]; known && !twice {
			r.fault(name.place, DuplicateChoice, "The list %q has the choice %q in row %d already. Rename one of them.", list, name.text, first.row)
		} else if !known {
			seen[list+"\x00"+name.text] = name.place
		}
	}
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
	columns := r.attributes()
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
			r.form.Lists[list] = []form.Choice{{Name: "OK", Label: form.Text{r.languages.first(): "OK"}}}
			continue
		}
		r.form.Lists[list] = r.list(rows, columns)
	}
}

func (r *reader) list(rows []row, columns []int) []form.Choice {
	var used []int // those that any choice of the list has
	for _, column := range columns {
		for _, row := range rows {
			if row.cells[column] != "" {
				used = append(used, column)
				break
			}
		}
	}
	var out []form.Choice
	for _, row := range rows {
		c := form.Choice{Name: row.get("name").text, Label: r.texts(row, "label")}
		if c.Label == nil {
			c.Label = form.Text{r.languages.first(): c.Name}
		}
		for _, column := range used {
			if c.Attributes == nil {
				c.Attributes = make(map[string]string)
			}
			c.Attributes[r.choices.paths[column][0]] = plainQuotes.Replace(row.cells[column])
		}
		out = append(out, c)
	}
	return out
}
