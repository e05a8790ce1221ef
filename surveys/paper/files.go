package paper

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"loftet/internal/csvtable"
	"loftet/surveys"
)

// CSV writes the answers as RFC 4180 has it: UTF-8, comma between fields, decimal
// point.
func CSV(t surveys.Taken, lang string) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	records := [][]string{header(lang)}
	for _, row := range rows(t, lang) {
		record := make([]string, len(row))
		for i, c := range row {
			record[i] = csvtable.Neutral(c.Text)
			if c.Number != nil {
				record[i] = strconv.FormatFloat(*c.Number, 'f', -1, 64)
			}
		}
		records = append(records, record)
	}
	if err := w.WriteAll(records); err != nil {
		return nil, fmt.Errorf("write csv: %w", err)
	}
	return out.Bytes(), nil
}

// XLSX writes the answers as a sheet.
func XLSX(t surveys.Taken, lang string) ([]byte, error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	const sheet = "Sheet1"
	w, err := book.NewStreamWriter(sheet)
	if err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	lines := [][]any{{}}
	for _, name := range header(lang) {
		lines[0] = append(lines[0], excelize.Cell{StyleID: bold, Value: name})
	}
	for _, row := range rows(t, lang) {
		var line []any
		for _, c := range row {
			if c.Number != nil {
				line = append(line, *c.Number)
			} else {
				line = append(line, csvtable.Neutral(c.Text))
			}
		}
		lines = append(lines, line)
	}
	for i, line := range lines {
		if err := w.SetRow("A"+strconv.Itoa(i+1), line); err != nil {
			return nil, fmt.Errorf("write xlsx: %w", err)
		}
	}
	if err := w.Flush(); err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	return out.Bytes(), nil
}
