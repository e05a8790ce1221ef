package expr

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// Asked is when and of what form an expression is asked.
type Asked struct {
	Now    string                       // 2026-11-23T14:02:00
	Labels map[string]map[string]string // what choices are called, by list and name
}

// Values are what names stand for in one evaluation: float64, string, bool, nil
// for what is missing, []string, map[string]any for a record and
// []map[string]any for a list of them. Each name of the scope must be there.
type Values struct {
	asked  *Asked
	own    map[string]any
	around *Values
	spent  *uint64 // steps, by all that looks at them
}

// NewValues are values as they are asked.
func NewValues(own map[string]any, asked *Asked) *Values {
	return &Values{own: own, asked: asked, spent: new(uint64)}
}

// With gives values that hide those of the same names.
func (v *Values) With(own map[string]any) *Values {
	return &Values{own: own, around: v, asked: v.asked, spent: v.spent}
}

// ResolveName finds a value for CEL.
func (v *Values) ResolveName(name string) (any, bool) {
	switch name {
	case todayName:
		return v.asked.Now[:len("2026-11-23")], true
	case nowName:
		return v.asked.Now, true
	case labelsName:
		return v.asked.Labels, true
	}
	for ; v != nil; v = v.around {
		if value, there := v.own[name]; there {
			return value, true
		}
	}
	return nil, false
}

// Parent is there for CEL; names are looked up outwards by ResolveName.
func (v *Values) Parent() cel.Activation { return nil }

const labelledName = "__label"

// labelled is label as it is evaluated: with the labels as a value.
func labelled() cel.EnvOption {
	return cel.Function(labelledName, cel.Overload(labelledName, []*cel.Type{cel.DynType, text, text}, text,
		cel.FunctionBinding(func(a ...ref.Val) ref.Val {
			labels, _ := a[0].Value().(map[string]map[string]string)
			list, isText := a[1].(types.String)
			name, given := a[2].(types.String)
			label, there := labels[string(list)][string(name)]
			if !isText || !given || !there {
				return nothing
			}
			return types.String(label)
		})))
}

// evaluated puts values where functions stand whose result depends on when and of
// what form they are asked, so that a checked expression gives the same for the
// same values.
func evaluated(factory ast.ExprFactory, e ast.Expr) {
	for _, child := range children(e) {
		evaluated(factory, child)
	}
	if e.Kind() != ast.CallKind {
		return
	}
	name, args := e.AsCall().FunctionName(), e.AsCall().Args()
	switch {
	case name == "today" && len(args) == 0:
		e.SetKindCase(factory.NewIdent(e.ID(), todayName))
	case name == "now" && len(args) == 0:
		e.SetKindCase(factory.NewIdent(e.ID(), nowName))
	case name == "label" && len(args) == 2:
		labels := factory.NewIdent(-e.ID(), labelsName) // an id that no node that was read has
		e.SetKindCase(factory.NewCall(e.ID(), labelledName, labels, args[0], args[1]))
	}
}
