package logic

import (
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"

	"loftet/surveys/xlsform/xpath"
)

// macro is plants.map(row, row.power) or plants.exists(row, row.power > 1.0).
func (b *back) macro(c ast.CallExpr) xpath.Expr {
	if c.FunctionName() == "exists" && len(c.Args()) == 2 {
		if inner, is := b.inRows(c); is {
			if body := unguarded(c.Args()[1]); comparison(body) {
				return inner.expr(body)
			}
		}
	}
	return cannot("say_over_rows", "%s over rows", c.FunctionName())
}

// inRows is the translation within a macro over the rows of a repeat.
func (b *back) inRows(c ast.CallExpr) (*back, bool) {
	of := c.Target()
	if of.Kind() != ast.IdentKind || c.Args()[0].Kind() != ast.IdentKind || c.Args()[0].AsIdent() != "row" {
		return nil, false
	}
	k, there := b.known(of.AsIdent())
	return &back{known: b.known, row: k.Fields, rowIs: k.FieldsIs}, there && k.Is == Rows
}

// unguarded is a condition without what makes sure that answers are there.
func unguarded(e ast.Expr) ast.Expr {
	for e.Kind() == ast.CallKind && e.AsCall().FunctionName() == operators.LogicalAnd {
		left := e.AsCall().Args()[0]
		for left.Kind() == ast.CallKind && left.AsCall().FunctionName() == operators.LogicalAnd {
			if !isAnswered(left.AsCall().Args()[1]) {
				return e
			}
			left = left.AsCall().Args()[0]
		}
		if !isAnswered(left) {
			return e
		}
		e = e.AsCall().Args()[1]
	}
	return e
}

func isAnswered(e ast.Expr) bool {
	return e.Kind() == ast.CallKind && e.AsCall().FunctionName() == "answered"
}

// comparison tells whether an expression is one comparison: XPath asks each for
// any row, not all for one.
func comparison(e ast.Expr) bool {
	if e.Kind() != ast.CallKind {
		return false
	}
	sign := signs[e.AsCall().FunctionName()]
	return strings.ContainsAny(sign, "=<>")
}

// ofRows is the question whose answers of all rows a list has.
func (b *back) ofRows(list ast.Expr) (xpath.Expr, bool) {
	if list.Kind() != ast.CallKind || !list.AsCall().IsMemberFunction() || list.AsCall().FunctionName() != "map" {
		return nil, false
	}
	inner, is := b.inRows(list.AsCall())
	if !is || len(list.AsCall().Args()) != 2 {
		return nil, false
	}
	body := list.AsCall().Args()[1]
	if body.Kind() == ast.CallKind && (body.AsCall().FunctionName() == "number" || body.AsCall().FunctionName() == "days") {
		body = body.AsCall().Args()[0]
	}
	name, is := inner.bare(body).(*xpath.Name)
	return name, is
}

func (b *back) overRows(name string, list ast.Expr) xpath.Expr {
	if rows, is := b.ofRows(list); is {
		if name == "count" {
			name = "count-non-empty"
		}
		return called(name, rows)
	}
	if list.Kind() == ast.ListKind && (name == "min" || name == "max") {
		var out []xpath.Expr
		for _, element := range list.AsList().Elements() {
			out = append(out, b.bare(element))
		}
		return called(name, out...)
	}
	return cannot("say_of_rows", "%s() of anything but rows", name)
}

func (b *back) joined(args []ast.Expr) xpath.Expr {
	list, between := args[0], b.bare(args[1])
	if rows, is := b.ofRows(list); is {
		return called("join", between, rows)
	}
	switch list.Kind() {
	case ast.ListKind:
		out := []xpath.Expr{between}
		for _, element := range list.AsList().Elements() {
			out = append(out, b.bare(element))
		}
		return called("join", out...)
	case ast.CallKind:
		if text, _ := between.(*xpath.Text); list.AsCall().FunctionName() == "words" && text != nil && text.Value == " " {
			return called("normalize-space", b.bare(list.AsCall().Args()[0]))
		}
	}
	return cannot("say_join", "join() of a list of choices")
}

func (b *back) length(of ast.Expr) xpath.Expr {
	switch b.is(of) {
	case Rows:
		return called("count", b.bare(of))
	case List:
		if of.Kind() == ast.CallKind && of.AsCall().FunctionName() == "words" {
			of = of.AsCall().Args()[0]
		}
		return called("count-selected", b.bare(of))
	}
	return called("string-length", b.bare(of))
}
