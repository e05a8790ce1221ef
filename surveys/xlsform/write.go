package xlsform

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/said"
)

// Write writes a form as a file of the ending, .xlsx or .csv. Reading it gives the
// same form; where that cannot be, the error is Faults that say why.
func Write(f form.Form, ending string) ([]byte, error) {
	compiled, found := form.Compile(f)
	if len(found) > 0 {
		return nil, fmt.Errorf("the form has faults: %s %s", found[0].Path, found[0].Code)
	}
	w := &writer{form: used(compiled.Form())}
	w.write()
	if len(w.faults) > 0 {
		return nil, w.faults
	}
	again, err := w.readBack()
	if err == nil && w.keepExact(again) {
		again, err = w.readBack()
	}
	if err != nil {
		return nil, err
	}
	if !same(w.form, again) {
		w.fault(place{}, NotSupported, "export_differs", "The form would not come back the same: %s.", w.firstDifference(again))
		return nil, w.faults
	}
	return w.encode(ending)
}

// used is a form without the lists that no question chooses from.
func used(f form.Form) form.Form {
	lists := make(map[string][]form.Choice)
	each(f.Items, func(item *form.Item) {
		if list, there := f.Lists[item.List]; there {
			lists[item.List] = list
		}
	})
	f.Lists = lists
	return f
}

// each visits all items.
func each(items []form.Item, visit func(*form.Item)) {
	for i := range items {
		visit(&items[i])
		each(items[i].Items, visit)
	}
}

func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errors.Join(errX, errY) == nil && string(x) == string(y)
}

// writer writes one form.
type writer struct {
	findings
	form    form.Form
	names   names
	survey  output
	choices output
	setting output
	places  map[string]int // rows of items in the output, by name
}

func (w *writer) write() {
	w.names = exported(w.form.Items)
	w.places = make(map[string]int)
	w.survey = output{name: "survey", order: surveyOrder}
	w.choices = output{name: "choices", order: []string{"list_name", "name", "label"}}
	w.setting = output{name: "settings", order: []string{"form_title", "form_id", "version", "default_language"}}
	w.writeSettings()
	w.writeItems(w.form.Items, "")
	w.writeLists()
}

func (w *writer) writeSettings() {
	row := record{"form_id": w.form.ID, "version": w.form.Version}
	first := w.form.Languages[0]
	row["form_title"] = w.form.Title[first]
	if first != NoLanguage {
		row["default_language"] = languageName(first)
	}
	for language, text := range w.form.Title {
		if language != first {
			row["loftet::title::"+languageName(language)] = text
		}
	}
	if len(w.form.Languages) > 1 || first != NoLanguage {
		row["loftet::languages"] = strings.Join(w.form.Languages, "|")
	}
	w.setting.rows = append(w.setting.rows, row)
}

func (w *writer) writeLists() {
	done := make(map[string]bool)
	each(w.form.Items, func(item *form.Item) {
		list := item.List
		if item.Kind == form.YesNo {
			list = w.names.yesNo
		}
		if list == "" || done[list] {
			return
		}
		done[list] = true
		if item.Kind == form.YesNo {
			for _, name := range []string{"yes", "no"} {
				row := record{"list_name": list, "name": name}
				w.texts(row, "label", yesOrNo(name, w.form.Languages))
				w.choices.rows = append(w.choices.rows, row)
			}
			return
		}
		for _, choice := range w.form.Lists[list] {
			row := record{"list_name": list, "name": choice.Name}
			for attribute, value := range choice.Attributes {
				row[attribute] = value
			}
			w.texts(row, "label", w.named(choice.Label))
			w.choices.rows = append(w.choices.rows, row)
		}
	})
}

// texts writes a text in all its languages.
func (w *writer) texts(row record, column string, text form.Text) {
	for language, said := range text {
		row[w.column(column, language)] = said
	}
}

// column is the column of a text in a language. Texts whose language the form
// doesn't name stand in a column without one.
func (w *writer) column(column, language string) string {
	if language == NoLanguage && w.form.Languages[0] == NoLanguage {
		return column
	}
	return column + "::" + languageName(language)
}

// readBack reads what was written.
func (w *writer) readBack() (form.Form, error) {
	r := newReader()
	r.readBook(w.book(), "form")
	r.sort()
	if len(r.faults) > 0 {
		return form.Form{}, r.faults
	}
	return used(r.form), nil
}

// keepExact adds the expressions that XPath says in other words than they were
// written in; it tells whether there are any.
func (w *writer) keepExact(again form.Form) bool {
	back := make(map[string]form.Item)
	each(again.Items, func(item *form.Item) { back[item.Name] = *item })
	any := false
	each(w.form.Items, func(item *form.Item) {
		read, there := back[item.Name]
		if !there {
			return
		}
		ours, theirs := expressions(item), expressions(&read)
		for i, column := range exactColumns {
			if *ours[i] != *theirs[i] && *ours[i] != "" {
				w.survey.rows[w.places[item.Name]]["loftet::"+column] = *ours[i]
				any = true
			}
		}
	})
	return any
}

// exactColumns are called as the parts of an item that hold expressions, in the
// order of expressions.
var exactColumns = []string{"visible", "required", "constraint", "calculate", "default", "filter", "count"}

func expressions(item *form.Item) []*string {
	return []*string{&item.Visible, &item.Required, &item.Constraint, &item.Calculate, &item.Default, &item.Filter, &item.Count}
}

func (w *writer) firstDifference(again form.Form) said.Sentence {
	back := make(map[string]form.Item)
	each(again.Items, func(item *form.Item) { back[item.Name] = *item })
	first := said.As("export_order", "its order, languages or lists")
	each(w.form.Items, func(item *form.Item) {
		a, b := *item, back[item.Name]
		a.Items, b.Items = nil, nil
		if first.Key == "export_order" && !same(a, b) {
			first = said.As("export_item", "the item %s", item.Name)
		}
	})
	return first
}
