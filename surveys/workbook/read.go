package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"loftet/indicators"
	"loftet/internal/csvtable"
	"loftet/internal/fault"
	"loftet/surveys"
	"loftet/surveys/xlsform/table"
)

// Limits of a book, besides those of any table. That of a catalogue with hundreds of questions stays far below.
const (
	maxRows   = 5000
	maxFaults = 200
)

// Fault is a cell that must be mended.
type Fault struct {
	Place
	Code string // of the question
	fault.Field
}

// Place is a cell of a sheet, such as "G12".
type Place struct{ Sheet, Cell string }

// Reading is what was read of a book: the rows that somebody changed, in their order.
type Reading struct {
	Rows   []surveys.FilledRow
	Cells  map[string]map[string]string // by code and field: the cell it stands in
	Faults []Fault

	Entries []surveys.FilledEntry // of the own questions
	Places  map[string]Place      // of them, by [placeKey]
}

// PlaceOf gives the cell that a field of an answer stands in: of an indicator by its
// code, of an own question by its name and the row of a repeat.
func (r Reading) PlaceOf(code string, row int, field string) Place {
	if _, own := r.Places[placeKey(code, row, "")]; own {
		return r.entryPlace(code, row, field)
	}
	return Place{Sheet, r.cellOf(code, field)}
}

// cellOf gives the cell of a field; that of the code where the field has none of its
// own.
func (r Reading) cellOf(code, field string) string {
	cells := r.Cells[code]
	for _, name := range []string{field, map[string]string{"choice": "value"}[field], "code"} {
		if cell := cells[name]; cell != "" {
			return cell
		}
	}
	return ""
}

// Read reads a book of a response. Questions are those that are asked, own the
// questionnaire's own ones, nil for none. A file that is none of its books is a fault
// Invalid.
func Read(file []byte, response uuid.UUID, questions []indicators.Indicator, own *surveys.OwnQuestions) (Reading, error) {
	book, err := table.Read("book.xlsx", file)
	if err != nil {
		return Reading{}, notOurs()
	}
	whose, lang := ownerOf(book)
	if whose == "" {
		return Reading{}, notOurs()
	}
	if whose != response.String() {
		return Reading{}, fault.InvalidFields(fault.OnField("file", "workbook_of_another"))
	}
	r := &reader{lang: lang, asked: map[string]indicators.Indicator{}, place: map[string]int{},
		rows: map[string]*line{}, reading: Reading{Cells: map[string]map[string]string{}}}
	for _, q := range questions {
		r.asked[q.Code] = q
	}
	if err := r.read(sheetOf(book, Sheet)); err != nil {
		return Reading{}, err
	}
	if own == nil {
		return r.reading, nil
	}
	err = readOwn(book, ownedBy(own, lang), &r.reading)
	return r.reading, err
}

func notOurs() error { return fault.InvalidFields(fault.OnField("file", "workbook_unknown")) }

// reader reads one book.
type reader struct {
	lang    string
	asked   map[string]indicators.Indicator
	place   map[string]int // of a column by its key, from 1
	order   []string
	rows    map[string]*line
	reading Reading
}

// line is the answer to one question while it is read.
type line struct {
	in      surveys.AnswerInput
	version int
	mark    string
	faulty  bool
}

func (r *reader) read(sheet table.Sheet) error {
	for i, key := range sheet.Header {
		r.place[key] = i + 1
	}
	if r.place["key"] == 0 || r.place["value"] == 0 || r.place["mark"] == 0 || r.place["version"] == 0 || r.place["state"] == 0 {
		return notOurs()
	}
	for _, row := range sheet.Rows {
		if row.Number >= maxRows || len(r.reading.Faults) >= maxFaults {
			break
		}
		if row.Number >= firstRow {
			r.row(row)
		}
	}
	r.collect()
	return nil
}

// sheetOf gives the sheet of a name, an empty one where there is none.
func sheetOf(book table.Book, name string) table.Sheet {
	for _, sheet := range book {
		if sheet.Name == name {
			return sheet
		}
	}
	return table.Sheet{}
}

// ownerOf gives the response that a book is of and the language it is in, as
// [Write] noted them; nothing where it did not.
func ownerOf(book table.Book) (response, lang string) {
	list := sheetOf(book, listName)
	if len(list.Header) <= ownerColumn || len(list.Rows) == 0 {
		return "", ""
	}
	return list.Header[ownerColumn], list.Rows[0].Cells[ownerColumn]
}

