package logic

import (
	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

// Is is what kind of value something has.
type Is int

// The kinds of values.
const (
	Nothing Is = iota // a name of what nobody answers: always empty
	Number
	Text
	Truth
	List // of texts: choices
	Rows // of a repeat
)

// Answer is what a name stands for.
type Answer struct {
	Is   Is
	Code string // how it is called in the questionnaire's own language

	Date       bool     // a text that holds a date
	Calculated bool     // so that a text may be empty without being missing
	Given      bool     // never missing, as the value of a constraint
	List       string   // that it is chosen from
	Choices    []string // names in that list; yes and no of a truth
	Of         string   // the repeat whose rows each have one, where that is another one's
}

// Scope is what the names in an expression stand for. What is not there says why, in
// a Sentence.
type Scope struct {
	Name func(name string) (Answer, error)
	Path func(steps *xpath.Path) (Answer, error)
	List func(name string) (list string, found bool) // that a question is answered from
}

// Fault is why an expression cannot be taken.
type Fault struct {
	At   int // character, from 0
	Kind Kind
	said.Sentence
}

func (f *Fault) Error() string { return f.English }

// Kind is a kind of fault.
type Kind int

// The kinds of faults.
const (
	Broken      Kind = iota // not an expression
	Unsupported             // one that no questionnaire has
	BadPattern
)

// refusal carries a fault up through the translation.
type refusal struct{ *Fault }

func refuse(e xpath.Expr, kind Kind, key, format string, values ...any) {
	panic(refusal{&Fault{e.At(), kind, said.As(key, format, values...)}})
}
