package table

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
)

// errEnded ends the reading of a sheet below its last row.
var errEnded = errors.New("ended")

// readCells reads a sheet, row by row. Rows and cells that a file leaves out are
// empty.
func (w *workbook) readCells(sheet *Sheet, part string) error {
	number, empty := 0, 0
	return w.read(part, func(in *xml.Decoder, tag xml.StartElement) error {
		if tag.Name.Local != "row" {
			return nil
		}
		at, err := strconv.Atoi(attribute(tag, "r"))
		if err != nil || at <= number {
			at = number + 1
		}
		cells, figures, err := w.readRow(in)
		if err != nil {
			return err
		}
		for number++; number <= at; number++ {
			blank := true
			switch {
			case number == 1 && at == 1:
				err = header(sheet, cells)
			case number > 1 && number < at:
				_, err = sheet.add(&w.room, number, 0, nil)
			case number > 1:
				if blank, err = sheet.add(&w.room, number, 0, cells); err == nil {
					sheet.Rows[len(sheet.Rows)-1].Figures = figures
				}
			}
			if err != nil {
				return err
			}
			if empty++; !blank {
				empty = 0
			}
			if empty > endAfterRows {
				return errEnded
			}
		}
		number = at
		return nil
	})
}

// readRow reads the cells of the row that was begun, and which of them are figures.
func (w *workbook) readRow(in *xml.Decoder) (cells []string, figures []int, err error) {
	for {
		token, err := in.Token()
		if err != nil {
			return nil, nil, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return cells, figures, nil // of the row: those of its cells are read below
		case xml.StartElement:
			if t.Name.Local != "c" {
				if err := in.Skip(); err != nil {
					return nil, nil, err
				}
				continue
			}
			text, figure, err := w.readCell(in, t)
			if err != nil {
				return nil, nil, err
			}
			at := column(attribute(t, "r"))
			if at < len(cells) {
				at = len(cells)
			}
			if at > maxColumns+endAfterColumns {
				continue
			}
			for len(cells) < at {
				cells = append(cells, "")
			}
			if figure {
				figures = append(figures, len(cells))
			}
			cells = append(cells, text)
		}
	}
}

// readCell reads what the cell that was begun says, and whether it is kept as a number.
func (w *workbook) readCell(in *xml.Decoder, tag xml.StartElement) (text string, figure bool, err error) {
	var stored string
	for {
		token, err := in.Token()
		if err != nil {
			return "", false, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			kind := attribute(tag, "t")
			return w.value(kind, attribute(tag, "s"), stored), (kind == "" || kind == "n") && stored != "", nil
		case xml.StartElement:
			if t.Name.Local != "v" && t.Name.Local != "is" { // a formula, say
				err = in.Skip()
			} else {
				stored, err = plain(in, t.Name.Local == "v")
			}
			if err != nil {
				return "", false, err
			}
		}
	}
}

// column is the place of a cell in its row, from 0, by its name such as C7; -1 of
// none.
func column(name string) int {
	at := 0
	for _, letter := range strings.TrimRight(name, "0123456789") {
		if letter < 'A' || letter > 'Z' || at > 1<<20 {
			return -1
		}
		at = at*26 + int(letter-'A') + 1
	}
	return at - 1
}
