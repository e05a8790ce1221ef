package csvtable

import (
	"cmp"
	"fmt"
	"slices"
)

// Fault is one thing that is wrong, or doubtful, in a file. Line counts from 1
// and 0 means the file as a whole.
type Fault struct {
	File   string
	Line   int
	Reason string
}

// String gives file:line: reason, the form that editors can jump to.
func (f Fault) String() string {
	if f.Line == 0 {
		return f.File + ": " + f.Reason
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Reason)
}

// Findings collects what is wrong (Faults: the work must not go on) and what
// is doubtful (Warnings: it may). The zero value is ready for use.
type Findings struct {
	Faults   []Fault
	Warnings []Fault
}

// maxReason is how much of a reason is told, in characters: enough for any real
// header or value that it quotes.
const maxReason = 1000

// sentence keeps a reason on one line of bearable length, whatever the file had in
// it.
func sentence(reason string) string {
	if letters := []rune(reason); len(letters) > maxReason {
		reason = string(letters[:maxReason]) + "…"
	}
	return printable(reason)
}

// Fault notes something wrong on a line of a file.
func (f *Findings) Fault(file string, line int, format string, args ...any) {
	f.Faults = append(f.Faults, Fault{file, line, sentence(fmt.Sprintf(format, args...))})
}

// Warn notes something doubtful on a line of a file.
func (f *Findings) Warn(file string, line int, format string, args ...any) {
	f.Warnings = append(f.Warnings, Fault{file, line, sentence(fmt.Sprintf(format, args...))})
}

// OK tells whether nothing is wrong. Warnings don't count.
func (f *Findings) OK() bool { return len(f.Faults) == 0 }

// Add takes over all findings of another collection.
func (f *Findings) Add(other Findings) {
	f.Faults = append(f.Faults, other.Faults...)
	f.Warnings = append(f.Warnings, other.Warnings...)
}

// Sort orders the findings by line within each file; the files keep the order
// in which they were first mentioned.
func (f *Findings) Sort() {
	sortByLine(f.Faults)
	sortByLine(f.Warnings)
}

func sortByLine(list []Fault) {
	first := make(map[string]int)
	for i, one := range list {
		if _, seen := first[one.File]; !seen {
			first[one.File] = i
		}
	}
	slices.SortStableFunc(list, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(first[a.File], first[b.File]), cmp.Compare(a.Line, b.Line))
	})
}
