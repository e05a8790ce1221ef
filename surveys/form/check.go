package form

import (
	"slices"
	"unicode/utf8"

	"loftet/internal/expr"
	"loftet/internal/fault"
)

// Limits of a form.
const (
	MaxItems     = 2000
	MaxDepth     = 10 // of groups within groups
	MaxChoices   = 20_000
	MaxText      = 10_000 // characters of one text in one language
	MaxLanguages = 30
	MaxRows      = 200     // of a repeat
	maxLogic     = 300_000 // characters of all expressions: each is read whenever the form is
	maxParts     = 50
	maxLine      = 200 // of an id, a version and the name of a choice
)

// faults collects what is wrong with a form.
type faults []fault.Field

func (f *faults) add(at *node, part, code string, params ...any) {
	path := part
	if at != nil {
		path = at.path
		if part != "" {
			path += "." + part
		}
		params = append(params, "item", at.item.Name)
	}
	*f = append(*f, fault.OnField(path, code, params...))
}

// expression adds what is wrong with the text of an expression.
func (f *faults) expression(at *node, part string, wrong *expr.Fault) {
	params := []any{"line", wrong.Line, "column", wrong.Column, "offset", wrong.Offset}
	for name, value := range wrong.Params {
		params = append(params, name, value)
	}
	f.add(at, part, wrong.Code, params...)
}

// lengthOfLogic counts the characters of all expressions.
func lengthOfLogic(nodes []*node) (all int) {
	for _, n := range nodes {
		i := n.item
		for _, text := range []string{i.Visible, i.Required, i.Constraint, i.Calculate, i.Default, i.Filter, i.Count} {
			all += utf8.RuneCountInString(text)
		}
	}
	return all
}

// checkForm finds what is wrong with a form but for its expressions.
func checkForm(form Form, nodes []*node) faults {
	var found faults
	found.line("id", form.ID)
	if utf8.RuneCountInString(form.Version) > maxLine {
		found.add(nil, "version", "too_long", "max", maxLine)
	}
	found.texts(nil, "title", form.Title)
	switch {
	case len(form.Languages) == 0:
		found.add(nil, "languages", "form_language_required")
	case len(form.Languages) > MaxLanguages:
		found.add(nil, "languages", "form_too_many", "max", MaxLanguages)
	}
	for i, language := range form.Languages {
		if slices.Contains(form.Languages[:i], language) {
			found.add(nil, "languages", "repeated")
		}
	}
	if len(nodes) > MaxItems {
		found.add(nil, "items", "form_too_many", "max", MaxItems)
	}
	if logic := lengthOfLogic(nodes); logic > maxLogic {
		found.add(nil, "items", "too_long", "max", maxLogic)
	}
	found.lists(form.Lists)
	names := map[string]bool{}
	for _, n := range nodes {
		found.item(form, n)
		if names[n.item.Name] {
			found.add(n, "name", "form_name_repeated", "name", n.item.Name)
		}
		names[n.item.Name] = true
	}
	return found
}

// line checks a text that must be there and be one line.
func (f *faults) line(part, text string) {
	switch {
	case text == "":
		f.add(nil, part, "required")
	case utf8.RuneCountInString(text) > maxLine:
		f.add(nil, part, "too_long", "max", maxLine)
	}
}

func (f *faults) texts(at *node, part string, text Text) {
	for language, said := range text {
		if utf8.RuneCountInString(said) > MaxText {
			f.add(at, part+"."+language, "too_long", "max", MaxText)
		}
	}
}

func (f *faults) lists(lists map[string][]Choice) {
	all := 0
	for list, choices := range lists {
		all += len(choices)
		seen := map[string]bool{}
		for _, choice := range choices {
			at := "lists." + list
			f.texts(nil, at, choice.Label)
			switch {
			case choice.Name == "":
				f.add(nil, at, "form_choice_name")
			case utf8.RuneCountInString(choice.Name) > maxLine:
				f.add(nil, at, "too_long", "max", maxLine)
			case seen[choice.Name]:
				f.add(nil, at, "form_choice_repeated", "name", choice.Name, "list", list)
			}
			seen[choice.Name] = true
			for attribute := range choice.Attributes {
				if !ValidName(attribute) || attribute == "name" {
					f.add(nil, at, "form_name", "name", attribute)
				}
			}
		}
	}
	if all > MaxChoices {
		f.add(nil, "lists", "form_too_many", "max", MaxChoices)
	}
	slices.SortStableFunc(*f, func(a, b fault.Field) int { return compare(a.Path, b.Path) }) // maps come in any order
}

