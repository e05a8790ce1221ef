package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"loftet/internal/csvtable"
	"loftet/internal/fault"
	"loftet/surveys"
	"loftet/surveys/form"
	"loftet/surveys/xlsform/table"
)

// addedRow stands before the number of a row that is not there yet.
const addedRow = "+"

// placeKey tells the answers to own questions apart, and the figures of one.
func placeKey(name string, row int, path string) string {
	return name + "#" + strconv.Itoa(row) + "#" + path
}

// entryPlace gives the cell that an answer to an own question stands in, or that of the
// figure which a fault's path names.
func (r Reading) entryPlace(name string, row int, path string) Place {
	if place, found := r.Places[placeKey(name, row, path)]; found {
		return place
	}
	return r.Places[placeKey(name, row, "")]
}

// ownReader reads the sheets of the own questions.
type ownReader struct {
	*owned
	reading *Reading
	entries map[string]*surveys.FilledEntry // by name and row; nil where a cell must be mended
	order   []string
}

// readOwn adds to a reading what was written on the sheets of the own questions. A
// sheet that the book was given and has no more is a fault Invalid.
func readOwn(book table.Book, own *owned, reading *Reading) error {
	r := &ownReader{own, reading, map[string]*surveys.FilledEntry{}, nil}
	reading.Places = map[string]Place{}
	for _, name := range sheetsOf(book) {
		sheet := sheetOf(book, name)
		if sheet.Name == "" {
			return fault.InvalidFields(fault.OnField("file", "workbook_sheet", "sheet", name))
		}
		if !slices.Contains(sheet.Header, slotKey) {
			return notOurs()
		}
		read := r.line
		for i, repeat := range own.Asked.Repeats() {
			if name == rowsSheet(i) {
				read = r.rowsOf(repeat)
			}
		}
		r.lines(sheet, read)
	}
	for _, key := range r.order {
		if entry := r.entries[key]; entry != nil {
			reading.Entries = append(reading.Entries, *entry)
		}
	}
	return nil
}

// sheetsOf names the sheets of own questions that a book was given.
func sheetsOf(book table.Book) (names []string) {
	for _, row := range sheetOf(book, listName).Rows {
		if row.Number >= firstSheet && row.Cells[ownerColumn] != "" {
			names = append(names, row.Cells[ownerColumn])
		}
	}
	return names
}

// sheetLine is one line of a sheet.
type sheetLine struct {
	table.Row
	sheet string
	keys  []string // of the columns
}

func (l sheetLine) get(key string) string {
	if i := slices.Index(l.keys, key); i >= 0 {
		return strings.TrimSpace(csvtable.Plain(l.Cells[i]))
	}
	return ""
}

// figure tells whether a cell holds a number.
func (l sheetLine) figure(key string) bool {
	return slices.Contains(l.Figures, slices.Index(l.keys, key))
}

func (l sheetLine) place(key string) Place {
	name, err := excelize.CoordinatesToCellName(max(slices.Index(l.keys, key), 0)+1, l.Number)
	if err != nil {
		name = "A" + strconv.Itoa(l.Number)
	}
	return Place{l.sheet, name}
}

func (r *ownReader) lines(sheet table.Sheet, read func(sheetLine)) {
	for _, row := range sheet.Rows {
		line := sheetLine{row, sheet.Name, sheet.Header}
		if row.Number >= maxRows || len(r.reading.Faults) >= maxFaults {
			return
		}
		if row.Number >= firstRow && line.get(slotKey) != "" {
			read(line)
		}
	}
}

// line reads the new answer to a question that is asked once.
func (r *ownReader) line(l sheetLine) {
	key, said := l.get(slotKey), l.get("new")
	if said == "" {
		return
	}
	slots := r.slots("")
	at := slices.IndexFunc(slots, func(s slot) bool { return s.key() == key })
	if at < 0 || slots[at].part == nil && slots[at].item.Kind == form.Parts {
		r.fault(l.place("name"), key, "workbook_question")
		return
	}
	version, _ := strconv.Atoi(l.get("version"))
	r.take(slots[at], l, "new", said, surveys.FilledEntry{Version: version}, "")
}

// rowsOf reads the rows of a repeat: the cells that say something else than they did.
func (r *ownReader) rowsOf(repeat string) func(sheetLine) {
	slots := r.columns(repeat)
	return func(l sheetLine) {
		number, added := strings.CutPrefix(l.get(slotKey), addedRow)
		row, err := strconv.Atoi(number)
		if err != nil || row < 1 {
			r.fault(l.place(rowKey), repeat, "workbook_row")
			return
		}
		marks := strings.Fields(l.get(markKey))
		for _, key := range l.keys {
			if strings.HasPrefix(key, "#") {
				continue
			}
			before := ""
			if len(marks) > 0 { // that of a question which is asked no more too
				before, marks = marks[0], marks[1:]
			}
			at := slices.IndexFunc(slots, func(s slot) bool { return s.key() == key })
			if at < 0 {
				continue
			}
			version, mark, _ := strings.Cut(before, ":")
			count, _ := strconv.Atoi(version)
			if said := l.get(key); said != "" {
				r.take(slots[at], l, key, said, surveys.FilledEntry{Row: row, Added: added, Version: count}, mark)
			}
		}
	}
}

// take reads one cell as an answer, or a figure of one, unless it says what it said.
func (r *ownReader) take(s slot, l sheetLine, column, said string, entry surveys.FilledEntry, mark string) {
	at, name := l.place(column), s.item.Name
	id := placeKey(name, entry.Row, "")
	value, code := r.typed(s, said, l.figure(column))
	if code == "" && mark != "" && stamp(value) == mark {
		return
	}
	if _, there := r.entries[id]; !there {
		entry.Name = name
		r.entries[id], r.order = &entry, append(r.order, id)
		r.reading.Places[id] = at
	}
	if code == "" && s.part == nil && r.entries[id] != nil && r.entries[id].Value != nil {
		code = "repeated"
	}
	if code != "" {
		r.entries[id] = nil
		r.fault(at, name, code)
		return
	}
	r.reading.Places[placeKey(name, entry.Row, s.path())] = at
	switch found := r.entries[id]; {
	case found == nil: // another figure of it must be mended
	case s.part == nil:
		found.Value = value
	default:
		r.figure(found, s, value)
	}
}

// figure puts one figure into an answer in parts; the others are those that stand there.
func (r *ownReader) figure(entry *surveys.FilledEntry, s slot, value any) {
	parts, begun := entry.Value.(map[string]any)
	if !begun {
		parts = map[string]any{}
		for i := range s.item.Parts {
			if standing, _ := r.value(slot{s.item, &s.item.Parts[i], s.goal}, entry.Row); standing != nil {
				parts[s.item.Parts[i].Name] = standing
			}
		}
		entry.Value = parts
	}
	parts[s.part.Name] = value
}

func (r *ownReader) fault(at Place, name, code string) {
	r.reading.Faults = append(r.reading.Faults, Fault{Place: at, Code: name, Field: fault.OnField("value", code)})
}
