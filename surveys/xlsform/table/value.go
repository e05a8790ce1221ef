package table

import (
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// value is what a cell of a kind says: text as it is, a truth value as TRUE or
// FALSE, a number in its shortest form whatever its format, a date as
// 2026-11-23 00:00:00 and a time as 14:02:00.
func (w *workbook) value(kind, style, stored string) string {
	number, err := strconv.ParseFloat(stored, 64)
	number += 0 // there is no -0
	switch {
	case kind == "s":
		if err == nil && number >= 0 && number < float64(len(w.texts)) {
			return spaced(w.texts[int(number)])
		}
		return ""
	case kind == "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[number != 0]
	case kind != "" && kind != "n" || err != nil || math.IsInf(number, 0) || math.IsNaN(number):
		return spaced(stored)
	}
	if at, err := strconv.Atoi(style); err == nil && at >= 0 && at < len(w.dated) && w.dated[at] {
		if moment, err := excelize.ExcelDateToTime(number, w.from1904); err == nil && number >= 1 {
			return moment.Format(time.DateTime)
		} else if err == nil {
			return moment.Format(time.TimeOnly)
		}
	}
	if number == math.Trunc(number) && math.Abs(number) < 1e16 {
		return strconv.FormatFloat(number, 'f', 0, 64)
	}
	return strconv.FormatFloat(number, 'g', -1, 64)
}

func spaced(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// What a number's format holds besides signs for a date: quoted text, colours,
// conditions.
var besides = regexp.MustCompile(`"[^"]*"|\\.|_.|\[[^\]]*\]|General|E[+-]`)

// readStyles reads which styles show a number as a date.
func (w *workbook) readStyles(part string) error {
	dated := func(id int) bool { // those that the standard sets aside for dates and times
		return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
	}
	own, inCells := make(map[int]bool), false
	return w.read(part, func(_ *xml.Decoder, tag xml.StartElement) error {
		id, _ := strconv.Atoi(attribute(tag, "numFmtId"))
		switch tag.Name.Local {
		case "numFmt":
			code := strings.ToLower(besides.ReplaceAllString(attribute(tag, "formatCode"), ""))
			own[id] = strings.ContainsAny(code, "ymdhs")
		case "cellXfs":
			inCells = true
		case "cellStyles", "cellStyleXfs", "dxfs":
			inCells = false
		case "xf":
			if inCells {
				w.dated = append(w.dated, own[id] || dated(id))
			}
		}
		return nil
	})
}
