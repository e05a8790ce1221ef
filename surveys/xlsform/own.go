package xlsform

import (
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/logic"
)

// own reads the columns of our own, in which Write puts what XLSForm has no words
// for. A kind that doesn't go with the type is left out.
func (r *reader) own(n *node) {
	if at := n.get("loftet/kind"); at.text != "" {
		kind := form.Kind(at.text)
		yesNo := kind != form.YesNo || r.isYesNo(n.item.List) && !n.item.Other
		if near, known := ownKinds[kind]; known && near == n.item.Kind && yesNo {
			n.item.Kind = kind
			if kind == form.YesNo {
				n.item.List = ""
			}
		} else {
			r.warn(at.place, "own_kind", "%q does not go with the type %q; it is left out.", at.text, n.kind)
		}
	}
	n.item.Goal, _ = strconv.Atoi(n.get("loftet/goal").text)
	n.item.Indicator, n.item.Currency = n.get("loftet/indicator").text, n.get("loftet/currency").text
	n.item.Unit = r.texts(n.row, "loftet/unit")
	for key, to := range map[string]**float64{"loftet/min": &n.item.Min, "loftet/max": &n.item.Max} {
		if v, isNumber := finite(n.get(key).text); isNumber {
			*to = number(v)
		}
	}
	if v, isNumber := finite(n.get("loftet/step").text); isNumber {
		n.item.Step = v
	}
}

// findParts makes the questions of a group of the kind parts the figures of one
// item.
func (r *reader) findParts() {
	for _, n := range r.nodes {
		if n.parent == nil || n.parent.item.Kind != form.Parts {
			continue
		}
		n.part = fit(strings.TrimPrefix(n.name, n.parent.name+"_"))
		n.parent.item.Parts = append(n.parent.item.Parts, form.Part{Name: n.part, Label: n.item.Label, Unit: n.item.Unit})
		if n.item.Kind != form.Decimal || len(n.children) > 0 {
			r.fault(n.get("type").place, UnknownType, "parts_decimal", "The parts of %q are questions of the type decimal.", n.parent.name)
		}
	}
}

func (r *reader) isYesNo(list string) bool {
	var names []string
	for _, row := range r.lists[list] {
		names = append(names, row.get("name").text)
	}
	return slices.Equal(names, []string{"yes", "no"})
}

// exact takes expressions in the words in which they were written, where the
// columns that all programs read still say what they did then.
func (r *reader) exact() {
	n := names{file: make(map[string]string), all: make(map[string]logic.Known)}
	for _, one := range r.nodes {
		if one.makesItem() && one.item.Name != "" {
			n.file[one.item.Name] = one.name
		}
	}
	n.addAll(r.form.Items, "")
	for _, one := range r.nodes {
		texts := expressions(&one.item)
		for i, column := range exactColumns {
			at := one.get("loftet/" + column)
			if at.text == "" || !one.makesItem() {
				continue
			}
			said, err := logic.Back(at.text, n.known)
			shown := one.get(columnsOf[column])
			is, known := yes(shown.text)
			switch {
			case err == nil && said == shown.text:
			case err == nil && column == "default" && initialText(said, &one.item) == shown.text:
			case err == nil && known && said == strconv.FormatBool(is)+"()":
			default:
				r.warn(at.place, "own_changed", "The column %q was changed since it was written here; it counts.", strings.TrimSpace(shown.column))
				continue
			}
			*texts[i] = at.text
		}
	}
}
