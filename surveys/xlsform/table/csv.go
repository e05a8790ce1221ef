package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// readCSV reads all sheets of a form from one file: the first column names the
// sheet that begins, the next line holds its headers after an empty first column.
func readCSV(content []byte) (Book, error) {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(content) {
		return nil, unreadable(Damaged, "not_utf8", "The file is not in UTF-8. Save it as \"CSV UTF-8\".")
	}
	if !bytes.Contains(content, []byte("\n")) {
		content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n"))
	}
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord, in.LazyQuotes, in.ReuseRecord = -1, true, true
	var book Book
	var sheet *Sheet
	room := maxCells
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, unreadable(Damaged, "not_csv", "The file is not a .csv file: %v.", err)
		}
		line, _ := in.FieldPos(0)
		if name := strings.TrimSpace(record[0]); name != "" {
			for _, s := range book {
				if strings.EqualFold(s.Name, name) {
					return nil, unreadable(Damaged, "sheet_twice", "The sheet %s begins twice in the file.", name)
				}
			}
			book = append(book, Sheet{Name: name})
			sheet = &book[len(book)-1]
		}
		cells := record[1:]
		switch {
		case strings.TrimSpace(strings.Join(cells, "")) == "" || sheet == nil:
		case sheet.Header == nil:
			err = header(sheet, cells)
		default:
			_, err = sheet.add(&room, len(sheet.Rows)+2, line, cells)
		}
		if err != nil {
			return nil, err
		}
	}
	if len(book) > 0 && strings.Count(book[0].Name, ";") > 1 {
		return nil, unreadable(Damaged, "semicolons", "The columns are separated by semicolons. Save the file with commas, or as .xlsx.")
	}
	return book, nil
}
