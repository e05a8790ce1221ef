package workbook

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"loftet/internal/csvtable"
	"loftet/surveys"
)

// writer fills a book.
type writer struct {
	book          *excelize.File
	lang          string
	locked, typed int               // styles
	plain, head   int               // of cells that keep what is typed as text, and of names
	ranges        map[string]string // where the choices of own questions stand
	row           int
	err           error
}

// Write makes the book of a response: all questions that are not left out, with what
// is known of each and what is answered; own are the questionnaire's own ones, nil
// where it has none. Lang is nb, nn or en.
func Write(response uuid.UUID, goals []surveys.ResponseGoal, own *surveys.OwnQuestions, lang string) ([]byte, error) {
	w := &writer{book: excelize.NewFile(), lang: lang, row: firstRow}
	defer func() { _ = w.book.Close() }()
	w.prepare(response)
	for _, goal := range goals {
		if goal.LeftOut {
			continue
		}
		for _, q := range goal.Questions {
			w.question(q)
		}
	}
	w.finish(Sheet)
	w.own(ownedBy(own, lang), goals)
	if w.err != nil {
		return nil, fmt.Errorf("write workbook: %w", w.err)
	}
	out, err := w.book.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return out.Bytes(), nil
}

// try notes the first fault; nothing is done after it.
func (w *writer) try(do func() error) {
	if w.err == nil {
		w.err = do()
	}
}

func (w *writer) prepare(response uuid.UUID) {
	w.try(func() error { return w.book.SetSheetName("Sheet1", Sheet) })
	w.try(func() (err error) {
		wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
		if w.locked, err = w.book.NewStyle(&excelize.Style{Alignment: wrap, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F1F2F4"}}}); err != nil {
			return err
		}
		open := &excelize.Protection{Locked: false}
		if w.typed, err = w.book.NewStyle(&excelize.Style{Alignment: wrap, Protection: open}); err != nil {
			return err
		}
		if w.plain, err = w.book.NewStyle(&excelize.Style{Alignment: wrap, Protection: open, NumFmt: 49}); err != nil {
			return err
		}
		w.head, err = w.book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true}})
		return err
	})
	w.named(Sheet, columns)
	w.lists(response)
}

// named names the columns of a sheet, with their keys, hidden, above.
func (w *writer) named(sheet string, columns []column) {
	for i, c := range columns {
		name, _ := excelize.ColumnNumberToName(i + 1)
		w.put(sheet, i, 1, c.key, 0)
		w.put(sheet, i, 2, text(c.label, w.lang), w.head)
		w.try(func() error {
			if c.width == 0 {
				return w.book.SetColVisible(sheet, name, false)
			}
			return w.book.SetColWidth(sheet, name, name, c.width)
		})
	}
	w.try(func() error { return w.book.SetRowVisible(sheet, 1, false) })
}

// lists writes the words to choose from, and whose book it is.
func (w *writer) lists(response uuid.UUID) {
	w.try(func() error { _, err := w.book.NewSheet(listName); return err })
	for i, words := range [][]word{stateWords(w.lang), qualityWords(w.lang), choiceWords(w.lang), yesNo(w.lang)} {
		for row, one := range words {
			cell, _ := excelize.CoordinatesToCellName(i+1, row+1)
			w.try(func() error { return w.book.SetCellStr(listName, cell, one.text) })
		}
	}
	w.try(func() error { return w.book.SetCellStr(listName, "H1", response.String()) })
	w.try(func() error { return w.book.SetCellStr(listName, "H2", w.lang) })
	w.try(func() error { return w.book.SetSheetVisible(listName, false, true) })
}

func (w *writer) set(col, row int, value any, style int) { w.put(Sheet, col, row, value, style) }

// put writes a text, or a figure where the value is one.
func (w *writer) put(sheet string, col, row int, value any, style int) {
	cell, _ := excelize.CoordinatesToCellName(col+1, row)
	w.try(func() error {
		if s, ok := value.(string); ok {
			return w.book.SetCellStr(sheet, cell, csvtable.Neutral(s))
		}
		return w.book.SetCellValue(sheet, cell, value)
	})
	if style != 0 {
		w.try(func() error { return w.book.SetCellStyle(sheet, cell, cell, style) })
	}
}

