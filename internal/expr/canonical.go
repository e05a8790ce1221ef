package expr

import (
	"math"
	"strconv"
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/parser"
)

// maxWhole is the largest whole number up to which doubles tell all apart.
const maxWhole = 1 << 53

// canonical rewrites a parsed tree in place to the form that is stored. What is
// left out of the language is a fault, whose place the caller adds from the id
// of its node.
type canonical struct {
	make  ast.ExprFactory
	info  *ast.SourceInfo
	fault *Fault
	at    int64
}

func (c *canonical) refuse(e ast.Expr, code string, params map[string]any) {
	if c.fault == nil {
		c.fault, c.at = &Fault{Code: code, Params: params}, e.ID()
	}
}

// rewrite walks a tree from its leaves. Macros stand in it as they are expanded;
// as they were written they stand in the source info, which text reads.
func (c *canonical) rewrite(e ast.Expr) {
	switch e.Kind() {
	case ast.LiteralKind:
		c.literal(e)
	case ast.SelectKind:
		if e.AsSelect().IsTestOnly() {
			c.refuse(e, FaultUnsupported, nil)
		}
		c.rewrite(e.AsSelect().Operand())
	case ast.ListKind:
		for _, element := range e.AsList().Elements() {
			c.rewrite(element)
		}
	case ast.ComprehensionKind:
		loop := e.AsComprehension()
		for _, part := range []ast.Expr{loop.IterRange(), loop.AccuInit(), loop.LoopCondition(), loop.LoopStep(), loop.Result()} {
			c.rewrite(part)
		}
	case ast.CallKind:
		c.call(e)
	case ast.MapKind, ast.StructKind:
		c.refuse(e, FaultUnsupported, nil)
	}
}

func (c *canonical) literal(e ast.Expr) {
	switch v := e.AsLiteral().(type) {
	case types.Int:
		if v > maxWhole || v < -maxWhole {
			c.refuse(e, FaultNumber, nil)
			return
		}
		e.SetKindCase(c.make.NewLiteral(e.ID(), types.Double(v)))
	case types.Double:
		if !finite(float64(v)) {
			c.refuse(e, FaultNumber, nil)
		}
	case types.Uint, types.Bytes:
		c.refuse(e, FaultUnsupported, nil)
	}
}

func (c *canonical) call(e ast.Expr) {
	call := e.AsCall()
	args := call.Args()
	if call.IsMemberFunction() {
		args = append([]ast.Expr{call.Target()}, args...)
	}
	for _, arg := range args {
		c.rewrite(arg)
	}
	name := call.FunctionName()
	switch name {
	case operators.Conditional:
		for i, branch := range args[1:] {
			if branch.Kind() == ast.LiteralKind && branch.AsLiteral() == types.NullValue {
				args[i+1].SetKindCase(c.make.NewCall(branch.ID(), "none"))
			}
		}
	case operators.LogicalAnd, operators.LogicalOr:
		args = c.chain(name, args)
	case operators.Index, operators.Modulo, operators.OptIndex, operators.OptSelect:
		c.refuse(e, FaultUnsupported, nil)
	case operators.Negate:
		if v, isNumber := args[0].AsLiteral().(types.Double); args[0].Kind() == ast.LiteralKind && isNumber {
			e.SetKindCase(c.make.NewLiteral(e.ID(), types.Double(-v)))
			return
		}
	case "matches":
		c.pattern(e, args)
	case "size":
		name = "length"
	}
	e.SetKindCase(c.make.NewCall(e.ID(), name, args...))
}

// chain hangs a || b || c one to the left of the other, whichever way the
// parser balanced them.
func (c *canonical) chain(name string, args []ast.Expr) []ast.Expr {
	right := args[1]
	if right.Kind() != ast.CallKind || right.AsCall().FunctionName() != name {
		return args
	}
	inner := right.AsCall().Args()
	left := c.make.NewCall(right.ID(), name, c.chain(name, []ast.Expr{args[0], inner[0]})...)
	return c.chain(name, []ast.Expr{left, inner[1]})
}

func (c *canonical) pattern(e ast.Expr, args []ast.Expr) {
	if len(args) != 2 || args[1].Kind() != ast.LiteralKind {
		c.refuse(e, FaultPattern, nil)
		return
	}
	source, isText := args[1].AsLiteral().(types.String)
	if !isText {
		c.refuse(args[1], FaultPattern, nil)
		return
	}
	pattern, err := portable(string(source))
	if err != nil {
		c.refuse(args[1], FaultPattern, nil)
		return
	}
	args[1].SetKindCase(c.make.NewLiteral(args[1].ID(), types.String(pattern)))
}

// text writes the tree. Macros are written as people write them, and numbers with
// their digits rather than with an exponent; the latter stand in a copy as names,
// which are written as they are.
func (c *canonical) text(tree *ast.AST) (string, error) {
	for _, macro := range c.info.MacroCalls() {
		for _, part := range parts(macro) {
			c.rewrite(part)
		}
	}
	shown := ast.Copy(tree)
	digits := ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() != ast.LiteralKind {
			return
		}
		if v, isNumber := e.AsLiteral().(types.Double); isNumber {
			e.SetKindCase(c.make.NewIdent(e.ID(), decimal(float64(v))))
		}
	})
	ast.PostOrderVisit(shown.Expr(), digits)
	for _, macro := range shown.SourceInfo().MacroCalls() {
		ast.PostOrderVisit(macro, digits)
	}
	text, err := parser.Unparse(shown.Expr(), shown.SourceInfo(), parser.WrapOnColumn(math.MaxInt32))
	return strings.ReplaceAll(text, "\n", " "), err
}

// parts gives what a macro was called with.
func parts(macro ast.Expr) []ast.Expr {
	call := macro.AsCall()
	if call.IsMemberFunction() {
		return append([]ast.Expr{call.Target()}, call.Args()...)
	}
	return call.Args()
}

// decimal writes a number so that it is read back as a double.
func decimal(v float64) string {
	form := byte('f')
	if size := math.Abs(v); size >= 1e21 || size > 0 && size < 1e-6 {
		form = 'e'
	}
	text := strconv.FormatFloat(v, form, -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}
