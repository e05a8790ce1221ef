package catalogue

import (
	"strings"
	"sync"

	"loftet/indicators/formula"
)

// Rule gives the formula by which the value is worked out: the indicator's own, or the
// one that its Combine is short for. Empty where the value is given as it is.
func (in Indicator) Rule() string {
	if in.Formula != "" || len(in.Parts) == 0 {
		return in.Formula
	}
	terms := make([]string, len(in.Parts))
	for i, p := range in.Parts {
		switch terms[i] = p.Key; in.Combine {
		case Positive:
			terms[i] = "(" + p.Key + " > 0.0 ? 1.0 : 0.0)"
		case Share:
			terms[i] = "100.0 * " + p.Key + " / " + in.Parts[len(in.Parts)-1].Key
		case Yes:
		}
	}
	if in.Combine == Share {
		return terms[0]
	}
	return strings.Join(terms, " + ")
}

// Measure is the indicator as far as formulas go.
func (in Indicator) Measure() formula.Measure {
	m := formula.Measure{Code: in.Code, Text: in.Rule()}
	for _, p := range in.Parts {
		m.Parts = append(m.Parts, p.Key)
	}
	return m
}

// FormulaFaults gives what is wrong with the formulas of a catalogue; nothing where all
// can be worked out.
func FormulaFaults(list []Indicator) []formula.Fault {
	measures := make([]formula.Measure, len(list))
	for i, in := range list {
		measures[i] = in.Measure()
	}
	_, faults := formula.Compile(measures)
	return faults
}

// compiledRules keeps the rules of parts, each compiled once. There are as many as
// stored definitions with parts have rules.
type compiledRules struct{ byText sync.Map }

var rules compiledRules

var noRule, _ = formula.Compile(nil)

// of gives the rule of an indicator in parts as a set with the code "". One that cannot
// be read has no result.
func (r *compiledRules) of(in Indicator) *formula.Set {
	m := in.Measure()
	m.Code = ""
	key := strings.Join(append(m.Parts, m.Text), "\n")
	if known, ok := r.byText.Load(key); ok {
		return known.(*formula.Set)
	}
	set, faults := formula.Compile([]formula.Measure{m})
	if len(faults) > 0 || len(m.Parts) == 0 {
		set = noRule
	}
	r.byText.Store(key, set)
	return set
}
