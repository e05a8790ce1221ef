package csvtable

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

var (
	// plainNumber leaves out what strconv would also take: hexadecimal
	// floats, "inf" and "nan".
	plainNumber  = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)
	commaNumber  = regexp.MustCompile(`^[+-]?\d+,\d+$`)
	spacedNumber = regexp.MustCompile(`^[+-]?\d{1,3}([ \x{00A0}\x{202F}]\d{3})+([.,]\d+)?$`)
	noNumber     = regexp.MustCompile(`^(?i:[+-]?(inf|infinity)|nan)$`)
)

// Number reads a finite decimal number written with a point. On failure the
// reason says what is wrong and how to mend it; on success it is empty.
func Number(text string) (value float64, reason string) {
	switch {
	case plainNumber.MatchString(text):
		value, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsInf(value, 0) {
			return 0, quote(text) + " is not a finite number"
		}
		return value, ""
	case noNumber.MatchString(text):
		return 0, quote(text) + " is not a finite number; leave the field blank where the value is missing"
	case commaNumber.MatchString(text):
		return 0, quote(text) + " has a decimal comma; write " + strings.Replace(text, ",", ".", 1)
	case spacedNumber.MatchString(text):
		return 0, quote(text) + " has spaces between its digits; write it without them"
	}
	return 0, quote(text) + " is not a number; leave the field blank where the value is missing"
}

// PointDecimals writes numbers with a decimal comma with a point, in the columns at
// these positions, where a comma can mean nothing else: fields are separated by
// something else, no number in the columns has a point, and some number has other than
// three digits behind its comma, so that commas don't part thousands. Everywhere else
// [Number] says how to mend it.
func (t Table) PointDecimals(columns ...int) {
	if t.comma == ',' {
		return
	}
	decimal := false
	for _, row := range t.Rows {
		for _, i := range columns {
			cell := row.Cells[i]
			if strings.ContainsRune(cell, '.') && plainNumber.MatchString(cell) {
				return
			}
			_, after, _ := strings.Cut(cell, ",")
			decimal = decimal || commaNumber.MatchString(cell) && len(after) != 3
		}
	}
	if !decimal {
		return
	}
	for _, row := range t.Rows {
		for _, i := range columns {
			if commaNumber.MatchString(row.Cells[i]) {
				row.Cells[i] = strings.Replace(row.Cells[i], ",", ".", 1)
			}
		}
	}
}

// Places gives the positions of those columns that the file has.
func (t Table) Places(names ...string) []int {
	var list []int
	for _, name := range names {
		if i, there := t.place[name]; there {
			list = append(list, i)
		}
	}
	return list
}

// Year reads a calendar year of four digits.
func Year(text string) (year int, reason string) {
	if text == "" {
		return 0, "the year is blank"
	}
	year, err := strconv.Atoi(text)
	if err != nil || len(text) != 4 || year < 1000 {
		return 0, quote(text) + " is not a year of four digits"
	}
	return year, ""
}

// quote shows a field in a message: control characters escaped, long text cut.
func quote(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		text = string(runes[:40]) + "…"
	}
	return strconv.Quote(text)
}
