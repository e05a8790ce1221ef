package expr

import "fmt"

// Fault is what is wrong with a text, and where: Line and Column count from 1,
// Offset from 0, all of them in characters.
type Fault struct {
	Code                 string // one of the codes below
	Line, Column, Offset int
	Params               map[string]any
	Detail               string // what CEL says, for logs and tests
}

// The codes of faults, with the params of each.
const (
	FaultSyntax          = "expression_syntax"           // it cannot be read
	FaultUnknownName     = "expression_unknown_name"     // name
	FaultUnknownFunction = "expression_unknown_function" // name
	FaultUnknownField    = "expression_unknown_field"    // name
	FaultTypes           = "expression_types"            // name: an operator or function that does not take these types
	FaultResult          = "expression_result_"          // and the type that is wanted
	FaultUnsupported     = "expression_unsupported"      // a part of CEL that is left out here
	FaultPattern         = "expression_pattern"          // not a pattern, or one that is worked out
	FaultNumber          = "expression_number"           // a number too large to be kept as it is
	FaultTooLong         = "expression_too_long"         // max
	FaultTooDeep         = "expression_too_deep"
)

// Error tells the code and the place.
func (f *Fault) Error() string {
	return fmt.Sprintf("%s at %d:%d: %s", f.Code, f.Line, f.Column, f.Detail)
}

// onName moves the place from the sign that CEL names, the bracket after a
// function and the point before a field, to the name itself.
func (f *Fault) onName(text string) *Fault {
	name, _ := f.Params["name"].(string)
	runes, long := []rune(text), len([]rune(name))
	stands := func(at int) bool {
		return long > 0 && at >= 0 && at+long <= len(runes) && string(runes[at:at+long]) == name
	}
	for _, at := range []int{f.Offset, f.Offset + 1, f.Offset - long} {
		if stands(at) {
			f.Column += at - f.Offset
			f.Offset = at
			break
		}
	}
	return f
}
