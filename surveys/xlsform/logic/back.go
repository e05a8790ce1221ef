package logic

import (
	"errors"
	"strings"

	source "cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/parser"

	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

// Known is what a name of a questionnaire is in XLSForm.
type Known struct {
	Is       Is
	Name     string            // as in ${name}
	Choices  []string          // of a truth that is chosen: how yes and no are called
	Fields   map[string]string // of a repeat or a record: names by field
	FieldsIs map[string]Is
}

// Back writes an expression of the questionnaire's language as XPath. It fails
// where XPath, as ODK has it, cannot say it.
func Back(code string, known func(name string) (Known, bool)) (text string, err error) {
	reader, err := parser.NewParser()
	if err != nil {
		return "", err
	}
	tree, issues := reader.Parse(source.NewTextSource(code))
	if len(issues.GetErrors()) > 0 {
		return "", errors.New(issues.ToDisplayString())
	}
	defer func() {
		if r := recover(); r != nil {
			why, ok := r.(said.Sentence)
			if !ok {
				panic(r)
			}
			text, err = "", why
		}
	}()
	b := &back{known: known}
	return xpath.Print(b.expr(tree.Expr())), nil
}

// cannot gives up: XPath cannot say this.
func cannot(key, format string, values ...any) xpath.Expr {
	panic(said.As(key, format, values...))
}

// back is one expression on its way to XPath.
type back struct {
	known func(string) (Known, bool)
	row   map[string]string // names by field of the row that a macro runs over
	rowIs map[string]Is
}

var signs = map[string]string{
	operators.LogicalAnd: "and", operators.LogicalOr: "or", operators.Equals: "=", operators.NotEquals: "!=",
	operators.Less: "<", operators.LessEquals: "<=", operators.Greater: ">", operators.GreaterEquals: ">=",
	operators.Subtract: "-", operators.Multiply: "*", operators.Divide: "div",
}

func (b *back) expr(e ast.Expr) xpath.Expr {
	switch e.Kind() {
	case ast.LiteralKind:
		switch v := e.AsLiteral().(type) {
		case types.Double:
			return numeralOf(float64(v))
		case types.Int:
			return numeralOf(float64(v))
		case types.String:
			return &xpath.Text{Value: string(v)}
		case types.Bool:
			return &xpath.Call{Function: v.ConvertToType(types.StringType).Value().(string)}
		case types.Null:
			return &xpath.Text{}
		}
	case ast.IdentKind:
		return b.name(e.AsIdent())
	case ast.SelectKind:
		return b.field(e)
	case ast.CallKind:
		return b.call(e.AsCall())
	case ast.ListKind:
		return chosen(e.AsList().Elements())
	}
	return cannot("say_record", "a record on its own")
}

// chosen are choices as XForms keep them: names with blanks between.
func chosen(elements []ast.Expr) xpath.Expr {
	var names []string
	for _, element := range elements {
		name, isText := element.AsLiteral().(types.String)
		if element.Kind() != ast.LiteralKind || !isText || strings.ContainsAny(string(name), " \t\n") {
			return cannot("say_list", "a list of what is worked out")
		}
		names = append(names, string(name))
	}
	return &xpath.Text{Value: strings.Join(names, " ")}
}

func numeralOf(v float64) xpath.Expr {
	if v < 0 {
		return &xpath.Negative{Of: &xpath.Number{Value: -v}}
	}
	return &xpath.Number{Value: v}
}

func (b *back) name(name string) xpath.Expr {
	if name == "value" {
		return &xpath.Path{Steps: []string{"."}}
	}
	k, there := b.known(name)
	switch {
	case !there:
		return cannot("say_name", "the name %s", name)
	case len(k.Choices) == 2:
		return b.equals(&xpath.Name{Name: k.Name}, k.Choices[0])
	}
	return &xpath.Name{Name: k.Name}
}

func (b *back) equals(a xpath.Expr, text string) xpath.Expr {
	return &xpath.Binary{Operator: "=", Left: a, Right: &xpath.Text{Value: text}}
}

// field is choice.county, row.power or parts.no2.
func (b *back) field(e ast.Expr) xpath.Expr {
	of, field := e.AsSelect().Operand(), e.AsSelect().FieldName()
	if of.Kind() != ast.IdentKind {
		return cannot("say_field_of", "a field of what is worked out")
	}
	if of.AsIdent() == "choice" {
		return &xpath.Path{Steps: []string{field}}
	}
	if name, there := b.row[field]; there && of.AsIdent() == "row" {
		return &xpath.Name{Name: name}
	}
	if k, there := b.known(of.AsIdent()); there && k.Fields[field] != "" {
		return &xpath.Name{Name: k.Fields[field]}
	}
	return cannot("say_field", "the field %s", field)
}

// is tells what kind of value an expression gives, as far as XPath must know.
func (b *back) is(e ast.Expr) Is {
	switch e.Kind() {
	case ast.LiteralKind:
		switch e.AsLiteral().(type) {
		case types.String:
			return Text
		case types.Bool:
			return Truth
		}
		return Number
	case ast.IdentKind:
		k, _ := b.known(e.AsIdent())
		return k.Is
	case ast.SelectKind:
		if of := e.AsSelect().Operand(); of.Kind() == ast.IdentKind && of.AsIdent() == "row" {
			return b.rowIs[e.AsSelect().FieldName()]
		}
		if of := e.AsSelect().Operand(); of.Kind() == ast.IdentKind && of.AsIdent() == "choice" {
			return Text
		}
		return Number
	case ast.ListKind:
		return List
	case ast.CallKind:
		return b.callIs(e.AsCall())
	}
	return Nothing
}

var gives = map[string]Is{
	"text": Text, "join": Text, "substr": Text, "trim": Text, "lower": Text, "upper": Text, "today": Text, "now": Text, "date": Text,
	"formatDate": Text, "label": Text, "words": List, "answered": Truth, "selected": Truth, "contains": Truth, "startsWith": Truth,
	"endsWith": Truth, "matches": Truth, operators.LogicalAnd: Truth, operators.LogicalOr: Truth, operators.LogicalNot: Truth,
	operators.Equals: Truth, operators.NotEquals: Truth, operators.Less: Truth, operators.LessEquals: Truth, operators.Greater: Truth,
	operators.GreaterEquals: Truth, operators.In: Truth, "exists": Truth,
}

func (b *back) callIs(call ast.CallExpr) Is {
	switch call.FunctionName() {
	case operators.Add:
		return b.is(call.Args()[0])
	case operators.Conditional:
		if is := b.is(call.Args()[1]); is != Nothing {
			return is
		}
		return b.is(call.Args()[2])
	case "coalesce":
		return b.is(call.Args()[0])
	case "none":
		return Nothing
	}
	if is, known := gives[call.FunctionName()]; known {
		return is
	}
	return Number
}

// KindOf tells what kind of value an expression gives.
func KindOf(code string, known func(name string) (Known, bool)) Is {
	reader, err := parser.NewParser()
	if err != nil {
		return Nothing
	}
	tree, issues := reader.Parse(source.NewTextSource(code))
	if len(issues.GetErrors()) > 0 {
		return Nothing
	}
	return (&back{known: known}).is(tree.Expr())
}
