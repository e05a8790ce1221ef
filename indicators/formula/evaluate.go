package formula

import (
	"slices"

	"loftet/indicators/scoring"
	"loftet/internal/expr"
)

// Operand is a figure, or the reason why there is none. Zero is a figure.
type Operand struct {
	Value   float64
	Missing scoring.Missing
}

// weight orders the reasons for a missing operand, the strongest first: what cannot
// come stands before what may yet come.
var weight = []scoring.Missing{scoring.NotApplicable, scoring.Suppressed, scoring.Declined, scoring.NoData, scoring.NotAnswered}

// Stronger gives the reason of two that stands for both, in whichever order.
func Stronger(a, b scoring.Missing) scoring.Missing {
	for _, reason := range weight {
		if a == reason || b == reason {
			return reason
		}
	}
	return a
}

// Derived gives the codes of the indicators that are worked out from others, each
// after those that it needs.
func (s *Set) Derived() []string { return slices.Clone(s.derived) }

// Operands gives the codes of what a derived indicator is worked out from.
func (s *Set) Operands(code string) []string {
	if r := s.rules[code]; r != nil {
		return slices.Clone(r.codes)
	}
	return nil
}

// Work gives what the formula of an indicator makes of its operands, which are found by
// code, or by key for parts. A missing operand makes the result missing, by the
// strongest reason of all; a result that is no finite number, such as a share of zero,
// is no data. Without a formula nothing is known: no data too.
func (s *Set) Work(code string, find func(string) Operand) Operand {
	r := s.rules[code]
	if r == nil {
		return Operand{Missing: scoring.NoData}
	}
	values := make(map[string]any, len(r.codes))
	missing := scoring.Present
	for i, operand := range r.codes {
		got := find(operand)
		if got.Missing != scoring.Present {
			missing = Stronger(missing, got.Missing)
		}
		values[r.Names[i]] = got.Value
	}
	if missing != scoring.Present {
		return Operand{Missing: missing}
	}
	result, ok := r.Eval(expr.NewValues(values, &expr.Asked{})).(float64)
	if !ok {
		return Operand{Missing: scoring.NoData}
	}
	return Operand{Value: result}
}
