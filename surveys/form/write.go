package form

import (
	"slices"

	"loftet/internal/expr"
)

// writer compiles the expressions of a form, and writes each back as it is stored.
type writer struct {
	*Compiled
	scopes map[scopeKey]*expr.Scope
	found  faults
}

// scopeKey is what the names depend on: the repeat that an expression is asked in,
// the list of `choice` and the type of `value`.
type scopeKey struct {
	row   *node
	list  string
	value string
}

// bare is the row of expressions that no name is known to.
var bare = &node{item: &Item{}}

func (w *writer) item(n *node) {
	item := n.item
	around := scopeKey{row: n.row}
	n.visible = w.compile(n, "visible", &item.Visible, around, expr.Bool)
	n.required = w.compile(n, "required", &item.Required, around, expr.Bool)
	n.count = w.compile(n, "count", &item.Count, around, expr.Number)
	n.calculate = w.compile(n, "calculate", &item.Calculate, around, n.is)
	n.initial = w.compile(n, "default", &item.Default, scopeKey{row: bare}, n.is)
	if item.Filter != "" {
		n.filter = w.compile(n, "filter", &item.Filter, scopeKey{row: n.row, list: item.List}, expr.Bool)
	}
	if item.Constraint != "" {
		n.constraint = w.compile(n, "constraint", &item.Constraint, scopeKey{row: n.row, value: w.valueOf(n)}, expr.Bool)
	}
}

// valueOf names the type of a constraint's value: parts are records of their own.
func (w *writer) valueOf(n *node) string {
	if n.item.Kind == Parts {
		return n.item.Name
	}
	return n.is.String()
}

func (w *writer) compile(n *node, part string, text *string, key scopeKey, want expr.Type) *expr.Expression {
	if *text == "" {
		return nil
	}
	scope, known := w.scopes[key]
	if !known {
		names := w.names(key.row)
		if key.list != "" {
			names["choice"] = w.choice(key.list)
		}
		if key.value != "" {
			names["value"] = n.is
		}
		var err error
		if scope, err = expr.NewScope(names); err != nil {
			w.found.add(n, part, "invalid")
			return nil
		}
		w.scopes[key] = scope
	}
	compiled, wrong := scope.Compile(*text, want)
	if wrong != nil {
		w.found.expression(n, part, w.inRepeat(n, wrong))
		return nil
	}
	*text = compiled.Canonical()
	return compiled
}

// inRepeat tells of a name that is known, but stands in a repeat: outside it has
// one value per row.
func (w *writer) inRepeat(n *node, wrong *expr.Fault) *expr.Fault {
	name, _ := wrong.Params["name"].(string)
	if inner := w.named[name]; wrong.Code == expr.FaultUnknownName && inner != nil && inner.row != nil && inner.row != n.row {
		wrong.Code = "expression_in_repeat"
		wrong.Params["repeat"] = inner.row.item.Name
	}
	return wrong
}

// names gives what an expression may look at: everything outside repeats, and
// inside one what stands in the same row.
func (w *writer) names(row *node) map[string]expr.Type {
	names := map[string]expr.Type{}
	for _, n := range w.nodes {
		if row != bare && n.item.Kind.valued() && (n.row == nil || n.row == row) {
			names[n.item.Name] = n.is
		}
	}
	return names
}

// choice is the record of a list's choices: their name and every attribute that one
// of them has.
func (w *writer) choice(list string) expr.Type {
	fields := map[string]expr.Type{"name": expr.Text}
	for _, attribute := range attributesOf(w.form.Lists[list]) {
		fields[attribute] = expr.Text
	}
	return expr.Record("choices."+list, fields)
}

func attributesOf(choices []Choice) []string {
	var all []string
	for _, choice := range choices {
		for attribute := range choice.Attributes {
			if !slices.Contains(all, attribute) {
				all = append(all, attribute)
			}
		}
	}
	slices.Sort(all)
	return all
}