func (w *writer) question(q surveys.AnsweredQuestion) {
	in, d, asked := inputOf(q.Answer), q.Question.Definition, q.GivenBy == nil
	values := map[string]any{
		"code": d.Code, "question": text(d.Name, w.lang) + ": " + text(d.Question, w.lang), "unit": text(d.Unit, w.lang),
		"statistic": figure(q.Statistic), "lastRound": figure(q.LastRound), "reason": in.Reason, "source": in.Source, "comment": in.Comment,
		"overrideReason": in.OverrideReason, "priorityReason": in.PriorityReason, "caseNumber": in.CaseNumber, "key": d.Code, "mark": mark(in),
	}
	if q.Answer != nil {
		values["version"] = strconv.Itoa(q.Answer.Version)
		values["state"] = wordOf(stateWords(w.lang), string(in.State))
		values["quality"] = wordOf(qualityWords(w.lang), in.Quality)
	}
	if in.Internal {
		values["internal"] = wordOf(yesNo(w.lang), "yes")
	}
	switch {
	case in.Choice != "":
		values["value"] = wordOf(choiceWords(w.lang), in.Choice)
	case in.Value != nil:
		values["value"] = *in.Value
	}
	if !asked {
		values["question"] = fmt.Sprintf("%s\n(%s %s)", values["question"], text(givenBy, w.lang), cmp.Or(q.GivenBy.Label.In([]string{w.lang}), q.GivenBy.Name))
	}
	w.line(values, asked && len(d.Parts) == 0)
	w.validate("state", 1, len(states))
	w.validate("quality", 2, len(qualities))
	w.validate("internal", 4, 2)
	if d.Type == "yes_partly_no" {
		w.validate("value", 3, len(choices))
	}
	w.row++
	for _, part := range d.Parts {
		values := map[string]any{"code": d.Code, "question": "– " + text(part.Label, w.lang), "key": d.Code + "#" + part.Key}
		if value, given := in.Parts[part.Key]; given {
			values["value"] = value
			if !whole(part) {
				values["value"] = wordOf(yesNo(w.lang), map[bool]string{true: "yes", false: "no"}[value == 1])
			}
		}
		w.line(values, asked)
		if !whole(part) {
			w.validate("value", 4, 2)
		}
		w.row++
	}
}

// line writes one row. Cells that nobody writes in are locked; so is the value of a
// question that is worked out from its parts, or given by an own question.
func (w *writer) line(values map[string]any, valued bool) {
	part := values["mark"] == nil
	for i, c := range columns {
		style := w.locked
		if c.typed && (valued || c.key != "value") && (!part || c.key == "value") {
			style = w.typed
		}
		value := values[c.key]
		if value == nil {
			value = ""
		}
		w.set(i, w.row, value, style)
	}
}

// validate lets a cell of this row hold only words of a list.
func (w *writer) validate(key string, list, n int) {
	for i, c := range columns {
		if c.key != key {
			continue
		}
		w.drop(Sheet, i, w.row, listRange(listName, list, 1, n))
	}
}

// listRange names n cells of a column, counted from 1, the first one in row from.
func listRange(sheet string, column, from, n int) string {
	name, _ := excelize.ColumnNumberToName(column)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", sheet, name, from, name, from+n-1)
}

// drop lets a cell hold only words of a list.
func (w *writer) drop(sheet string, col, row int, from string) {
	cell, _ := excelize.CoordinatesToCellName(col+1, row)
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(cell)
	rule.SetSqrefDropList(from)
	w.try(func() error { return w.book.AddDataValidation(sheet, rule) })
}

// finish freezes the head of a sheet, and locks what nobody writes in.
func (w *writer) finish(sheet string) {
	w.try(func() error {
		return w.book.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 2, XSplit: 2, TopLeftCell: "C3", ActivePane: "bottomRight"})
	})
	w.try(func() error {
		return w.book.ProtectSheet(sheet, &excelize.SheetProtectionOptions{FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true, Sort: true, AutoFilter: true})
	})
}

func figure(f *surveys.Figure) any {
	if f == nil || f.Value == nil {
		return ""
	}
	return *f.Value
}

func wordOf(words []word, value string) string {
	for _, w := range words {
		if w.value == value {
			return w.text
		}
	}
	return ""
}
