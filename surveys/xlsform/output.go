package xlsform

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"loftet/surveys/xlsform/table"
)

// record is a row to be written, by the headers of its columns.
type record map[string]string

// output is a sheet to be written.
type output struct {
	name  string
	order []string // of the columns
	rows  []record
}

// headers are the columns in which anything stands.
func (o output) headers() []string {
	var all []string
	for _, row := range o.rows {
		for column, text := range row {
			if text != "" && !slices.Contains(all, column) {
				all = append(all, column)
			}
		}
	}
	rank := func(column string) int {
		base, _, _ := strings.Cut(column, "::")
		if at := slices.Index(o.order, base); at >= 0 {
			return at
		}
		return len(o.order)
	}
	slices.SortFunc(all, func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return all
}

// cells are a row's cells below headers.
func (o output) cells(row record, headers []string) []string {
	out := make([]string, len(headers))
	for i, header := range headers {
		out[i] = row[header]
	}
	return out
}

func (w *writer) sheets() []output { return []output{w.survey, w.choices, w.setting} }

// book is what would be read from the file.
func (w *writer) book() table.Book {
	var book table.Book
	for _, o := range w.sheets() {
		sheet := table.Sheet{Name: o.name, Header: o.headers()}
		for i, row := range o.rows {
			cells := o.cells(row, sheet.Header)
			for j := range cells {
				cells[j] = strings.TrimSpace(cells[j])
			}
			sheet.Rows = append(sheet.Rows, table.Row{Number: i + 2, Cells: cells})
		}
		book = append(book, sheet)
	}
	return book
}

func (w *writer) encode(ending string) ([]byte, error) {
	switch ending {
	case ".csv":
		return w.csv()
	case ".xlsx":
		return w.xlsx()
	}
	return nil, fmt.Errorf("a form is written as .xlsx or .csv, not %q", ending)
}

func (w *writer) csv() ([]byte, error) {
	var out bytes.Buffer
	to := csv.NewWriter(&out)
	for _, o := range w.sheets() {
		headers := o.headers()
		lines := [][]string{{o.name}, append([]string{""}, headers...)}
		for _, row := range o.rows {
			lines = append(lines, append([]string{""}, o.cells(row, headers)...))
		}
		if err := to.WriteAll(lines); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func (w *writer) xlsx() ([]byte, error) {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // its temporary files
	for i, o := range w.sheets() {
		var err error
		if i == 0 {
			err = file.SetSheetName(file.GetSheetName(0), o.name)
		} else {
			_, err = file.NewSheet(o.name)
		}
		if err != nil {
			return nil, err
		}
		headers := o.headers()
		lines := [][]string{headers}
		for _, row := range o.rows {
			lines = append(lines, o.cells(row, headers))
		}
		if err := fill(file, o.name, lines); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// fill writes lines as text, so that nothing in them is taken for a formula.
func fill(file *excelize.File, sheet string, lines [][]string) error {
	for y, line := range lines {
		for x, text := range line {
			if text == "" {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return err
			}
			if err := file.SetCellStr(sheet, cell, text); err != nil {
				return err
			}
		}
	}
	return nil
}
