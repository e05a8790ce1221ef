package logic

import (
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/xlsform/xpath"
)

func (t *translation) binary(e *xpath.Binary) value {
	if v, is := t.inAnyRow(e); is {
		return v
	}
	switch e.Operator {
	case "and", "or":
		left, right := asTruth(t.value(e.Left)), asTruth(t.value(e.Right))
		if e.Operator == "and" {
			return value{is: Truth, holds: slices.Concat(left.holds, right.holds), exact: slices.Concat(left.exact, right.exact)}
		}
		return either(left, right)
	case "=", "!=", "<", "<=", ">", ">=":
		return t.compare(e.Operator, t.value(e.Left), t.value(e.Right))
	case "|":
		refuse(e, Unsupported, "union", "Several answers put together by | are not supported")
	}
	left, right := asNumber(t.value(e.Left)), asNumber(t.value(e.Right))
	if e.Operator == "mod" {
		return of(Number, "mod", left, right)
	}
	sign := map[string]string{"+": "+", "-": "-", "*": "*", "div": "/"}[e.Operator]
	v := value{is: Number, code: "(" + left.code + " " + sign + " " + right.code + ")", needs: union(left, right)}
	if e.Operator == "div" && right.number == nil {
		v.needs = append(v.needs, right.code+" != 0.0") // what is divided by 0 is no number here
	}
	return v
}

func (t *translation) compare(operator string, left, right value) value {
	switch operator {
	case "=":
		return t.equal(left, right)
	case "!=":
		return different(t.equal(left, right))
	}
	return order(operator, left, right)
}

// either puts two truths together by or. A chain of them stays one, however long.
func either(left, right value) value {
	var v value
	for i, conditions := range []func(value) []string{
		func(v value) []string { return v.holds }, func(v value) []string { return v.exact },
	} {
		for _, side := range []value{left, right} {
			if len(side.ors[i]) > 0 {
				v.ors[i] = append(v.ors[i], side.ors[i]...)
			} else {
				v.ors[i] = append(v.ors[i], bracketed(conditions(side)))
			}
		}
	}
	v.is = Truth
	v.holds = []string{"(" + strings.Join(v.ors[0], " || ") + ")"}
	v.exact = []string{"(" + strings.Join(v.ors[1], " || ") + ")"}
	return v
}

// bracketed puts brackets around several conditions.
func bracketed(conditions []string) string {
	if conditions = unique(conditions); len(conditions) == 1 {
		return conditions[0]
	}
	return "(" + and(conditions) + ")"
}

// different is != of what equal made: in XPath both are false of no number, but
// for an answer that is missing.
func different(same value) value {
	if same.always != nil {
		return constant(!*same.always)
	}
	if only := same.exact[len(same.exact)-1]; len(same.exact) == 1 && strings.Count(only, " == ") == 1 && !strings.HasPrefix(only, "!") {
		return truth(strings.Replace(only, " == ", " != ", 1))
	}
	return not(same)
}

// equal compares as XPath does: as truths where one is, else as numbers where one
// is, else as texts.
func (t *translation) equal(a, b value) value {
	if a.text != nil || a.number != nil || a.always != nil {
		a, b = b, a
	}
	switch {
	case b.empty():
		return isEmpty(a)
	case a.is == Truth || b.is == Truth:
		return sameTruth(a, b)
	case a.is == Text && b.number != nil && a.answer != nil && len(a.answer.Choices) > 0:
		return t.chosenNumber(a, *b.number)
	case a.is == Number || b.is == Number:
		if b.text != nil && *b.text == "NaN" { // as some programs keep what could not be worked out
			return isEmpty(a)
		}
		if b.text != nil && !numeral.MatchString(strings.TrimSpace(*b.text)) {
			t.note("never_text", "an answer that is a number is never '%s'", *b.text)
			return constant(false)
		}
		if a.answer != nil && b.answer != nil && a.is != b.is { // both may be missing, and are the same then
			return sameCode(asText(a), asText(b))
		}
		x, y := asNumber(a), asNumber(b)
		if x.is == a.is && y.is == b.is {
			return sameCode(x, y)
		}
		return sure(x.code+" == "+y.code, union(x, y)...) // what is no number is not the same as what is missing
	}
	t.checkChoice(a, b)
	if a.is == List || b.is == List {
		a, b = asText(a), asText(b)
	}
	return sameCode(a, b)
}

// sameCode compares by ==, for which null is a value like others: an answer may be
// asked whether or not it is there, when the other side is one too or is written
// out. What is worked out of missing answers is the same as nothing.
func sameCode(a, b value) value {
	code := a.code + " == " + b.code
	written := func(v value) bool { return v.text != nil || v.number != nil }
	answers := a.answer != nil && b.answer != nil
	if a.plain && b.plain && (answers || written(a) || written(b)) && !slices.Contains(union(a, b), "false") {
		return truth(code)
	}
	return sure(code, union(a, b)...)
}

func sameTruth(a, b value) value {
	if a.is != Truth {
		a, b = b, a
	}
	if a.answer != nil && b.text != nil && len(a.answer.Choices) == 2 { // yes or no, as it is written elsewhere
		if at := slices.Index(a.answer.Choices, *b.text); at >= 0 {
			return truth(a.code + " == " + strconv.FormatBool(at == 0))
		}
	}
	if b.text != nil && (*b.text == "false" || *b.text == "no") {
		return not(a)
	}
	if b = asTruth(b); b.always != nil {
		if *b.always {
			return a
		}
		return not(a)
	}
	if a.always != nil {
		return sameTruth(b, a)
	}
	return truth(group(a.exact) + " == " + group(b.exact))
}

// chosenNumber compares a choice with a number: choices are texts, and 1 is the
// one called 1 or 01.
func (t *translation) chosenNumber(a value, n float64) value {
	var same []string
	for _, name := range a.answer.Choices {
		if v, err := strconv.ParseFloat(name, 64); err == nil && v == n {
			same = append(same, strconv.Quote(name))
		}
	}
	switch len(same) {
	case 0:
		t.note("no_choice_number", "the list %s has no choice %v", a.answer.List, n)
		return sameCode(a, asText(numberOf(n)))
	case 1:
		return truth(a.code + " == " + same[0])
	}
	return truth(a.code + " in [" + strings.Join(same, ", ") + "]")
}

// checkChoice notes a comparison with a choice that a list doesn't have.
func (t *translation) checkChoice(a, b value) {
	if a.answer != nil && b.text != nil && len(a.answer.Choices) > 0 && a.is == Text && !slices.Contains(a.answer.Choices, *b.text) {
		t.note("no_choice", "the list %s has no choice '%s'", a.answer.List, *b.text)
	}
}

// order compares numbers, and dates as they are written.
func order(operator string, a, b value) value {
	dated := func(v value) bool { return v.date || v.text != nil && day.MatchString(*v.text) }
	if !(dated(a) && dated(b)) {
		a, b = asNumber(a), asNumber(b)
	}
	return needing(a.code+" "+operator+" "+b.code, union(a, b)...)
}
