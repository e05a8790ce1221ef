package cpv

import (
	"regexp"
	"strings"
)

// written is a code as people write it: eight digits, and the check digit or
// not. The first two are the division, which is never 00.
var written = regexp.MustCompile(`^([0-9]{8})(?:-([0-9]))?$`)

// Parse reads a code into its eight digits and its check digit, which is empty
// when it is not given.
func Parse(text string) (code, digit string, ok bool) {
	m := written.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || strings.HasPrefix(m[1], "00") {
		return "", "", false
	}
	return m[1], m[2], true
}

// Level is how much two codes have in common.
type Level int

// The levels, from nothing in common to the same code.
const (
	Apart        Level = iota
	SameDivision       // two digits
	SameGroup          // three
	SameClass          // four or more
	Same
)

// Near gives the deepest level that two codes of eight digits share. A code
// that stands for a whole division or group shares no deeper level with those
// below it.
func Near(a, b string) Level {
	if a == b {
		return Same
	}
	x, y := significant(a), significant(b)
	common := 0
	for common < len(x) && common < len(y) && x[common] == y[common] {
		common++
	}
	switch {
	case common >= 4:
		return SameClass
	case common == 3:
		return SameGroup
	case common == 2:
		return SameDivision
	}
	return Apart
}

// significant leaves out the zeros that fill a code up; a division keeps its
// two digits.
func significant(code string) string {
	s := strings.TrimRight(code, "0")
	if len(s) < 2 && len(code) >= 2 {
		return code[:2]
	}
	return s
}

// parent gives the code above one: its longest shorter beginning, filled up with
// zeros, that exists. A division has none.
func parent(code string, exists func(string) bool) (string, bool) {
	for n := len(significant(code)) - 1; n >= 2; n-- {
		above := code[:n] + strings.Repeat("0", len(code)-n)
		if above != code && exists(above) {
			return above, true
		}
	}
	return "", false
}
