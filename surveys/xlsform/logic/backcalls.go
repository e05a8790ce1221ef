package logic

import (
	"regexp/syntax"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"

	"loftet/surveys/xlsform/xpath"
)

// sameCalls are functions that are called otherwise and do the same.
var sameCalls = map[string]string{
	"selected": "selected", "contains": "contains", "startsWith": "starts-with", "endsWith": "ends-with", "substr": "substr",
	"lower": "lower-case", "upper": "upper-case", "trunc": "int", "floor": "floor", "ceil": "ceiling", "abs": "abs", "sqrt": "sqrt",
	"pow": "pow", "round": "round", "number": "number", "today": "today", "now": "now", "days": "decimal-date-time", "date": "date",
	"formatDate": "format-date", "coalesce": "coalesce",
}

func called(function string, args ...xpath.Expr) xpath.Expr {
	return &xpath.Call{Function: function, Args: args}
}

func (b *back) call(c ast.CallExpr) xpath.Expr {
	args := c.Args()
	if c.IsMemberFunction() {
		return b.macro(c)
	}
	switch name := c.FunctionName(); name {
	case operators.Equals, operators.NotEquals:
		return b.compared(c)
	case operators.In:
		return b.in(args[0], args[1])
	case operators.LogicalNot:
		return b.negated(args[0])
	case operators.Negate:
		return &xpath.Negative{Of: b.expr(args[0])}
	case operators.Add:
		if b.callIs(c) == Text {
			return called("concat", b.parts(c)...)
		}
		return &xpath.Binary{Operator: "+", Left: b.expr(args[0]), Right: b.expr(args[1])}
	case operators.Conditional:
		return called("if", b.expr(args[0]), b.expr(args[1]), b.expr(args[2]))
	case "mod":
		return &xpath.Binary{Operator: "mod", Left: b.expr(args[0]), Right: b.expr(args[1])}
	case "none":
		return &xpath.Text{}
	case "answered":
		return &xpath.Binary{Operator: "!=", Left: b.bare(args[0]), Right: &xpath.Text{}}
	case "text":
		return called("string", b.bare(args[0]))
	case "join":
		return b.joined(args)
	case "length":
		return b.length(args[0])
	case "count", "sum", "min", "max":
		return b.overRows(name, args[0])
	case "matches":
		return b.pattern(args)
	case "label":
		return b.labelled(args)
	case "coalesce":
		if inner := args[0]; inner.Kind() == ast.CallKind && inner.AsCall().FunctionName() == "sum" && zero(args[1]) {
			return b.overRows("sum", inner.AsCall().Args()[0])
		}
	case "selected":
		if inner := args[0]; inner.Kind() == ast.CallKind && inner.AsCall().FunctionName() == "words" {
			return called("selected", b.bare(inner.AsCall().Args()[0]), b.bare(args[1]))
		}
	}
	if sign, known := signs[c.FunctionName()]; known {
		return &xpath.Binary{Operator: sign, Left: b.expr(args[0]), Right: b.expr(args[1])}
	}
	same, known := sameCalls[c.FunctionName()]
	if !known {
		return cannot("say_function", "the function %s()", c.FunctionName())
	}
	var out []xpath.Expr
	for _, arg := range args {
		out = append(out, b.bare(arg))
	}
	return called(same, out...)
}

// bare is an argument that XPath reads as a text or number by itself, and a truth
// that is chosen as the question it is.
func (b *back) bare(e ast.Expr) xpath.Expr {
	if e.Kind() == ast.CallKind && e.AsCall().FunctionName() == "text" && len(e.AsCall().Args()) == 1 {
		return b.bare(e.AsCall().Args()[0])
	}
	if e.Kind() == ast.IdentKind {
		if k, there := b.known(e.AsIdent()); there && e.AsIdent() != "value" {
			return &xpath.Name{Name: k.Name}
		}
	}
	return b.expr(e)
}

func zero(e ast.Expr) bool {
	return e.Kind() == ast.LiteralKind && (e.AsLiteral() == types.Double(0) || e.AsLiteral() == types.Int(0))
}

// compared is == or !=; of a truth that is chosen, which choice it is.
func (b *back) compared(c ast.CallExpr) xpath.Expr {
	left, right := c.Args()[0], c.Args()[1]
	sign := signs[c.FunctionName()]
	if v, isBool := literalBool(right); isBool {
		if left.Kind() == ast.IdentKind {
			if k, there := b.known(left.AsIdent()); there && len(k.Choices) == 2 {
				return &xpath.Binary{Operator: sign, Left: b.bare(left), Right: &xpath.Text{Value: k.Choices[map[bool]int{true: 0, false: 1}[v]]}}
			}
		}
		if sign == "=" && v {
			return b.expr(left)
		}
	}
	if right.Kind() == ast.LiteralKind && right.AsLiteral() == types.NullValue {
		return &xpath.Binary{Operator: sign, Left: b.bare(left), Right: &xpath.Text{}}
	}
	return &xpath.Binary{Operator: sign, Left: b.side(left), Right: b.side(right)}
}

// side is one side of a comparison.
func (b *back) side(e ast.Expr) xpath.Expr {
	if b.is(e) == Truth {
		return b.expr(e)
	}
	return b.bare(e)
}

func literalBool(e ast.Expr) (v, is bool) {
	if e.Kind() != ast.LiteralKind {
		return false, false
	}
	b, is := e.AsLiteral().(types.Bool)
	return bool(b), is
}

func (b *back) negated(e ast.Expr) xpath.Expr {
	if e.Kind() == ast.CallKind && e.AsCall().FunctionName() == "answered" {
		return &xpath.Binary{Operator: "=", Left: b.bare(e.AsCall().Args()[0]), Right: &xpath.Text{}}
	}
	return called("not", b.expr(e))
}

// in is whether a value is one of a list.
func (b *back) in(value, list ast.Expr) xpath.Expr {
	if list.Kind() != ast.ListKind {
		return called("selected", b.bare(list), b.bare(value))
	}
	var out xpath.Expr
	for _, element := range list.AsList().Elements() {
		one := &xpath.Binary{Operator: "=", Left: b.bare(value), Right: b.bare(element)}
		if out == nil {
			out = one
		} else {
			out = &xpath.Binary{Operator: "or", Left: out, Right: one}
		}
	}
	if out == nil {
		return called("false")
	}
	return out
}

// parts are the texts that are put together by +.
func (b *back) parts(c ast.CallExpr) []xpath.Expr {
	var out []xpath.Expr
	for _, arg := range c.Args() {
		if arg.Kind() == ast.CallKind && arg.AsCall().FunctionName() == operators.Add {
			out = append(out, b.parts(arg.AsCall())...)
		} else {
			out = append(out, b.bare(arg))
		}
	}
	return out
}

// pattern is matches; regex asks for the whole text.
func (b *back) pattern(args []ast.Expr) xpath.Expr {
	written, isText := args[1].AsLiteral().(types.String)
	pattern := string(written)
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if !isText || err != nil {
		return cannot("say_pattern", "this pattern")
	}
	if !whole(tree) {
		pattern = ".*(?:" + pattern + ").*"
	}
	return called("regex", b.bare(args[0]), &xpath.Text{Value: pattern})
}

// labelled is what a choice of a question is called.
func (b *back) labelled(args []ast.Expr) xpath.Expr {
	named, isName := b.bare(args[1]).(*xpath.Name)
	if !isName {
		return cannot("say_label", "what a choice is called that is no answer")
	}
	return called("jr:choice-name", named, &xpath.Text{Value: "${" + named.Name + "}"})
}
