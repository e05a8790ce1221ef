package workbook

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/form"
)

var ownColumns = []column{
	{"name", models.Text{"nb": "Navn", "nn": "Namn", "en": "Name"}, 16, false},
	{"question", models.Text{"nb": "Spørsmål", "nn": "Spørsmål", "en": "Question"}, 60, false},
	{"group", models.Text{"nb": "Gruppe", "nn": "Gruppe", "en": "Group"}, 20, false},
	{"unit", models.Text{"nb": "Enhet", "nn": "Eining", "en": "Unit"}, 12, false},
	{"allowed", models.Text{"nb": "Slik svarer dere", "nn": "Slik svarar de", "en": "How to answer"}, 36, false},
	{"present", models.Text{"nb": "Svaret nå", "nn": "Svaret no", "en": "Answer now"}, 24, false},
	{"new", models.Text{"nb": "Nytt svar", "nn": "Nytt svar", "en": "New answer"}, 24, true},
	{slotKey, models.Text{"nb": "", "nn": "", "en": ""}, 0, false},
	{"version", models.Text{"nb": "", "nn": "", "en": ""}, 0, false},
}

// own writes the sheets of the own questions, without those of goals that are left out.
func (w *writer) own(own *owned, goals []surveys.ResponseGoal) {
	if own == nil {
		return
	}
	leftOut := map[int]bool{}
	for _, goal := range goals {
		leftOut[goal.Goal] = goal.LeftOut
	}
	w.choices(own)
	w.sheet(OwnSheet, ownColumns)
	sheets := []string{OwnSheet}
	row := firstRow
	for _, s := range own.slots("") {
		if !leftOut[s.goal] {
			w.ownLine(own, s, row)
			row++
		}
	}
	w.put(OwnSheet, 1, row+1, text(ownNote, w.lang), w.locked)
	w.finish(OwnSheet)
	for i, name := range own.Asked.Repeats() {
		if repeat, goal, _, _ := own.Asked.Item(name); !leftOut[goal] && len(own.columns(name)) > 0 {
			w.repeat(own, rowsSheet(i), repeat)
			sheets = append(sheets, rowsSheet(i))
		}
	}
	for i, name := range sheets {
		w.try(func() error { return w.book.SetCellStr(listName, "H"+strconv.Itoa(firstSheet+i), name) })
	}
}

// sheet begins a sheet.
func (w *writer) sheet(name string, columns []column) {
	w.try(func() error { _, err := w.book.NewSheet(name); return err })
	w.named(name, columns)
}

// choices writes the lists that cells are chosen from, each in a column of its own,
// under a first row without names: so they are passed over when the book is read.
func (w *writer) choices(own *owned) {
	w.try(func() error { _, err := w.book.NewSheet(choiceName); return err })
	w.ranges = map[string]string{}
	for _, item := range own.Asked.Items() {
		words := own.choices(item)
		if _, there := w.ranges[listKey(item)]; there || len(words) == 0 {
			continue
		}
		column := len(w.ranges)
		for row, one := range words {
			w.put(choiceName, column, row+2, one.text, 0)
		}
		w.ranges[listKey(item)] = listRange(choiceName, column+1, 2, len(words))
	}
	w.try(func() error { return w.book.SetSheetVisible(choiceName, false, true) })
}

// listKey tells lists apart: the same one may be with and without "other".
func listKey(item *form.Item) string {
	return fmt.Sprint(item.Kind == form.YesNo, item.Other, item.List)
}

// choose lets a cell hold only one of the choices, where one is chosen.
func (w *writer) choose(own *owned, sheet string, col, row int, s slot) {
	if s.part == nil && (s.item.Kind == form.ChoiceOf || s.item.Kind == form.YesNo) && len(own.choices(s.item)) > 0 {
		w.drop(sheet, col, row, w.ranges[listKey(s.item)])
	}
}

func (w *writer) ownLine(own *owned, s slot, row int) {
	asked := own.asked(s)
	value, version := own.value(s, 0)
	values := map[string]any{"name": s.item.Name, "group": asked.Around, "question": asked.Label, "unit": asked.Unit,
		"allowed": own.allowed(s), "present": own.cell(s, value), slotKey: s.key(), "version": strconv.Itoa(version)}
	style := w.plain
	switch {
	case s.part != nil:
		values["question"], values["unit"] = "– "+cmp.Or(own.say(s.part.Label), s.part.Name), own.say(s.part.Unit)
	case s.item.Kind == form.Parts:
		values["present"], values[slotKey], style = "", "", w.locked
	case asked.Hint != "":
		values["question"] = asked.Label + "\n" + asked.Hint
	}
	for i, c := range ownColumns {
		if c.key == "new" {
			w.put(OwnSheet, i, row, "", style)
			w.choose(own, OwnSheet, i, row, s)
			continue
		}
		w.put(OwnSheet, i, row, cmp.Or[any](values[c.key], ""), w.locked)
	}
}

// repeat writes the sheet of a repeat: a row for each of its rows with what is answered
// there, and some more where people add rows.
func (w *writer) repeat(own *owned, sheet string, repeat *form.Item) {
	slots := own.columns(repeat.Name)
	head := []column{{rowKey, models.Text{w.lang: strings.TrimSpace(own.say(repeat.Label) + " – " + text(rowWord, w.lang))}, 16, false}}
	for _, s := range slots {
		head = append(head, column{s.key(), models.Text{w.lang: own.headOf(s)}, 24, true})
	}
	w.sheet(sheet, append(head, column{slotKey, nil, 0, false}, column{markKey, nil, 0, false}))
	numbers, next := own.rows(repeat.Name)
	line := firstRow
	write := func(number int, key string) {
		w.put(sheet, 0, line, float64(line-firstRow+1), w.locked)
		marks := make([]string, len(slots))
		for i, s := range slots {
			value, version := own.value(s, number)
			marks[i] = strconv.Itoa(version) + ":" + stamp(value)
			w.put(sheet, i+1, line, own.cell(s, value), w.plain)
			w.choose(own, sheet, i+1, line, s)
		}
		w.put(sheet, len(slots)+1, line, key, w.locked)
		w.put(sheet, len(slots)+2, line, strings.Join(marks, " "), w.locked)
		line++
	}
	for _, number := range numbers {
		write(number, strconv.Itoa(number))
	}
	for i := range min(moreRows, form.MaxRows-len(numbers)) {
		if repeat.Count == "" {
			write(next+i, addedRow+strconv.Itoa(next+i))
		}
	}
	w.put(sheet, 0, line+1, text(ownNote, w.lang), 0)
	w.finish(sheet)
}

// headOf says what a column of a repeat asks, and how to answer.
func (o *owned) headOf(s slot) string {
	asked := o.asked(s)
	label, unit := asked.Label, asked.Unit
	if s.part != nil {
		label, unit = label+" – "+cmp.Or(o.say(s.part.Label), s.part.Name), o.say(s.part.Unit)
	}
	if unit != "" {
		label += " (" + unit + ")"
	}
	return label + "\n" + o.allowed(s)
}
