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
func CSV(t surveys.Taken, lang string) ([]byte, error) { return textOf(answersSheet(t, lang)) }

// XLSX writes the answers as a sheet, and what the municipality says of itself as
// another one where there is any.
func XLSX(t surveys.Taken, lang string) ([]byte, error) {
	sheets := []sheet{answersSheet(t, lang)}
	if len(t.Judgements) > 0 {
		sheets = append(sheets, judgementsSheet(t.Judgements, lang))
	}
	return workbook(sheets)
}

// sheet is a table with a name.
type sheet struct {
	name   string
	header []string
	rows   [][]cell
}

func answersSheet(t surveys.Taken, lang string) sheet {
	return sheet{label("answers", lang), header(lang), rows(t, lang)}
}

func textOf(s sheet) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	records := [][]string{s.header}
	for _, row := range s.rows {
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

func workbook(sheets []sheet) ([]byte, error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	for i, s := range sheets {
		if i == 0 {
			err = book.SetSheetName("Sheet1", s.name)
		} else {
			_, err = book.NewSheet(s.name)
		}
		if err == nil {
			err = s.writeTo(book, bold)
		}
		if err != nil {
			return nil, fmt.Errorf("write xlsx: %w", err)
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	return out.Bytes(), nil
}

func (s sheet) writeTo(book *excelize.File, bold int) error {
	w, err := book.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	lines := [][]any{{}}
	for _, name := range s.header {
		lines[0] = append(lines[0], excelize.Cell{StyleID: bold, Value: name})
	}
	for _, row := range s.rows {
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
			return err
		}
	}
	return w.Flush()
}
