package table

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
)

// workbook is what the sheets of a file share.
type workbook struct {
	*parcel
	texts    []string // that cells name by number
	dated    []bool   // by style: whether numbers show as dates
	from1904 bool
	room     int // for cells
}

// readXLSX reads the sheets of a workbook. It does so itself: excelize keeps whole
// sheets in memory before it tells what kind a cell is, some hundred times the
// size of a file made to do harm.
func readXLSX(content []byte) (Book, error) {
	book, err := readSheets(content)
	var known *Unreadable
	switch {
	case err == nil && len(book) == 0:
		return nil, unreadable(Damaged, "no_sheets", "The file has no sheets. Is it a workbook?")
	case err == nil || errors.As(err, &known):
		return book, err
	case errors.Is(err, errTooLarge):
		return nil, unreadable(TooLarge, "unpacked_size", "The file unpacks to more than %d MB.", maxUnpacked>>20)
	}
	return nil, unreadable(Damaged,
		"not_xlsx", "The file is not an .xlsx file, or it is damaged (%v). Open it in Excel or LibreOffice and save it again as .xlsx.", err)
}

func readSheets(content []byte) (Book, error) {
	parcel, err := open(content)
	if err != nil {
		return nil, err
	}
	w := &workbook{parcel: parcel, room: maxCells}
	_, roots, err := w.related("")
	if err != nil {
		return nil, err
	}
	main := roots["officeDocument"]
	byID, byKind, err := w.related(main)
	if err != nil {
		return nil, err
	}
	var names, parts []string
	err = w.read(main, func(_ *xml.Decoder, tag xml.StartElement) error {
		switch tag.Name.Local {
		case "workbookPr":
			w.from1904, _ = strconv.ParseBool(attribute(tag, "date1904"))
		case "sheet":
			names = append(names, attribute(tag, "name"))
			parts = append(parts, byID[attribute(tag, "id")])
		}
		return nil
	})
	if err == nil {
		err = w.readTexts(byKind["sharedStrings"])
	}
	if err == nil {
		err = w.readStyles(byKind["styles"])
	}
	if err != nil {
		return nil, err
	}
	var book Book
	for i, name := range names {
		sheet := Sheet{Name: name}
		if err := w.readCells(&sheet, parts[i]); err != nil && !errors.Is(err, errEnded) {
			return nil, err
		}
		book = append(book, sheet)
	}
	return book, nil
}

// readTexts reads the texts that cells share.
func (w *workbook) readTexts(part string) error {
	return w.read(part, func(in *xml.Decoder, tag xml.StartElement) error {
		if tag.Name.Local != "si" {
			return nil
		}
		text, err := plain(in, false)
		w.texts = append(w.texts, text)
		return err
	})
}

// plain is the text of the element that was begun: what stands in it at once, or in
// the texts within, without what tells how they are spoken.
func plain(in *xml.Decoder, inText bool) (string, error) {
	var out strings.Builder
	for depth := 1; depth > 0; {
		token, err := in.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := in.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			inText = t.Name.Local == "t"
		case xml.EndElement:
			depth--
			inText = false
		case xml.CharData:
			if inText {
				out.Write(t)
			}
		}
	}
	return strings.ReplaceAll(out.String(), "_x000D_", ""), nil
}
