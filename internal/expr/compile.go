package expr

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
)

// Scope is what the names in an expression can be.
type Scope struct {
	env   *cel.Env
	types map[string]Type
}

// What depends on when and of what form an expression is asked stands under names
// that nobody can give.
const (
	todayName  = "__today"
	nowName    = "__now"
	labelsName = "__labels"
)

// base is CEL without names, made once.
var base = sync.OnceValues(func() (*cel.Env, error) {
	options := []cel.EnvOption{
		standard(), cel.EnableMacroCallTracking(), cel.ParserRecursionLimit(maxDepth * 4),
		cel.ParserExpressionSizeLimit(MaxLength), cel.Variable(todayName, cel.StringType),
		cel.Variable(nowName, cel.StringType), cel.Variable(labelsName, cel.DynType), labelled(),
	}
	return cel.NewCustomEnv(slices.Concat(options, comparisons(), declared(), []cel.EnvOption{addition()})...)
})

// NewScope makes a scope of names with their types.
func NewScope(names map[string]Type) (*Scope, error) {
	env, err := base()
	if err != nil {
		return nil, fmt.Errorf("expression language: %w", err)
	}
	records := map[string]Type{}
	var options []cel.EnvOption
	for _, name := range slices.Sorted(maps.Keys(names)) {
		names[name].records(records)
		options = append(options, cel.Variable(name, names[name].cel()))
	}
	registry, err := types.NewRegistry()
	if err != nil {
		return nil, fmt.Errorf("expression types: %w", err)
	}
	known := provider{Registry: registry, records: records}
	options = append(options, cel.CustomTypeProvider(known), cel.CustomTypeAdapter(registry))
	if env, err = env.Extend(options...); err != nil {
		return nil, fmt.Errorf("expression names: %w", err)
	}
	return &Scope{env: env, types: maps.Clone(names)}, nil
}

// With gives the scope with further names; one that is there already gets the
// new type.
func (s *Scope) With(names map[string]Type) (*Scope, error) {
	all := maps.Clone(s.types)
	maps.Copy(all, names)
	return NewScope(all)
}

// Compile checks a text whose result must be of type want. The fault is nil
// when it can be evaluated.
func (s *Scope) Compile(text string, want Type) (*Expression, *Fault) {
	if utf8.RuneCountInString(text) > MaxLength {
		return nil, &Fault{Code: FaultTooLong, Line: 1, Column: 1, Params: map[string]any{"max": MaxLength}}
	}
	source := common.NewTextSource(text)
	parsed, issues := s.env.ParseSource(source)
	if issues.Err() != nil {
		return nil, placed(source, issues.Errors()[0].Location, &Fault{Code: FaultSyntax, Detail: issues.Errors()[0].Message})
	}
	tree := parsed.NativeRep()
	if ast.ExceedsDepth(tree, maxDepth*4) {
		return nil, &Fault{Code: FaultTooDeep, Line: 1, Column: 1}
	}
	c := &canonical{make: ast.NewExprFactory(), info: tree.SourceInfo()}
	c.rewrite(tree.Expr())
	if c.fault == nil {
		s.names(c, tree.Expr(), map[string]bool{})
	}
	if c.fault != nil {
		return nil, placed(source, tree.SourceInfo().GetStartLocation(c.at), c.fault).onName(text)
	}
	canonicalText, err := c.text(tree)
	if err != nil {
		return nil, &Fault{Code: FaultUnsupported, Line: 1, Column: 1, Detail: err.Error()}
	}
	evaluated(c.make, tree.Expr())
	checked, issues := s.env.Check(parsed)
	if issues.Err() != nil {
		return nil, placed(source, issues.Errors()[0].Location, unchecked(tree.Expr(), issues.Errors()[0])).onName(text)
	}
	if got := checked.OutputType(); !fits(got, want) {
		return nil, &Fault{Code: FaultResult + want.String(), Line: 1, Column: 1, Detail: "got " + ours(got).String()}
	}
	program, err := s.env.Program(checked, cel.CostLimit(maxCost), cel.CostTracking(costs{}))
	if err != nil {
		return nil, &Fault{Code: FaultUnsupported, Line: 1, Column: 1, Detail: err.Error()}
	}
	return &Expression{References: references(tree.Expr()), canonical: canonicalText, of: ours(checked.OutputType()), program: program}, nil
}

// ReferencesIn tells what a text looks at before it is checked; nothing where it
// cannot be read.
func ReferencesIn(text string) References {
	env, err := base()
	if err != nil {
		return References{}
	}
	parsed, issues := env.ParseSource(common.NewTextSource(text))
	if issues.Err() != nil {
		return References{}
	}
	return references(parsed.NativeRep().Expr())
}

// placed adds the place of a location to a fault.
func placed(source common.Source, at common.Location, f *Fault) *Fault {
	f.Line, f.Column = max(at.Line(), 1), max(at.Column(), 0)+1
	if offset, ok := source.LocationOffset(common.NewLocation(f.Line, f.Column-1)); ok {
		f.Offset = int(offset)
	}
	return f
}

// fits tells whether a result can be kept as the type that is wanted.
func fits(got *cel.Type, want Type) bool {
	return got.Kind() == types.DynKind || got.Kind() == types.TypeParamKind || want.cel().IsAssignableType(got)
}

// ours is the type of a result in our words; Any where there is none for it.
func ours(t *cel.Type) Type {
	switch t.Kind() {
	case types.DoubleKind:
		return Number
	case types.StringKind:
		return Text
	case types.BoolKind:
		return Bool
	case types.ListKind:
		return ListOf(ours(t.Parameters()[0]))
	case types.StructKind:
		return Record(strings.TrimPrefix(t.TypeName(), recordPrefix), map[string]Type{})
	}
	return Any
}
