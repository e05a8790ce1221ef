package logic

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"

	"loftet/surveys/xlsform/xpath"
)

func ofText(name string) function {
	return function{1, 1, func(t *translation, e *xpath.Call) value { return of(Text, name, asText(t.value(e.Args[0]))) }}
}

// within is a question of one text to another, such as contains(a, 'x').
func within(name string) function {
	return function{2, 2, func(t *translation, e *xpath.Call) value {
		a, b := t.value(e.Args[0]), asText(t.value(e.Args[1]))
		if a.is == Text && a.answer != nil && !a.answer.Calculated && b.text != nil && *b.text != "" {
			return needing(call(name, a.code, b.code), a.needs...) // nothing stands in what is missing
		}
		a = asText(a)
		return needing(call(name, a.code, b.code), union(a, b)...)
	}}
}

// selected is whether a choice was made, or a word stands in a text.
func (t *translation) selected(e *xpath.Call) value {
	a, b := t.value(e.Args[0]), asText(t.value(e.Args[1]))
	if b.text != nil && a.answer != nil && len(a.answer.Choices) > 0 && a.answer.Is != Truth && !slices.Contains(a.answer.Choices, *b.text) {
		t.note("no_choice", "the list %s has no choice '%s'", a.answer.List, *b.text)
	}
	switch {
	case a.is == Truth && a.answer != nil && b.text != nil:
		return t.equal(a, b)
	case a.is == List || a.answer != nil && a.is == Text && !a.answer.Calculated && len(a.answer.Choices) > 0:
		return needing(call("selected", a.code, b.code), b.needs...)
	}
	a = asText(a)
	return needing(call("selected", call("words", a.code), b.code), union(a, b)...)
}

func (t *translation) countSelected(e *xpath.Call) value {
	a := t.value(e.Args[0])
	if a.is == List {
		return of(Number, "length", a)
	}
	a = asText(a)
	return value{is: Number, code: call("length", call("words", a.code)), plain: a.plain, needs: a.needs}
}

// label is what a choice is called: jr:choice-name(${q}, '${q}').
func (t *translation) label(e *xpath.Call) value {
	choice := asText(t.value(e.Args[0]))
	named, _ := e.Args[1].(*xpath.Text)
	if named == nil {
		refuse(e, Unsupported, "choice_name_quotes", "jr:choice-name() needs the question's name in quotes, such as '${q}'")
	}
	list, found := t.scope.List(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(named.Value), "${"), "}"))
	if !found {
		refuse(e, Unsupported, "choice_name_list", "jr:choice-name() needs a question with choices; %s is none", named.Value)
	}
	v := of(Text, "label", textOf(list), choice)
	v.needs = append(v.needs, answered(v.code))
	return v
}

func (t *translation) length(e *xpath.Call) value {
	if len(e.Args) == 0 {
		return of(Number, "length", asText(from(e, t.answer(&xpath.Path{Steps: []string{"."}}))))
	}
	return of(Number, "length", asText(t.value(e.Args[0])))
}

// regex is whether a whole text is as a pattern says.
func (t *translation) regex(e *xpath.Call) value {
	a := t.value(e.Args[0])
	written, ok := e.Args[1].(*xpath.Text)
	if !ok {
		refuse(e, Unsupported, "pattern_written", "The pattern of regex() must be written out in quotes")
	}
	tree, err := syntax.Parse(written.Value, syntax.Perl)
	if err != nil {
		refuse(e.Args[1], BadPattern, "pattern_unknown", "The pattern %q cannot be taken (%s). Looking ahead or back (?=, ?!, ?<) and \\1 are not known here",
			written.Value, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	pattern := written.Value
	if !whole(tree) {
		pattern = "^(?:" + pattern + ")$"
	}
	matches := regexp.MustCompile(pattern)
	if a.is == Text && a.answer != nil && !a.answer.Calculated && !matches.MatchString("") {
		return needing(call("matches", a.code, quoted(pattern)), a.needs...)
	}
	a = asText(a)
	return needing(call("matches", a.code, quoted(pattern)), a.needs...)
}

// whole tells whether a pattern begins at the beginning and ends at the end.
func whole(tree *syntax.Regexp) bool {
	return tree.Op == syntax.OpConcat && len(tree.Sub) > 1 &&
		tree.Sub[0].Op == syntax.OpBeginText && tree.Sub[len(tree.Sub)-1].Op == syntax.OpEndText
}

func quoted(text string) string { return textOf(text).code }

func (t *translation) substr(e *xpath.Call) value {
	args := []value{asText(t.value(e.Args[0]))}
	for _, arg := range e.Args[1:] {
		args = append(args, asNumber(t.value(arg)))
	}
	return of(Text, "substr", args...)
}

func (t *translation) normalize(e *xpath.Call) value {
	a := asText(t.value(e.Args[0]))
	return value{is: Text, code: call("join", call("words", a.code), `" "`), plain: a.plain, needs: a.needs}
}

// concat puts texts together, those of all rows too.
func (t *translation) concat(e *xpath.Call) value {
	var parts []value
	for _, arg := range e.Args {
		if rows, is := t.rows(arg); is {
			parts = append(parts, value{is: Text, code: call("join", rows, `""`), plain: true})
		} else {
			parts = append(parts, asText(t.value(arg)))
		}
	}
	return sumOfTexts(parts)
}

// written puts texts together that all stand in the expression.
func written(parts []value) (whole string, is bool) {
	for _, part := range parts {
		if part.text == nil {
			return "", false
		}
		whole += *part.text
	}
	return whole, true
}

func sumOfTexts(parts []value) value {
	switch len(parts) {
	case 0:
		return textOf("")
	case 1:
		return parts[0]
	}
	if whole, is := written(parts); is {
		return textOf(whole)
	}
	v := value{is: Text, needs: union(parts...)}
	var codes []string
	for _, part := range parts {
		codes = append(codes, part.code)
	}
	v.plain = len(v.needs) == 0
	v.code = "(" + strings.Join(codes, " + ") + ")"
	return v
}

// join puts texts together with another between them.
func (t *translation) join(e *xpath.Call) value {
	between := asText(t.value(e.Args[0]))
	if len(e.Args) == 2 {
		if rows, is := t.rows(e.Args[1]); is {
			return value{is: Text, code: call("join", rows, between.code), plain: between.plain, needs: between.needs}
		}
	}
	var codes []string
	all := []value{between}
	for _, arg := range e.Args[1:] {
		part := asText(t.value(arg))
		all, codes = append(all, part), append(codes, part.code)
	}
	return value{is: Text, code: call("join", "["+strings.Join(codes, ", ")+"]", between.code), plain: len(union(all...)) == 0, needs: union(all...)}
}

func (t *translation) truthOfText(e *xpath.Call) value {
	return truth(asText(t.value(e.Args[0])).code + ` in ["true", "1"]`)
}
