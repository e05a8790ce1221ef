package expr

import (
	"cmp"
	"math"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/env"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/overloads"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// Limits of a text and of its evaluation.
const (
	MaxLength = 10_000 // characters
	maxDepth  = 60     // of what stands within something else
	maxCost   = 1_000_000
	maxSpent  = 5_000_000 // by all of them, in one evaluation of a form
	maxSize   = 100_000   // characters of a text and elements of a list, on the way too
)

// standard is what is taken of CEL's own library. The comparisons of numbers are
// ours, because theirs give an error for NaN and JavaScript's give false.
func standard() cel.EnvOption {
	subset := env.NewLibrarySubset().AddIncludedMacros(
		operators.All, operators.Exists, operators.ExistsOne, operators.Map, operators.Filter)
	for name, ids := range map[string][]string{
		operators.Conditional: nil, operators.LogicalAnd: nil, operators.LogicalOr: nil, operators.LogicalNot: nil,
		operators.NotStrictlyFalse: nil, operators.Equals: nil, operators.NotEquals: nil,
		operators.In:             {overloads.InList},
		operators.Subtract:       {overloads.SubtractDouble},
		operators.Multiply:       {overloads.MultiplyDouble},
		operators.Divide:         {overloads.DivideDouble},
		operators.Negate:         {overloads.NegateDouble},
		overloads.TypeConvertDyn: nil,
	} {
		fn := env.NewFunction(name)
		for _, id := range ids {
			fn.Overloads = append(fn.Overloads, &env.Overload{ID: id})
		}
		subset.AddIncludedFunctions(fn)
	}
	return cel.StdLib(cel.StdLibSubset(subset))
}

func comparisons() []cel.EnvOption {
	var options []cel.EnvOption
	for operator, holds := range map[string]func(order int) bool{
		operators.Less:          func(order int) bool { return order < 0 },
		operators.LessEquals:    func(order int) bool { return order <= 0 },
		operators.Greater:       func(order int) bool { return order > 0 },
		operators.GreaterEquals: func(order int) bool { return order >= 0 },
	} {
		options = append(options, cel.Function(operator,
			cel.Overload(operator+"number", []*cel.Type{cel.DoubleType, cel.DoubleType}, cel.BoolType,
				cel.BinaryBinding(func(a, b ref.Val) ref.Val {
					x, y := float(a), float(b)
					return types.Bool(!math.IsNaN(x) && !math.IsNaN(y) && holds(cmp.Compare(x, y)))
				})),
			cel.Overload(operator+"text", []*cel.Type{cel.StringType, cel.StringType}, cel.BoolType,
				cel.BinaryBinding(func(a, b ref.Val) ref.Val {
					return types.Bool(holds(strings.Compare(str(a), str(b))))
				}))))
	}
	return options
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