// item checks what an item says of itself.
func (f *faults) item(form Form, n *node) {
	item := n.item
	if _, known := kinds[item.Kind]; !known {
		f.add(n, "kind", "not_in_list")
	}
	if !ValidName(item.Name) {
		f.add(n, "name", "form_name", "name", item.Name)
	}
	f.texts(n, "label", item.Label)
	f.texts(n, "hint", item.Hint)
	f.texts(n, "message", item.Message)
	f.texts(n, "requiredMessage", item.RequiredMessage)
	f.texts(n, "unit", item.Unit)
	if item.Goal < 0 || item.Goal > 17 {
		f.add(n, "goal", "not_in_list")
	} else if item.Goal != 0 && n.within != nil {
		f.add(n, "goal", "form_goal_within")
	}
	f.place(n)
	f.settings(form, n)
	f.parts(n)
}

// place checks how items stand in each other.
func (f *faults) place(n *node) {
	depth := 0
	for at := n.within; at != nil; at = at.within {
		depth++
	}
	if depth > MaxDepth {
		f.add(n, "", "form_too_deep", "max", MaxDepth)
	}
	holds := n.item.Kind == Group || n.item.Kind == Repeat
	if len(n.item.Items) > 0 && !holds {
		f.add(n, "items", "form_items_within")
	}
	if n.item.Kind == Repeat && n.row != nil {
		f.add(n, "", "form_repeat_within", "repeat", n.row.item.Name)
	}
}

// settings checks what only some kinds have.
func (f *faults) settings(form Form, n *node) {
	item := n.item
	_, listed := form.Lists[item.List]
	switch {
	case item.Kind.listed() && item.List == "":
		f.add(n, "list", "form_list_required")
	case item.Kind.listed() && !listed:
		f.add(n, "list", "form_list_unknown", "list", item.List)
	case !item.Kind.listed() && (item.List != "" || item.Filter != "" || item.Other):
		f.add(n, "list", "form_not_of_kind")
	case item.Other && item.Kind == Ranking:
		f.add(n, "other", "form_not_of_kind")
	}
	if !item.Kind.bounded() && (item.Min != nil || item.Max != nil || item.Step != 0) {
		f.add(n, "min", "form_not_of_kind")
	}
	if item.Min != nil && item.Max != nil && *item.Min > *item.Max {
		f.add(n, "max", "form_max_below_min")
	}
	if item.Kind == Scale && (item.Min == nil || item.Max == nil || item.Step < 0 || steps(item) > maxSteps) {
		f.add(n, "max", "form_scale", "max", maxSteps)
	}
	if item.Currency != "" && (item.Kind != Money || !currencyForm.MatchString(item.Currency)) {
		f.add(n, "currency", "form_currency")
	}
	switch calculates := item.Kind == Calculated || item.ReadOnly && item.Kind.Answered(); {
	case item.Kind == Calculated && item.Calculate == "":
		f.add(n, "calculate", "form_calculation_required")
	case item.Calculate != "" && !calculates:
		f.add(n, "calculate", "form_calculation_of_answer")
	}
	if (item.Constraint != "" || item.Default != "") && !item.Kind.Answered() && (item.Kind != Calculated || item.Default != "") {
		f.add(n, "constraint", "form_not_of_kind")
	}
	if item.Count != "" && item.Kind != Repeat {
		f.add(n, "count", "form_not_of_kind")
	}
}

func (f *faults) parts(n *node) {
	switch {
	case n.item.Kind != Parts && len(n.item.Parts) > 0:
		f.add(n, "parts", "form_not_of_kind")
	case n.item.Kind == Parts && (len(n.item.Parts) == 0 || len(n.item.Parts) > maxParts):
		f.add(n, "parts", "form_parts_required", "max", maxParts)
	}
	seen := map[string]bool{}
	for _, part := range n.item.Parts {
		f.texts(n, "parts", part.Label)
		f.texts(n, "parts", part.Unit)
		if !ValidName(part.Name) {
			f.add(n, "parts", "form_name", "name", part.Name)
		}
		if seen[part.Name] {
			f.add(n, "parts", "form_name_repeated", "name", part.Name)
		}
		seen[part.Name] = true
	}
}
