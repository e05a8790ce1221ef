package csvtable

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// MaxBytes is the largest file that Read takes, and MaxLine the longest line, in
// bytes.
const (
	MaxBytes = 256 << 20
	MaxLine  = 1 << 20
)

// Source is a file to read, with the name that findings call it by.
type Source struct {
	Name   string
	Reader io.Reader
}

// Column names a column and the other names it goes by. Names are compared
// without regard to case and surrounding blanks.
type Column struct {
	Name     string
	Also     []string
	Optional bool
}

// Table is a file that has been read: its header as written and its rows in
// the order of the file.
type Table struct {
	File   string
	Header []string
	Rows   []Row
	place  map[string]int
	comma  rune // between the fields
}

// Row is one line of data. All its fields are trimmed, valid UTF-8.
type Row struct {
	Line  int
	Cells []string
	place map[string]int
}

// Get gives the field of a column by the Name that was asked for, and nothing
// where the file lacks that column.
func (r Row) Get(name string) string {
	if i, ok := r.place[name]; ok {
		return r.Cells[i]
	}
	return ""
}

// Has tells whether the file has the column with this Name.
func (t Table) Has(name string) bool {
	_, ok := t.place[name]
	return ok
}

// Column gives the position in Header of the column with this Name, or -1.
func (t Table) Column(name string) int {
	if i, ok := t.place[name]; ok {
		return i
	}
	return -1
}

// Read reads a whole file. A row that can't be read is left out and reported,
// so the rows given are sound in form. Where a column is missing no rows are given, for none could be judged.
func Read(src Source, columns []Column) (Table, Findings) {
	name := src.Name
	table := Table{File: name}
	var found Findings
	text, ok := load(name, src.Reader, &found)
	if !ok {
		return table, found
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma = separator(text)
	table.comma = reader.Comma
	reader.FieldsPerRecord = -1
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			found.Fault(name, lineOf(err), "%s", reasonOf(err))
			if table.Header == nil {
				return table, found
			}
			continue
		}
		line, _ := reader.FieldPos(0)
		record, sound := clean(record)
		switch {
		case !sound:
			found.Fault(name, line, "the text is not UTF-8; save the file as \"CSV UTF-8\"")
			if table.Header == nil {
				return table, found
			}
		case table.Header == nil:
			table.Header = record
			table.place = locate(name, line, record, columns, &found)
		case strings.Join(record, "") == "":
			found.Warn(name, line, "the line has no content and is left out")
		case len(record) != len(table.Header):
			found.Fault(name, line, "%s", miscount(len(record), len(table.Header), reader.Comma))
		default:
			table.Rows = append(table.Rows, Row{Line: line, Cells: record, place: table.place})
		}
	}
	if table.Header == nil {
		found.Fault(name, 1, "the file is empty; the first line must name the columns")
	}
	if !complete(table, columns) {
		table.Rows = nil
	}
	return table, found
}

// load takes the bytes and drops the byte order mark.
func load(name string, r io.Reader, found *Findings) ([]byte, bool) {
	text, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		found.Fault(name, 0, "can't be read: %v", err)
		return nil, false
	case len(text) > MaxBytes:
		found.Fault(name, 0, "is larger than %d MiB", MaxBytes>>20)
		return nil, false
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}), bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		found.Fault(name, 1, "the text is UTF-16; save the file as \"CSV UTF-8\"")
		return nil, false
	}
	if line := tooLong(text); line > 0 {
		found.Fault(name, line, "the line is longer than %d MiB; this is no table", MaxLine>>20)
		return nil, false
	}
	return bytes.TrimPrefix(text, []byte("\uFEFF")), true
}

// tooLong gives the number of the first line that is longer than MaxLine, or 0.
func tooLong(text []byte) int {
	line := 0
	for one := range bytes.Lines(text) {
		line++
		if len(one) > MaxLine {
			return line
		}
	}
	return 0
}

// separator looks at the first line: a header without commas is separated by
// the semicolons or tabs that it has.
func separator(text []byte) rune {
	header, _, _ := bytes.Cut(text, []byte("\n"))
	for _, mark := range []rune{',', ';', '\t'} {
		if bytes.ContainsRune(header, mark) {
			return mark
		}
	}
	return ','
}

// clean trims every field and tells whether all of them are readable text.
func clean(record []string) ([]string, bool) {
	for i, field := range record {
		if !utf8.ValidString(field) || strings.ContainsRune(field, 0) {
			return nil, false
		}
		record[i] = strings.TrimSpace(field)
	}
	return record, true
}

func miscount(got, want int, comma rune) string {
	text := "the line has " + count(got) + " where the header has " + count(want)
	if got > want && comma == ',' {
		text += "; a number takes a decimal point, and text with a comma takes quotes"
	}
	return text
}

func lineOf(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.StartLine
	}
	return 0
}

func reasonOf(err error) string {
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		return "a quote stands inside a field without quotes around it"
	case errors.Is(err, csv.ErrQuote):
		return "a quote is opened but not closed properly"
	}
	return "can't be read: " + err.Error()
}