// collect gives the rows that say something else than they did.
func (r *reader) collect() {
	for _, code := range r.order {
		row := r.rows[code]
		if row.faulty || mark(row.in) == row.mark || blank(row.in) {
			continue
		}
		if row.in.State == "" {
			row.in.State = surveys.Value
		}
		r.reading.Rows = append(r.reading.Rows, surveys.FilledRow{Code: code, Version: row.version, Input: row.in})
	}
}

// blank tells whether nothing was written: an empty row takes no answer away.
func blank(in surveys.AnswerInput) bool {
	return in.State == "" && in.Value == nil && in.Choice == "" && len(in.Parts) == 0 && in.Reason == "" && in.Quality == "" && in.Source == "" &&
		in.Comment == "" && in.OverrideReason == "" && in.PriorityReason == "" && in.CaseNumber == "" && !in.Internal
}

func (r *reader) row(at table.Row) {
	number, cells := at.Number, at.Cells
	get := func(key string) string {
		if i := r.place[key]; i > 0 && i <= len(cells) {
			return strings.TrimSpace(csvtable.Plain(strings.TrimSpace(cells[i-1])))
		}
		return ""
	}
	code, part, inPart := strings.Cut(get("key"), "#")
	if code == "" {
		return
	}
	q, asked := r.asked[code]
	if !asked {
		r.fault(number, "code", code, "workbook_question")
		return
	}
	if inPart {
		r.part(at, q, part, get("value"))
		return
	}
	if r.rows[code] != nil {
		r.fault(number, "code", code, "repeated")
		return
	}
	row := &line{mark: get("mark")}
	row.version, _ = strconv.Atoi(get("version"))
	row.in.Reason, row.in.Source, row.in.Comment = r.text(number, code, "reason", get, 4000), r.text(number, code, "source", get, 300), r.text(number, code, "comment", get, 4000)
	row.in.OverrideReason, row.in.PriorityReason = r.text(number, code, "overrideReason", get, 4000), r.text(number, code, "priorityReason", get, 4000)
	row.in.CaseNumber = r.text(number, code, "caseNumber", get, 60)
	row.in.State = surveys.AnswerState(r.choose(number, code, "state", get, stateWords(r.lang)))
	row.in.Quality = r.choose(number, code, "quality", get, qualityWords(r.lang))
	row.in.Internal = r.choose(number, code, "internal", get, yesNo(r.lang)) == "yes"
	switch value := get("value"); {
	case value == "" || len(q.Parts) > 0:
	case q.Type == "yes_partly_no":
		row.in.Choice = r.choose(number, code, "value", get, choiceWords(r.lang))
	default:
		row.in.Value = r.number(at, code, value, false)
	}
	row.faulty = r.faulty(code)
	r.rows[code], r.order = row, append(r.order, code)
	r.cells(number, code)
}

// part reads one figure of an answer in parts; its row stands below the question's.
func (r *reader) part(at table.Row, q indicators.Indicator, key, value string) {
	number := at.Number
	row := r.rows[q.Code]
	if row == nil {
		r.fault(number, "code", q.Code, "workbook_part")
		return
	}
	for _, part := range q.Parts {
		if part.Key != key || value == "" {
			continue
		}
		var figure *float64
		if whole(part) {
			figure = r.number(at, q.Code, value, true)
		} else if word, ok := valueOf(yesNo(r.lang), value); ok {
			figure = new(map[string]float64{"yes": 1, "no": 0}[word])
		} else {
			r.fault(number, "value", q.Code, "not_in_list")
		}
		if figure != nil {
			if row.in.Parts == nil {
				row.in.Parts = map[string]float64{}
			}
			row.in.Parts[key] = *figure
		}
	}
	r.reading.Cells[q.Code]["parts."+key] = r.cell("value", number)
	row.faulty = r.faulty(q.Code)
}

func (r *reader) cell(key string, number int) string {
	name, err := excelize.CoordinatesToCellName(max(r.place[key], 1), number)
	if err != nil {
		return fmt.Sprint("A", number)
	}
	return name
}

// cells notes where the fields of a question stand.
func (r *reader) cells(number int, code string) {
	found := map[string]string{}
	for _, c := range columns {
		if r.place[c.key] > 0 {
			found[c.key] = r.cell(c.key, number)
		}
	}
	r.reading.Cells[code] = found
}

func (r *reader) fault(number int, key, code, what string, params ...any) {
	r.reading.Faults = append(r.reading.Faults, Fault{Place: Place{Sheet, r.cell(key, number)}, Code: code, Field: fault.OnField(key, what, params...)})
}

func (r *reader) faulty(code string) bool {
	for _, f := range r.reading.Faults {
		if f.Code == code {
			return true
		}
	}
	return false
}
