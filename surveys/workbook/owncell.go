package workbook

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"loftet/surveys/form"
)

// cell gives an answer as it stands in a cell, such that [owned.typed] reads the same;
// nil is an empty text.
func (o *owned) cell(s slot, value any) any {
	wordFor := func(name string) string {
		if i := slices.IndexFunc(o.choices(s.item), func(w word) bool { return w.value == name }); i >= 0 {
			return o.choices(s.item)[i].text
		}
		return name
	}
	switch v := value.(type) {
	case nil:
		return ""
	case float64:
		return v
	case bool:
		return wordFor(map[bool]string{true: "yes", false: "no"}[v])
	case string:
		if s.item.Kind == form.ChoiceOf {
			return wordFor(v)
		}
		return v
	case []string:
		names := make([]string, len(v))
		for i, one := range v {
			names[i] = wordFor(one)
		}
		return strings.Join(names, "; ")
	case []any:
		names := make([]string, len(v))
		for i, one := range v {
			names[i] = fmt.Sprint(one)
		}
		return o.cell(s, names)
	}
	return fmt.Sprint(value)
}

// typed reads what somebody wrote in a cell, as JSON has it, or says by the key of a
// fault why it can't. Figure tells that the cell holds a number.
func (o *owned) typed(s slot, said string, figure bool) (value any, code string) {
	kind := s.item.Kind
	switch {
	case s.part != nil || kind.Number():
		number, ok := figureOf(said, o.lang, figure, s.part == nil && (kind == form.Whole || kind == form.Year))
		if !ok {
			return nil, "number_required"
		}
		return number, ""
	case kind == form.YesNo:
		if found, ok := valueOf(yesNo(o.lang), said); ok {
			return found == "yes", ""
		}
		return nil, "not_in_list"
	case kind == form.ChoiceOf:
		return o.chosen(s.item, said)
	case kind == form.ChoicesOf, kind == form.Ranking:
		var all []any
		for _, one := range strings.FieldsFunc(said, func(r rune) bool { return r == ';' || r == '\n' }) {
			if one = strings.TrimSpace(one); one == "" {
				continue
			}
			name, code := o.chosen(s.item, one)
			if code != "" {
				return nil, code
			}
			all = append(all, name)
		}
		if len(all) == 0 {
			return nil, "not_in_list"
		}
		return all, ""
	case kind == form.Date:
		return dateOf(said, figure), ""
	case kind == form.Time:
		return timeOf(said, figure), ""
	}
	return strings.ReplaceAll(said, "\r\n", "\n"), ""
}

// chosen finds a choice by what it is called, or by its name.
func (o *owned) chosen(item *form.Item, said string) (any, string) {
	words := o.choices(item)
	if name, ok := valueOf(words, said); ok {
		return name, ""
	}
	if slices.ContainsFunc(words, func(w word) bool { return w.value == said }) {
		return said, ""
	}
	return nil, "not_in_list"
}

// dateOf gives a date as answers have it; a text that is none stays as it is.
func dateOf(said string, figure bool) string {
	if serial, err := strconv.ParseFloat(said, 64); err == nil && figure {
		if day, err := excelize.ExcelDateToTime(serial, false); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	for _, layout := range []string{"2.1.2006", "2/1/2006", time.DateTime} {
		if day, err := time.Parse(layout, said); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return said
}

// timeOf gives a time of the day as answers have it; a text that is none stays as it
// is.
func timeOf(said string, figure bool) string {
	if share, err := strconv.ParseFloat(said, 64); err == nil && figure && share >= 0 && share < 1 {
		return time.Time{}.Add((time.Duration(share * float64(24*time.Hour))).Round(time.Minute)).Format("15:04")
	}
	for _, layout := range []string{"15:04", "15.04", "15:04:05"} {
		if at, err := time.Parse(layout, said); err == nil {
			return at.Format("15:04")
		}
	}
	return said
}

// stamp is what a slot says, in short; nothing has none.
func stamp(value any) string {
	if value == nil {
		return ""
	}
	text, err := json.Marshal(value)
	if err != nil {
		return "" // no answer is such
	}
	sum := sha256.Sum256(bytes.ReplaceAll(text, []byte("\u00a0"), []byte(" "))) // a blank is read as any other
	return hex.EncodeToString(sum[:6])
}
