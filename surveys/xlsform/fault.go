package xlsform

import (
	"cmp"
	"fmt"
	"slices"

	"loftet/internal/fault"
	"loftet/surveys/xlsform/said"
)

// Code is a kind of fault.
type Code string

// The kinds of faults.
const (
	Unreadable         Code = "unreadable" // the file, not the form in it
	OldExcel           Code = "old_excel"
	TooLarge           Code = "too_large"
	MissingSheet       Code = "missing_sheet"
	MissingHeader      Code = "missing_header"
	DuplicateHeader    Code = "duplicate_header"
	MissingType        Code = "missing_type"
	UnknownType        Code = "unknown_type"
	MissingName        Code = "missing_name"
	BadName            Code = "bad_name"
	DuplicateName      Code = "duplicate_name"
	MissingLabel       Code = "missing_label"
	Unbalanced         Code = "unbalanced"
	UnknownList        Code = "unknown_list"
	DuplicateChoice    Code = "duplicate_choice"
	MissingCalculation Code = "missing_calculation"
	UnknownReference   Code = "unknown_reference"
	BadParameters      Code = "bad_parameters"
	BadExpression      Code = "bad_expression"
	BadPattern         Code = "bad_pattern"
	NotSupported       Code = "not_supported"
)

// Fault is something that keeps a form from being taken, and where it stands. Row
// counts from the headers, which are row 1; it is 0, and Column empty, where the
// fault is that of a whole sheet or file.
type Fault struct {
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Code    Code   `json:"code"`
	Message string `json:"message"`
	Said    `json:"-"`
}

// Said is what a message says, for those who say it in another language: the sentence,
// and the line of a .csv file that is named behind it, 0 of none.
type Said struct {
	Sentence said.Sentence
	Line     int
}

// On is what was said as a fault of a field, with the code of its kind.
func (s Said) On(path, code string) fault.Field {
	message := s.Sentence.Message()
	if s.Line > 0 {
		message = said.As("on_line", "%s (Line %d of the file.)", s.Sentence, s.Line).Message()
	}
	message.Path, message.Text, message.Code = path, message.Code, code
	return message
}

// Faults are all faults of a form, in the order of their places.
type Faults []Fault

func (f Faults) Error() string {
	if len(f) == 1 {
		return f[0].String()
	}
	return fmt.Sprintf("%s (and %d more)", f[0], len(f)-1)
}

// String is the fault in one line.
func (f Fault) String() string {
	switch {
	case f.Sheet == "":
		return f.Message
	case f.Row == 0:
		return fmt.Sprintf("%s: %s", f.Sheet, f.Message)
	}
	return fmt.Sprintf("%s, row %d, %s: %s", f.Sheet, f.Row, f.Column, f.Message)
}

// Warning is something that a form was taken without, or that is odd about it.
type Warning struct {
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Message string `json:"message"`
	Said    `json:"-"`
}

// findings are what reading a form finds, beside the form.
type findings struct {
	faults   Faults
	warnings []Warning
}

// fault finds a fault, and warn something odd, which a sentence tells.
func (f *findings) fault(at place, code Code, key, format string, values ...any) {
	f.tell(at, code, said.As(key, format, values...))
}

func (f *findings) tell(at place, code Code, why said.Sentence) {
	f.faults = append(f.faults, Fault{at.sheet, at.row, at.column, code, at.sentence(why), Said{why, at.line}})
}

func (f *findings) warn(at place, key, format string, values ...any) {
	what := said.As(key, format, values...)
	f.warnings = append(f.warnings, Warning{at.sheet, at.row, at.column, at.sentence(what), Said{what, at.line}})
}

// sort puts faults in the order in which people mend them, and leaves out what is
// said twice.
func (f *findings) sort() {
	slices.SortStableFunc(f.faults, func(a, b Fault) int { return inOrder(a.Sheet, a.Row, b.Sheet, b.Row) })
	slices.SortStableFunc(f.warnings, func(a, b Warning) int { return inOrder(a.Sheet, a.Row, b.Sheet, b.Row) })
	f.faults = once(f.faults, func(a Fault) string { return fmt.Sprint(a.Sheet, a.Row, a.Column, a.Code, a.Message) })
	f.warnings = once(f.warnings, func(a Warning) string { return fmt.Sprint(a.Sheet, a.Row, a.Column, a.Message) })
}

func inOrder(sheetA string, rowA int, sheetB string, rowB int) int {
	order := []string{"", "settings", "survey", "choices"}
	return cmp.Or(cmp.Compare(slices.Index(order, sheetA), slices.Index(order, sheetB)), cmp.Compare(rowA, rowB))
}

// once leaves out what is said again.
func once[T any](all []T, said func(T) string) []T {
	seen := make(map[string]bool)
	return slices.DeleteFunc(all, func(one T) bool {
		again := seen[said(one)]
		seen[said(one)] = true
		return again
	})
}

// place is where something stands.
type place struct {
	sheet  string
	row    int
	line   int // of a .csv file
	column string
}

// in is the place in another column of the row.
func (p place) in(column string) place {
	p.column = column
	return p
}

func (p place) sentence(what said.Sentence) string {
	if p.line > 0 {
		return fmt.Sprintf("%s (Line %d of the file.)", what.English, p.line)
	}
	return what.English
}
