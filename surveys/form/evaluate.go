package form

import (
	"math"

	"loftet/internal/expr"
	"loftet/internal/fault"
)

// Answers are what was answered, by the name of the item, as [Compiled.Accept] gives
// it: float64, string, bool, []string or map[string]float64; of a repeat []Answers.
// A name that is not there was never answered and has its default; nil was cleared.
type Answers map[string]any

// State is how it stands with one item, in one row of a repeat.
type State struct {
	Item     *Item
	Row      int // from 1 in a repeat, else 0
	Goal     int // whose page it stands on; 0: the general one
	Visible  bool
	Required bool
	Answered bool
	Value    any           // as Answers have it; nil for none. What is hidden has none
	Rows     int           // of a repeat
	Faults   []fault.Field // what must be mended before the answers are whole
}

// evaluation is one form with one set of answers.
type evaluation struct {
	*Compiled
	values *expr.Values
	own    map[string]any
	rows   map[*node][]*expr.Values // of each repeat
	fields map[*node][]map[string]any
	states [][]State // by node and row
}

// Evaluate tells how it stands with every item, in the order of the document, the
// rows of a repeat one after the other. now is like 2026-11-23T14:02:00. The same
// answers give the same states.
//
// What is hidden, by itself or with its group, is not required and has no value,
// so that nothing hangs on an answer that nobody sees. A condition that looks at
// something missing does not hold: what it would show stays hidden, what it would
// require is not, and a constraint is broken only when it is known to be.
func (c *Compiled) Evaluate(answers Answers, now string) []State {
	e := evaluation{
		Compiled: c, own: make(map[string]any, len(c.nodes)), rows: map[*node][]*expr.Values{},
		fields: map[*node][]map[string]any{}, states: make([][]State, len(c.nodes)),
	}
	e.values = expr.NewValues(e.own, &expr.Asked{Now: now, Labels: c.labels})
	for _, n := range c.nodes {
		if n.row == nil && n.item.Kind.valued() {
			e.own[n.item.Name] = n.missing()
		}
	}
	for _, n := range c.order {
		e.value(n, answers)
	}
	var all []State
	for i := 0; i < len(c.nodes); i++ {
		n := c.nodes[i]
		e.describe(n)
		all = append(all, e.states[n.at]...)
		if n.item.Kind != Repeat {
			continue
		}
		inner := n.each()
		for _, one := range inner {
			e.describe(one)
		}
		for row := range e.rows[n] {
			for _, one := range inner {
				all = append(all, e.states[one.at][row])
			}
		}
		i += len(inner)
	}
	return all
}

// missing is the value of an item without an answer.
func (n *node) missing() any {
	switch n.item.Kind {
	case ChoicesOf, Ranking:
		return []string{}
	case Repeat:
		return []map[string]any{}
	case Parts:
		return n.record(nil)
	}
	return nil
}

// record gives the parts as expressions look at them, missing ones as nil.
func (n *node) record(parts map[string]float64) map[string]any {
	all := make(map[string]any, len(n.item.Parts))
	for _, part := range n.item.Parts {
		all[part.Name] = nil
		if v, there := parts[part.Name]; there {
			all[part.Name] = v
		}
	}
	return all
}

// value works out the value of a node, in every row it is asked in.
func (e *evaluation) value(n *node, answers Answers) {
	if n.row == nil {
		e.states[n.at] = []State{e.state(n, 0, e.values, e.own, answers)}
		if n.item.Kind == Repeat {
			e.begin(n, answers)
		}
		return
	}
	given, _ := answers[n.row.item.Name].([]Answers)
	for i, values := range e.rows[n.row] {
		var row Answers
		if i < len(given) {
			row = given[i]
		}
		e.states[n.at] = append(e.states[n.at], e.state(n, i+1, values, e.fields[n.row][i], row))
	}
}

// begin makes the rows of a repeat: as many as are counted, or as were added.
func (e *evaluation) begin(n *node, answers Answers) {
	given, _ := answers[n.item.Name].([]Answers)
	many := len(given)
	if n.count != nil {
		counted, _ := n.count.Eval(e.values).(float64)
		many = int(max(0, math.Floor(min(counted, MaxRows))))
	}
	if !e.states[n.at][0].Visible {
		many = 0
	}
	many = min(many, MaxRows)
	fields := make([]map[string]any, many)
	for i := range fields {
		fields[i] = map[string]any{}
		for _, inner := range n.each() {
			if inner.item.Kind.valued() {
				fields[i][inner.item.Name] = inner.missing()
			}
		}
		e.rows[n] = append(e.rows[n], e.values.With(fields[i]))
	}
	e.fields[n] = fields
	e.own[n.item.Name] = fields
	e.states[n.at][0].Rows, e.states[n.at][0].Answered = many, many > 0
}

// state tells whether a node is visible in a row, and its value; own gets the value
// for others to look at.
func (e *evaluation) state(n *node, row int, values *expr.Values, own map[string]any, answers Answers) State {
	s := State{Item: n.item, Row: row, Goal: n.goal()}
	s.Visible = n.within == nil || e.states[n.within.at][at(n.within, row)].Visible
	if s.Visible && n.visible != nil {
		s.Visible = n.visible.Holds(values)
	}
	if !s.Visible || !n.item.Kind.valued() || n.item.Kind == Repeat {
		return s
	}
	given, there := answers[n.item.Name]
	switch {
	case n.calculate != nil:
		given = n.calculate.Eval(values)
	case !there && n.initial != nil:
		given = n.initial.Eval(values)
	}
	if n.item.Kind != Calculated {
		given, s.Faults = e.accept(n.item, loose(given))
	}
	if s.Value = given; given == nil {
		return s
	}
	s.Answered = true
	if parts, ok := given.(map[string]float64); ok {
		own[n.item.Name] = n.record(parts)
	} else {
		own[n.item.Name] = given
	}
	return s
}

// at is the place of the state of a node that something in a row stands in.
func at(n *node, row int) int {
	if n.row == nil {
		return 0
	}
	return row - 1
}

// loose gives a value as JSON has it.
func loose(value any) any {
	switch v := value.(type) {
	case []string:
		all := make([]any, len(v))
		for i, one := range v {
			all[i] = one
		}
		return all
	case map[string]float64:
		all := make(map[string]any, len(v))
		for name, one := range v {
			all[name] = one
		}
		return all
	}
	return value
}
