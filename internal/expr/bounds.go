package expr

import (
	"unicode/utf8"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/overloads"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// within gives a value, or none where it has become too large: what is put together
// from itself a few times over would fill any memory.
func within(v ref.Val) ref.Val {
	switch v := v.(type) {
	case types.String:
		if len(v) > maxSize && utf8.RuneCountInString(string(v)) > maxSize {
			return nothing
		}
	case traits.Lister:
		if v.Size().(types.Int) > maxSize {
			return nothing
		}
	}
	return v
}

// addition is + as CEL has it, with nothing for what becomes too large.
func addition() cel.EnvOption {
	add := cel.BinaryBinding(func(a, b ref.Val) ref.Val { return within(a.(traits.Adder).Add(b)) })
	overload := func(id string, of *cel.Type) cel.FunctionOpt {
		return cel.Overload(id, []*cel.Type{of, of}, of, add)
	}
	return cel.Function(operators.Add, overload(overloads.AddDouble, cel.DoubleType), overload(overloads.AddString, cel.StringType),
		overload(overloads.AddList, anyList))
}

// perStep is how many characters a function goes through in the time of a step.
const perStep = 64

// costs tells what a call costs by the size of what it is given, in steps.
type costs struct{}

// CallCost is asked for each call.
func (costs) CallCost(function, _ string, args []ref.Val, result ref.Val) *uint64 {
	cost := uint64(1)
	if _, lists := result.(traits.Lister); lists && function == operators.Add {
		return &cost // what was there is not gone through again
	}
	for _, v := range append([]ref.Val{result}, args...) {
		cost += size(v) / perStep
	}
	if _, looked := result.(types.Bool); looked && function == "matches" {
		cost += patternOf(str(args[1])).steps(str(args[0]))
	}
	return &cost
}

func size(v ref.Val) uint64 {
	switch v := v.(type) {
	case types.String:
		return uint64(len(v))
	case traits.Lister:
		if n, ok := v.Size().(types.Int); ok && n > 0 {
			return uint64(n) * perStep
		}
	}
	return 0
}
