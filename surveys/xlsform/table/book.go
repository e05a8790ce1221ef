package table

import (
	"bytes"
	"path"
	"strings"

	"loftet/surveys/xlsform/said"
)

// What a file may be at most. The longest forms known have some thousand
// questions and some ten thousand choices, in less than a tenth of this.
const (
	MaxFile     = 10 << 20 // bytes
	maxUnpacked = 32 << 20
	maxRows     = 50_000    // of a sheet
	maxCells    = 2_000_000 // of all sheets, empty ones too: each takes room for as many as it has headers
	maxColumns  = 1_000
)

// People write below the last question, and to the right of the last column. A run
// of this many empty ones is the end of a sheet.
const (
	endAfterRows    = 60
	endAfterColumns = 20
)

// Book is a file's sheets in their order.
type Book []Sheet

// Sheet is one sheet. A row holds as many cells as there are headers.
type Sheet struct {
	Name   string
	Header []string // blanks cut; "" where a column has none
	Twice  []string // headers that stand more than once
	Rows   []Row
}

// Row is one row below the headers. Cells are cut at both ends.
type Row struct {
	Number  int // in its sheet, where the headers are 1
	Line    int // in the file, of .csv
	Cells   []string
	Figures []int // which cells are kept as numbers, of .xlsx
}

// Unreadable is why a file cannot be read at all: what kind of reason, and a
// sentence that says how to mend it.
type Unreadable struct {
	Reason Reason
	said.Sentence
}

func unreadable(reason Reason, key, format string, values ...any) *Unreadable {
	return &Unreadable{reason, said.As(key, format, values...)}
}

// Reason is the kind of reason for which a file cannot be read.
type Reason string

// The reasons.
const (
	Damaged  Reason = "unreadable"
	OldExcel Reason = "old_excel"
	TooLarge Reason = "too_large"
)

// Read reads a file by the ending of its name. Its errors are Unreadable.
func Read(name string, content []byte) (Book, error) {
	ending := strings.ToLower(path.Ext(name))
	switch {
	case len(content) > MaxFile:
		return nil, unreadable(TooLarge, "file_size", "The file has %d MB; %d MB is the most.", len(content)>>20, MaxFile>>20)
	case len(content) == 0:
		return nil, unreadable(Damaged, "file_empty", "The file is empty.")
	case ending == ".xls" || bytes.HasPrefix(content, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, unreadable(OldExcel, "old_excel", "This is a file of old Excel (.xls), or one with a password. "+
			"Open it in Excel or LibreOffice and save it as .xlsx without a password.")
	case ending == ".csv":
		return readCSV(content)
	case ending == ".xlsx" || ending == ".xlsm":
		return readXLSX(content)
	}
	return nil, unreadable(Damaged, "file_ending", "A form is a file that ends in .xlsx or .csv; this one ends in %q.", ending)
}

// header takes the first row as headers, up to a run of empty ones.
func header(sheet *Sheet, cells []string) error {
	empty, seen := 0, make(map[string]bool)
	for _, cell := range cells {
		if empty == endAfterColumns {
			break
		}
		name := strings.Join(strings.Fields(cell), " ")
		switch {
		case name == "":
			empty++
		case seen[name]:
			sheet.Twice = append(sheet.Twice, name)
			fallthrough
		default:
			empty = 0
		}
		seen[name] = true
		sheet.Header = append(sheet.Header, name)
	}
	sheet.Header = sheet.Header[:len(sheet.Header)-empty]
	if len(sheet.Header) > maxColumns {
		return unreadable(TooLarge, "most_columns", "The sheet %q has more than %d columns.", sheet.Name, maxColumns)
	}
	return nil
}

// add appends a row, as far as there are headers for it, and says whether it was
// empty. Room is how many cells the file may still have.
func (s *Sheet) add(room *int, number, line int, cells []string) (empty bool, err error) {
	if *room -= len(s.Header); *room < 0 {
		return false, unreadable(TooLarge, "most_cells", "The file has more than %d cells. Take away columns and rows that are not used.", maxCells)
	}
	if len(s.Rows) == maxRows {
		return false, unreadable(TooLarge, "most_rows", "The sheet %q has more than %d rows.", s.Name, maxRows)
	}
	row := Row{Number: number, Line: line, Cells: make([]string, len(s.Header))}
	empty = true
	for i := range row.Cells {
		if i < len(cells) && s.Header[i] != "" {
			row.Cells[i] = strings.TrimSpace(cells[i])
			empty = empty && row.Cells[i] == ""
		}
	}
	s.Rows = append(s.Rows, row)
	return empty, nil
}
