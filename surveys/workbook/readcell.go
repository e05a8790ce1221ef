package workbook

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"loftet/internal/typed"
	"loftet/surveys/xlsform/table"
)

func (r *reader) text(number int, code, key string, get func(string) string, most int) string {
	value := get(key)
	if utf8.RuneCountInString(value) > most {
		r.fault(number, key, code, "too_long", "max", most)
		return ""
	}
	return value
}

func (r *reader) choose(number int, code, key string, get func(string) string, words []word) string {
	value := get(key)
	if value == "" {
		return ""
	}
	found, ok := valueOf(words, value)
	if !ok {
		r.fault(number, key, code, "not_in_list")
	}
	return found
}

// mostFigure is the largest figure that an answer takes, as the contract has it.
const mostFigure = 1e15

// number reads a figure: as the sheet keeps it, or as somebody typed it.
func (r *reader) number(at table.Row, code, value string, whole bool) *float64 {
	figure, ok := figureOf(value, r.lang, slices.Contains(at.Figures, r.place["value"]-1), whole)
	switch {
	case !ok:
		r.fault(at.Number, "value", code, "number_required")
		return nil
	case figure > mostFigure || figure < -mostFigure:
		r.fault(at.Number, "value", code, "too_large", "max", "1000000000000000")
		return nil
	}
	return &figure
}

// figureOf reads a number from a cell that holds one, or from text as people type it.
func figureOf(said, lang string, figure, whole bool) (float64, bool) {
	if value, err := strconv.ParseFloat(said, 64); err == nil && figure && !math.IsInf(value, 0) && !math.IsNaN(value) {
		return value, true
	}
	return typed.Number(said, lang, whole)
}
