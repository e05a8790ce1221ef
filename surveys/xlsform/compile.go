package xlsform

import (
	"strings"

	"loftet/internal/fault"
	"loftet/surveys/form"
	"loftet/surveys/xlsform/said"
)

// columnsOf are the columns that parts of an item come from.
var columnsOf = map[string]string{
	"visible": "bind/relevant", "required": "bind/required", "constraint": "bind/constraint", "calculate": "bind/calculate",
	"default": "default", "filter": "choice_filter", "count": "control/jr:count", "list": "type", "kind": "type",
	"min": "parameters", "max": "parameters", "label": "label", "hint": "hint",
	"message": "bind/jr:constraintMsg", "requiredMessage": "bind/jr:requiredMsg", "name": "name",
}

// compile checks the form as one that is made here is checked, and takes it with
// its expressions as they are stored.
func (r *reader) compile() {
	compiled, found := form.Compile(r.form)
	for _, f := range found {
		code, why := reason(f)
		n, part := r.stands(f.Path)
		if n == nil {
			code, why, at := wholly(f, code, why)
			r.tell(at, code, why)
			continue
		}
		at := n.get("type").place
		if key, known := columnsOf[part]; known {
			at = n.get(key).place
		}
		r.tell(at, code, why)
	}
	if len(found) == 0 {
		r.form = compiled.Form()
	}
}

// stands finds the row of a path such as items.2.items.0.visible.
func (r *reader) stands(path string) (n *node, part string) {
	for _, n := range r.nodes {
		if rest, inside := strings.CutPrefix(path+".", n.path+"."); n.path != "" && inside && !strings.HasPrefix(rest, "items.") {
			part, _, _ = strings.Cut(rest, ".")
			return n, part
		}
	}
	return nil, ""
}

// sheetOf is where a part of the form as a whole stands.
var sheetOf = map[string]string{
	"items": "survey", "languages": "survey", "lists": "choices", "id": "settings", "version": "settings", "title": "settings",
}

// wholly tells what is wrong with a form as a whole, or with its lists, and in which sheet.
func wholly(f fault.Field, code Code, why said.Sentence) (Code, said.Sentence, place) {
	part, _, _ := strings.Cut(f.Path, ".")
	most := f.Params["max"]
	switch part + " " + f.Code {
	case "items too_long":
		code, why = TooLarge, said.As("logic_long", "The conditions and calculations of the form have more than %v letters together. Make several forms of it.", most)
	case "items form_too_many":
		code, why = TooLarge, said.As("many_rows", "The form has more than %v questions, groups and calculations. Make several forms of it.", most)
	case "languages form_too_many":
		code, why = TooLarge, said.As("many_languages", "The form has more than %v languages.", most)
	case "lists form_too_many":
		code, why = TooLarge, said.As("many_choices", "The lists have more than %v choices together.", most)
	}
	return code, why, place{sheet: sheetOf[part]}
}

// reason tells people what is wrong, by the code of a fault.
func reason(f fault.Field) (Code, said.Sentence) {
	if strings.HasPrefix(f.Code, "expression_result_") || f.Code == "form_calculation_type" {
		f.Code = "expression_types"
	}
	switch f.Code {
	case "form_circle":
		return BadExpression, said.As("circle", "This depends on itself, by way of %v.", f.Params["name"])
	case "expression_types":
		return BadExpression, said.As("mixed", "Numbers, texts and conditions are mixed here in a way that has no meaning.")
	case "expression_too_long", "expression_too_deep":
		return TooLarge, said.As("expression_long", "The expression is too long. Calculate a part of it in a row of its own.")
	case "expression_number":
		return BadExpression, said.As("number_large", "A number here is too large to calculate with.")
	case "expression_pattern":
		return BadPattern, said.As("pattern_looks", "The pattern cannot be taken: it looks ahead or back, or repeats too often.")
	case "expression_in_repeat":
		return NotSupported, said.As("row_answers", "Each row of a repeat has its own answer. Say which by sum, min, max, count or join.")
	case "too_long":
		return TooLarge, said.As("text_long", "The text is longer than %v letters.", f.Params["max"])
	case "form_too_many":
		return TooLarge, said.As("too_many", "There are more than %v of these.", f.Params["max"])
	case "form_too_deep":
		return NotSupported, said.As("groups_deep", "Groups stand in each other more than %v deep.", f.Params["max"])
	case "form_scale":
		return BadParameters, said.As("range_long", "The range has more than %v steps.", f.Params["max"])
	}
	return BadExpression, said.As("cannot_take", "The questionnaire cannot take this (%s).", strings.ReplaceAll(f.Code, "_", " "))
}
