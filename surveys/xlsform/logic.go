package xlsform

import (
	"fmt"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/logic"
	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

// readLogic translates what rows say of when, whether and how they are answered.
func (r *reader) readLogic() {
	r.calculations = make(map[*node]*calculation)
	for _, n := range r.nodes {
		if !n.makesItem() {
			continue
		}
		n.item.Visible = r.condition(n, "bind/relevant", "true")
		switch n.item.Kind {
		case form.Repeat:
			n.item.Count = r.calculate(n, n.get("control/jr:count"), logic.Number)
		case form.Group, form.Note:
		case form.Calculated:
			n.item.Constraint = r.constraint(n)
			n.item.Calculate = r.calculation(n).Code
			if n.item.Calculate == "" { // nothing is ever in it
				n.item.Calculate = "none()"
			}
		default:
			n.item.Required = r.condition(n, "bind/required", "")
			n.item.Constraint = r.constraint(n)
			n.item.ReadOnly = r.readOnly(n)
			n.item.Default = r.initial(n)
			if at := n.get("bind/calculate"); at.text != "" {
				if n.item.Calculate = r.calculate(n, at, kinds[n.item.Kind]); !n.item.ReadOnly {
					r.warn(at.place, "nobody_types", "The answer is calculated, so nobody types it.")
				}
				n.item.ReadOnly = true
			}
		}
		r.filter(n)
	}
}

// kinds is what kind of value an answer has.
var kinds = map[form.Kind]logic.Is{
	form.Whole: logic.Number, form.Decimal: logic.Number, form.Percent: logic.Number, form.Money: logic.Number,
	form.Year: logic.Number, form.Scale: logic.Number, form.ShortText: logic.Text, form.LongText: logic.Text,
	form.ChoiceOf: logic.Text, form.ChoicesOf: logic.List, form.Ranking: logic.List, form.YesNo: logic.Truth,
	form.Date: logic.Text, form.Time: logic.Text, form.Attachment: logic.Text, form.Repeat: logic.Rows, form.Group: logic.Rows,
}

// condition translates a cell with a condition. A plain yes is what it says, a
// plain no its opposite.
func (r *reader) condition(n *node, key, plain string) string {
	at := n.get(key)
	if is, known := yes(at.text); known {
		switch {
		case is == (plain == "true"):
			return ""
		case is:
			return "true"
		}
		return "false"
	}
	return r.translated(at, r.scope(n, nil), logic.Condition)
}

// constraint translates what an answer must be like; . is the answer.
func (r *reader) constraint(n *node) string {
	at := n.get("bind/constraint")
	if at.text == "" && n.kind == "phone number" {
		at.text = `regex(., '^\d*$')`
	}
	if is, known := yes(at.text); known {
		return map[bool]string{true: "", false: "false"}[is]
	}
	value := r.answer(n)
	value.Code, value.Given = r.shared(n.item.List, "value"), true
	return r.translated(at, r.scope(n, &value), logic.Condition)
}

func (r *reader) readOnly(n *node) bool {
	at := n.get("bind/readonly")
	is, known := yes(at.text)
	if at.text != "" && !known {
		r.warn(at.place, "read_only_unclear", "A question is read-only or it is not; this one can be answered.")
	}
	return is
}

func (r *reader) calculate(n *node, at cell, to logic.Is) string {
	return r.translated(at, r.scope(n, &logic.Answer{Code: "."}), func(text string, scope logic.Scope) (logic.Result, *logic.Fault) {
		return logic.Calculation(text, scope, to)
	})
}

// calculation is what a calculated item gives.
type calculation struct {
	logic.Result
	busy bool // being translated: it depends on itself
}

func (r *reader) calculation(n *node) *calculation {
	if known := r.calculations[n]; known != nil {
		return known
	}
	c := &calculation{busy: true, Result: logic.Result{Is: logic.Text}}
	r.calculations[n] = c
	at := n.get("bind/calculate")
	if at.text == "" {
		at = n.get("default")
		if !dynamic(at.text, n.kind) && at.text != "" {
			at.text = xpath.Quote(at.text)
		}
	}
	if is, known := yes(at.text); known && at.text != "" {
		at.text = fmt.Sprintf("%v()", is)
	}
	if at.text == "" {
		return c
	}
	c.Code = r.translated(at, r.scope(n, &logic.Answer{Code: "."}), func(text string, scope logic.Scope) (logic.Result, *logic.Fault) {
		result, fault := logic.Calculation(text, scope, logic.Nothing)
		c.Result = result
		return result, fault
	})
	c.busy = false
	return c
}

// filter translates which choices can be taken.
func (r *reader) filter(n *node) {
	at := n.get("choice_filter")
	if at.text == "" || n.item.List == "" {
		return
	}
	scope := r.scope(n, nil)
	scope.Path = r.columns(n, scope.Path)
	n.item.Filter = r.translated(at, scope, logic.Condition)
}

// translated translates a cell, and tells what was odd or wrong in it.
func (r *reader) translated(at cell, scope logic.Scope, translate func(string, logic.Scope) (logic.Result, *logic.Fault)) string {
	if at.text == "" {
		return ""
	}
	result, fault := translate(at.text, scope)
	if fault != nil {
		code := map[logic.Kind]Code{logic.Broken: BadExpression, logic.Unsupported: NotSupported, logic.BadPattern: BadPattern}[fault.Kind]
		r.fault(at.place, code, "at_expression", "%s (at %s).", fault.Sentence, from(at.text, fault.At))
		return ""
	}
	for _, note := range result.Notes {
		r.warn(at.place, "in_expression", "In %q: %s.", at.text, note)
	}
	return result.Code
}

// from shows a text from a character on.
func from(text string, at int) any {
	runes := []rune(text)
	if at >= len(runes) {
		return said.As("at_the_end", "the end")
	}
	shown := runes[at:]
	if len(shown) > 30 {
		return fmt.Sprintf("%q", string(shown[:30])+"…")
	}
	return fmt.Sprintf("%q", string(shown))
}
