package charts

import (
	"math"
	"strconv"
	"strings"
	"time"
)

const (
	nbsp  = "\u00a0"
	minus = "\u2212"
)

// Format writes a number for people with a fixed number of decimals: decimal
// comma and no-break space between thousands in Norwegian, point and comma in
// English. It is the only place where a figure is rounded for showing. From
// 1e15 upwards the power of ten is written, a number that is not finite gives
// an empty text.
func Format(value float64, decimals int, lang Lang) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return ""
	}
	point, group := ",", nbsp
	if lang == English {
		point, group = ".", ","
	}
	if math.Abs(value) >= 1e15 {
		s := strconv.FormatFloat(value, 'e', 1, 64)
		s = strings.Replace(strings.Replace(s, "e+", "e", 1), ".", point, 1)
		return strings.Replace(s, "-", minus, 1)
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(Round(value, decimals), 'f', max(decimals, 0), 64), ".")
	digits, negative := strings.CutPrefix(whole, "-")
	var b strings.Builder
	if negative {
		b.WriteString(minus)
	}
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(d)
	}
	if part != "" {
		b.WriteString(point + part)
	}
	return b.String()
}

// Round gives the number that Format shows. Halves go away from zero, judged by
// the number as it is written and not by its binary neighbour (67.35 is 67.4),
// which is what people do by hand and what browsers' Intl.NumberFormat does.
// Minus zero becomes zero.
func Round(value float64, decimals int) float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return value
	}
	r, err := strconv.ParseFloat(rounded(value, max(decimals, 0)), 64)
	if err != nil || r == 0 {
		return 0
	}
	return r
}

func rounded(value float64, decimals int) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(value, 'f', -1, 64), ".")
	if len(part) != decimals+1 || part[decimals] != '5' {
		return strconv.FormatFloat(value, 'f', decimals, 64)
	}
	digits := []byte(strings.TrimPrefix(whole, "-") + part[:decimals])
	i := len(digits) - 1
	for ; i >= 0 && digits[i] == '9'; i-- {
		digits[i] = '0'
	}
	if i >= 0 {
		digits[i]++
	} else {
		digits = append([]byte("1"), digits...)
	}
	up := string(digits[:len(digits)-decimals]) + "." + string(digits[len(digits)-decimals:])
	if value < 0 {
		return "-" + up
	}
	return up
}

// plain writes a number for machines: point, no grouping, ASCII minus.
func plain(value float64, decimals int) string {
	return strconv.FormatFloat(Round(value, decimals), 'f', max(decimals, 0), 64)
}

// date writes a day for people.
func date(t time.Time, lang Lang) string {
	w := wordsOf(lang)
	if lang == English {
		return strconv.Itoa(t.Day()) + " " + w.months[t.Month()-1] + " " + strconv.Itoa(t.Year())
	}
	return strconv.Itoa(t.Day()) + ". " + w.months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// list joins names as a sentence does: "A, B og C".
func list(names []string, lang Lang) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " " + wordsOf(lang).and + " " + names[last]
}
