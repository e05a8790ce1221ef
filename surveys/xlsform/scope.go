package xlsform

import (
	"slices"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/logic"
	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

// scope is what names stand for in the expressions of a row; self is what . stands
// for, nil where it is the answer as others see it.
func (r *reader) scope(at *node, self *logic.Answer) logic.Scope {
	return logic.Scope{
		Name: func(name string) (logic.Answer, error) {
			found := r.byName[name]
			if len(found) == 0 {
				return logic.Answer{}, nil // told of already, or instanceID
			}
			return r.seen(at, found[0])
		},
		Path: func(path *xpath.Path) (logic.Answer, error) {
			n := r.follow(at, path)
			switch {
			case n == at && self != nil:
				return *self, nil
			case n == nil && len(path.Steps) == 1 && !path.Absolute:
				return logic.Answer{Code: path.Steps[0]}, nil
			case n == nil:
				return logic.Answer{}, said.As("path_to_nothing", "this path leads to no question; name it as ${name}")
			}
			return r.seen(at, n)
		},
		List: func(name string) (string, bool) {
			found := r.byName[name]
			if len(found) == 0 || found[0].item.List == "" {
				return "", false
			}
			return found[0].item.List, true
		},
	}
}

// seen is what a row is to the expressions of another.
func (r *reader) seen(at, n *node) (logic.Answer, error) {
	a := r.answer(n)
	if repeat := within(n.parent); repeat != nil && repeat != within(at) && !n.dropped {
		a.Of = repeat.item.Name
		if n.control != "" {
			return a, said.As("no_answer", "%s is no answer", n.name)
		}
	}
	return a, nil
}

// answer is what the answer to a row is in expressions.
func (r *reader) answer(n *node) logic.Answer {
	a := logic.Answer{Is: kinds[n.item.Kind], Code: n.item.Name, Date: n.item.Kind == form.Date, List: n.item.List}
	switch {
	case n.part != "":
		return logic.Answer{Is: logic.Number, Code: n.parent.item.Name + "." + n.part}
	case n.dropped && (n.kind == "today" || n.kind == "get today"):
		return logic.Answer{Is: logic.Text, Code: "today()", Date: true, Given: true}
	case n.dropped || n.item.Kind == form.Note:
		return logic.Answer{}
	case n.item.Kind == form.Calculated:
		c := r.calculation(n)
		a.Is, a.Date, a.Calculated = c.Is, c.Date, true
	case n.item.Kind == form.YesNo:
		a.Choices = []string{"yes", "no"}
	}
	for _, row := range r.lists[n.item.List] {
		a.Choices = append(a.Choices, row.get("name").text)
	}
	if a.Is == logic.Text && len(r.twice[n.item.List]) > 0 {
		a.Code = r.shared(n.item.List, a.Code)
	}
	if n.item.Other {
		a.Choices = append(a.Choices, form.OtherChoice)
	}
	if n.item.List != "" && len(a.Choices) == 0 {
		a.Choices = []string{confirmed}
	}
	return a
}

// follow goes a path from a row: from the form's data down, or by steps up and
// down from the row itself.
func (r *reader) follow(at *node, path *xpath.Path) *node {
	steps := path.Steps
	if path.Absolute {
		at, steps = r.root, steps[min(1, len(steps)):]
	}
	for _, step := range steps {
		switch step {
		case ".":
		case "..":
			if at = at.parent; at == nil {
				return nil
			}
		default:
			in := slices.IndexFunc(at.children, func(n *node) bool { return n.name == step })
			if in < 0 {
				return nil
			}
			at = at.children[in]
		}
	}
	if at == r.root {
		return nil
	}
	return at
}

// columns lets names stand for columns of the sheet choices.
func (r *reader) columns(n *node, others func(*xpath.Path) (logic.Answer, error)) func(*xpath.Path) (logic.Answer, error) {
	return func(path *xpath.Path) (logic.Answer, error) {
		if path.Absolute || len(path.Steps) != 1 || path.Steps[0] == "." {
			return others(path)
		}
		name := path.Steps[0]
		if name == "name" {
			return logic.Answer{Is: logic.Text, Code: "choice.name", Given: true}, nil
		}
		for _, column := range r.usedAttributes(r.lists[n.item.List]) {
			if r.choices.paths[column][0] == name {
				return logic.Answer{Is: logic.Text, Code: "choice." + r.attributeName(column)}, nil
			}
		}
		return others(path)
	}
}
