package form

import (
	"loftet/internal/expr"
	"loftet/internal/fault"
)

// describe says of the values of a node what must be mended.
func (e *evaluation) describe(n *node) {
	for i := range e.states[n.at] {
		s := &e.states[n.at][i]
		if !s.Visible {
			continue
		}
		values := e.values
		if n.row != nil {
			values = e.rows[n.row][i]
		}
		if s.Required = n.required != nil && n.required.Holds(values); s.Required && !s.Answered && len(s.Faults) == 0 {
			s.Faults = append(s.Faults, fault.OnField("", "answer_required"))
		}
		if s.Answered && n.item.Kind != Repeat {
			e.judge(n, s, values)
		}
	}
}

// judge looks at an answer in the light of others.
func (e *evaluation) judge(n *node, s *State, values *expr.Values) {
	for _, name := range e.unlisted(n, s, values) {
		s.Faults = append(s.Faults, fault.OnField("", "choice_filtered", "name", name))
	}
	if parts, ok := s.Value.(map[string]float64); ok {
		for _, part := range n.item.Parts {
			if _, there := parts[part.Name]; !there {
				s.Faults = append(s.Faults, fault.OnField(part.Name, "number_required"))
			}
		}
	}
	if n.item.Kind == Ranking && len(s.Value.([]string)) < len(e.choices(n, values)) {
		s.Faults = append(s.Faults, fault.OnField("", "ranking_incomplete"))
	}
	if n.constraint == nil {
		return
	}
	value := s.Value
	if parts, ok := value.(map[string]float64); ok {
		value = n.record(parts)
	}
	if n.constraint.Eval(values.With(map[string]any{"value": value})) == false {
		s.Faults = append(s.Faults, fault.OnField("", "answer_constraint"))
	}
}

// unlisted gives what was chosen although the filter leaves it out.
func (e *evaluation) unlisted(n *node, s *State, values *expr.Values) []string {
	if n.filter == nil {
		return nil
	}
	chosen, several := s.Value.([]string)
	if one, ok := s.Value.(string); ok && !several {
		chosen = []string{one}
	}
	var out []string
	for _, name := range chosen {
		place, listed := e.places[n.item.List][name]
		if listed && !e.leaves(n, e.form.Lists[n.item.List][place], values) {
			out = append(out, name)
		}
	}
	return out
}

// choices gives the choices that an item's filter leaves.
func (e *evaluation) choices(n *node, values *expr.Values) []Choice {
	all := e.form.Lists[n.item.List]
	if n.filter == nil {
		return all
	}
	var left []Choice
	for _, choice := range all {
		if e.leaves(n, choice, values) {
			left = append(left, choice)
		}
	}
	return left
}

func (e *evaluation) leaves(n *node, choice Choice, values *expr.Values) bool {
	return n.filter.Holds(values.With(map[string]any{"choice": e.records[n.item.List][choice.Name]}))
}
