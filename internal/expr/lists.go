package expr

import (
	"slices"
	"unicode/utf8"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// present gives the elements of a list that are there.
func present(list ref.Val) []ref.Val {
	var all []ref.Val
	for it := list.(traits.Lister).Iterator(); it.HasNext() == types.True; {
		if element := it.Next(); element != types.NullValue {
			all = append(all, element)
		}
	}
	return all
}

// answered tells whether there is anything in a value: an element of a list, a
// field of a record.
func answered(v ref.Val) bool {
	switch v := v.(type) {
	case types.Null:
		return false
	case traits.Lister:
		return v.Size() != types.IntZero
	case traits.Mapper:
		for it := v.Iterator(); it.HasNext() == types.True; {
			if v.Get(it.Next()) != types.NullValue {
				return true
			}
		}
		return false
	}
	return true
}

func selected(a ...ref.Val) ref.Val {
	if a[1] == nothing {
		return types.False
	}
	if list, isList := a[0].(traits.Lister); isList {
		return list.Contains(a[1])
	}
	return a[0].Equal(a[1])
}

func length(a ...ref.Val) ref.Val {
	switch v := a[0].(type) {
	case types.String:
		return types.Double(utf8.RuneCountInString(string(v)))
	case traits.Lister:
		return types.Double(v.Size().(types.Int))
	}
	return nothing
}

// overNumbers works something out of the numbers of a list that are there; of
// none there is no result, as not answered is never zero.
func overNumbers(of func(all []float64) float64) form {
	return form{args: []*cel.Type{numbers}, result: number, run: func(a ...ref.Val) ref.Val {
		var all []float64
		for _, element := range present(a[0]) {
			v, ok := element.(types.Double)
			if !ok {
				return nothing
			}
			all = append(all, float64(v))
		}
		if len(all) == 0 {
			return nothing
		}
		return result(of(all))
	}}
}

func total(all []float64) (sum float64) {
	for _, v := range all {
		sum += v
	}
	return sum
}

func mean(all []float64) float64  { return total(all) / float64(len(all)) }
func least(all []float64) float64 { return slices.Min(all) }
func most(all []float64) float64  { return slices.Max(all) }
