package expr

import (
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// References is what an expression looks at, each list sorted.
type References struct {
	Names  []string // without those that macros run over
	Fields []string // of records, of whichever
}

func references(e ast.Expr) References { return References{Names: namesIn(e), Fields: fieldsIn(e)} }

// Expression is a text that was checked. It can be evaluated by many at once.
type Expression struct {
	References

	canonical string
	of        Type
	program   cel.Program
}

// Canonical gives the text as it is stored.
func (e *Expression) Canonical() string { return e.canonical }

// Type tells what the result is, as far as that is known.
func (e *Expression) Type() Type { return e.of }

// Eval gives the result: float64, string, bool, []string or another list as
// []any; nil where there is none.
func (e *Expression) Eval(values *Values) any {
	if *values.spent > maxSpent {
		return nil
	}
	out, details, err := e.program.Eval(values)
	*values.spent += spentOn(details, err)
	if err != nil {
		return nil
	}
	return native(within(out))
}

// spentOn gives the steps that an evaluation took.
func spentOn(details *cel.EvalDetails, err error) uint64 {
	if details != nil && details.ActualCost() != nil {
		return *details.ActualCost()
	}
	if err != nil {
		return maxCost
	}
	return 0
}

// Holds tells whether a condition holds; one without a result does not.
func (e *Expression) Holds(values *Values) bool { return e.Eval(values) == true }

func native(v ref.Val) any {
	switch v := v.(type) {
	case types.Double:
		if finite(float64(v)) {
			return float64(v)
		}
	case types.String:
		return string(v)
	case types.Bool:
		return bool(v)
	case traits.Lister:
		return elements(v)
	}
	return nil
}

// elements gives a list of texts as one, any other with its elements.
func elements(list traits.Lister) any {
	texts, others := []string{}, []any{}
	for it := list.Iterator(); it.HasNext() == types.True; {
		element := native(it.Next())
		if text, ok := element.(string); ok {
			texts = append(texts, text)
		}
		others = append(others, element)
	}
	if len(texts) == len(others) {
		return texts
	}
	return others
}

// sign is an operator as it is written.
func sign(name string) string {
	if text, ok := operators.FindReverse(name); ok && text != "" {
		return text
	}
	return strings.Trim(strings.TrimPrefix(name, "@"), "_")
}
