package expr

import (
	"maps"
	"slices"

	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
)

// children gives what stands directly in an expression; the name that a macro
// runs over is in scope in those from the second on.
func children(e ast.Expr) []ast.Expr {
	switch e.Kind() {
	case ast.SelectKind:
		return []ast.Expr{e.AsSelect().Operand()}
	case ast.ListKind:
		return e.AsList().Elements()
	case ast.CallKind:
		if call := e.AsCall(); call.IsMemberFunction() {
			return append([]ast.Expr{call.Target()}, call.Args()...)
		}
		return e.AsCall().Args()
	case ast.ComprehensionKind:
		loop := e.AsComprehension()
		return []ast.Expr{loop.IterRange(), loop.AccuInit(), loop.LoopCondition(), loop.LoopStep(), loop.Result()}
	}
	return nil
}

// names refuses names and functions that nobody knows; within are those that
// macros run over.
func (s *Scope) names(c *canonical, e ast.Expr, within map[string]bool) {
	switch e.Kind() {
	case ast.IdentKind:
		if name := e.AsIdent(); !within[name] {
			if _, known := s.types[name]; !known {
				c.refuse(e, FaultUnknownName, map[string]any{"name": name})
			}
		}
	case ast.CallKind:
		if name := e.AsCall().FunctionName(); !s.env.HasFunction(name) {
			c.refuse(e, FaultUnknownFunction, map[string]any{"name": name})
		}
	}
	for i, child := range children(e) {
		if e.Kind() == ast.ComprehensionKind && i > 0 {
			loop := e.AsComprehension()
			inner := maps.Clone(within)
			inner[loop.IterVar()], inner[loop.AccuVar()] = true, true
			s.names(c, child, inner)
			continue
		}
		s.names(c, child, within)
	}
}

// namesIn lists the names that an expression depends on.
func namesIn(e ast.Expr) []string {
	found := map[string]bool{}
	collect(e, map[string]bool{todayName: true, nowName: true, labelsName: true}, found)
	return slices.Sorted(maps.Keys(found))
}

// fieldsIn lists the fields that an expression reads, of whichever record.
func fieldsIn(e ast.Expr) []string {
	found := map[string]bool{}
	ast.PostOrderVisit(e, ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() == ast.SelectKind {
			found[e.AsSelect().FieldName()] = true
		}
	}))
	return slices.Sorted(maps.Keys(found))
}

func collect(e ast.Expr, within, found map[string]bool) {
	if e.Kind() == ast.IdentKind && !within[e.AsIdent()] {
		found[e.AsIdent()] = true
	}
	for i, child := range children(e) {
		if e.Kind() == ast.ComprehensionKind && i > 0 {
			loop := e.AsComprehension()
			inner := maps.Clone(within)
			inner[loop.IterVar()], inner[loop.AccuVar()] = true, true
			collect(child, inner, found)
			continue
		}
		collect(child, within, found)
	}
}

// unchecked says what CEL's checker found, by the node it found it at.
func unchecked(root ast.Expr, problem *common.Error) *Fault {
	f := &Fault{Code: FaultTypes, Detail: problem.Message}
	ast.PostOrderVisit(root, ast.NewExprVisitor(func(e ast.Expr) {
		if e.ID() != problem.ExprID {
			return
		}
		switch e.Kind() {
		case ast.SelectKind:
			f.Code, f.Params = FaultUnknownField, map[string]any{"name": e.AsSelect().FieldName()}
		case ast.CallKind:
			f.Params = map[string]any{"name": sign(e.AsCall().FunctionName())}
			if e.AsCall().FunctionName() == operators.Conditional {
				f.Params["name"] = "?"
			}
		}
	}))
	return f
}
