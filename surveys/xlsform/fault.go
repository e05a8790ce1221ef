package xlsform

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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
	BadSetting         Code = "bad_setting"
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
	About   string `json:"-"` // the names and texts that the message is about, for other words
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
}

// findings are what reading a form finds, beside the form.
type findings struct {
	faults   Faults
	warnings []Warning
}

func (f *findings) fault(at place, code Code, format string, values ...any) {
	var about []string
	for _, value := range values {
		if text, ok := value.(string); ok && text != "" {
			about = append(about, text)
		}
	}
	f.faults = append(f.faults, Fault{at.sheet, at.row, at.column, code, at.sentence(fmt.Sprintf(format, values...)), strings.Join(about, ", ")})
}

func (f *findings) warn(at place, format string, values ...any) {
	f.warnings = append(f.warnings, Warning{at.sheet, at.row, at.column, at.sentence(fmt.Sprintf(format, values...))})
}

// sort puts faults in the order in which people mend them, and leaves out what is
// said twice.
func (f *findings) sort() {
	order := func(sheet string) int { return slices.Index([]string{"", "settings", "survey", "choices"}, sheet) }
	slices.SortStableFunc(f.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(order(a.Sheet), order(b.Sheet)), cmp.Compare(a.Row, b.Row))
	})
	f.faults = slices.Compact(f.faults)
	slices.SortStableFunc(f.warnings, func(a, b Warning) int {
		return cmp.Or(cmp.Compare(order(a.Sheet), order(b.Sheet)), cmp.Compare(a.Row, b.Row))
	})
	f.warnings = slices.Compact(f.warnings)
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

func (p place) sentence(text string) string {
	if p.line > 0 {
		return fmt.Sprintf("%s (Line %d of the file.)", text, p.line)
	}
	return text
}
