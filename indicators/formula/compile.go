package formula

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"loftet/internal/expr"
)

// Measure is an indicator as far as formulas go. Parts are the keys of what is asked
// for; Text is empty where the figure is given as it is.
type Measure struct {
	Code  string
	Parts []string
	Text  string
}

// Derived tells whether the figure is worked out from those of other indicators.
func (m Measure) Derived() bool { return m.Text != "" && len(m.Parts) == 0 }

// Name is what an indicator is called in a formula: "i" and its code, with "_" for all
// that is neither a letter nor a digit: "i5_5_council" for 5.5-council.
func Name(code string) string {
	return "i" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, code)
}

// Fault is what is wrong with the formula of an indicator.
type Fault struct {
	Code   string
	Reason string // in English
}

// Set are the formulas of a catalogue, checked. It can be used by many at once.
type Set struct {
	rules   map[string]*rule // by code
	derived []string         // each after those that it needs
}

type rule struct {
	*expr.Expression

	codes []string // of the operands, in the order of the expression's names; keys of parts
}

// Compile checks the formulas of a catalogue together. With any fault there is no set.
func Compile(measures []Measure) (*Set, []Fault) {
	s := &Set{rules: map[string]*rule{}}
	var faults []Fault
	others, doubles := codesByName(measures)
	for _, m := range measures {
		if m.Text == "" {
			continue
		}
		names := others
		if len(m.Parts) > 0 {
			names = map[string]string{}
			for _, key := range m.Parts {
				names[key] = key
			}
		}
		r, reason := compile(m.Text, names)
		if reason == "" {
			reason = ambiguous(r, doubles)
		}
		if reason != "" {
			faults = append(faults, Fault{m.Code, reason})
			continue
		}
		s.rules[m.Code] = r
	}
	faults = append(faults, s.order(measures)...)
	if len(faults) > 0 {
		return nil, faults
	}
	return s, nil
}

// codesByName finds indicators by their names, and the names that stand for several.
func codesByName(measures []Measure) (names map[string]string, doubles map[string]bool) {
	names, doubles = map[string]string{}, map[string]bool{}
	for _, m := range measures {
		name := Name(m.Code)
		if first, there := names[name]; there && first != m.Code {
			doubles[name] = true
		}
		names[name] = m.Code
	}
	return names, doubles
}

func ambiguous(r *rule, doubles map[string]bool) string {
	for _, name := range r.Names {
		if doubles[name] {
			return fmt.Sprintf("%s stands for several indicators, whose codes differ by signs alone", name)
		}
	}
	return ""
}

func compile(text string, names map[string]string) (*rule, string) {
	types := make(map[string]expr.Type, len(names))
	for name := range names {
		types[name] = expr.Number
	}
	scope, err := expr.NewScope(types)
	if err != nil {
		return nil, err.Error()
	}
	e, fault := scope.Compile(text, expr.Number)
	if fault != nil {
		return nil, reasonOf(fault, names)
	}
	for _, timely := range []string{"today(", "now("} {
		if strings.Contains(e.Canonical(), timely) {
			return nil, fmt.Sprintf("%s) gives another figure on another day", timely)
		}
	}
	if len(e.Names) == 0 {
		return nil, "it looks at no figure"
	}
	r := &rule{Expression: e}
	for _, name := range e.Names {
		r.codes = append(r.codes, names[name])
	}
	return r, ""
}

// reasonOf says in words what is wrong with a text, and where.
func reasonOf(f *expr.Fault, names map[string]string) string {
	what := f.Detail
	switch f.Code {
	case expr.FaultUnknownName:
		what = fmt.Sprintf("%v is no name here", f.Params["name"])
		if len(names) <= 10 {
			what += "; known are " + strings.Join(slices.Sorted(maps.Keys(names)), ", ")
		} else {
			what += "; an indicator is called as " + slices.Min(slices.Collect(maps.Keys(names)))
		}
	case expr.FaultUnknownFunction:
		what = fmt.Sprintf("there is no function %v", f.Params["name"])
	case expr.FaultResult + expr.Number.String():
		what = "the result is no number"
	case expr.FaultTypes:
		what = fmt.Sprintf("%v does not take what stands beside it", f.Params["name"])
	case expr.FaultTooLong:
		what = fmt.Sprintf("it is longer than %v characters", f.Params["max"])
	case expr.FaultTooDeep:
		what = "it is nested too deep"
	}
	return fmt.Sprintf("%s (line %d, place %d)", cmp.Or(what, f.Code), f.Line, f.Column)
}

// order puts the derived indicators behind what they need, in the order of the
// catalogue else. One that leads back to itself is a fault.
func (s *Set) order(measures []Measure) []Fault {
	var faults []Fault
	derived := map[string]bool{}
	for _, m := range measures {
		derived[m.Code] = m.Derived()
	}
	done, within := map[string]bool{}, map[string]bool{}
	var visit func(code string, path []string)
	visit = func(code string, path []string) {
		r := s.rules[code]
		if r == nil || !derived[code] || done[code] {
			return
		}
		path = append(path, code)
		if within[code] {
			faults = append(faults, Fault{code, "it leads back to itself: " + strings.Join(path[slices.Index(path, code):], " → ")})
			return
		}
		within[code] = true
		for _, operand := range r.codes {
			visit(operand, path)
		}
		done[code] = true
		s.derived = append(s.derived, code)
	}
	for _, m := range measures {
		visit(m.Code, nil)
	}
	return faults
}
