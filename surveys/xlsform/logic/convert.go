package logic

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/xlsform/xpath"
)

// from makes a value of an answer.
func from(e xpath.Expr, a Answer) value {
	v := value{is: a.Is, code: a.Code, plain: true, date: a.Date, answer: &a}
	switch {
	case a.Of != "":
		refuse(e, Unsupported, "each_row", "Each row of the repeat %s has its own. Say which one by sum, min, max, count or join", a.Of)
	case a.Is == Nothing:
		return textOf("")
	case a.Is == Rows:
		refuse(e, Unsupported, "group_no_answer", "A group or repeat is no answer; count(%s) counts its rows", a.Code)
	case a.Is == Truth:
		v.holds, v.exact = []string{a.Code}, []string{a.Code + " == true"}
	}
	if a.Is != List && !a.Given {
		v.needs = []string{answered(a.Code)}
	}
	return v
}

// asNumber is what a value counts as.
func asNumber(v value) value {
	switch {
	case v.is == Number:
		return v
	case v.text != nil:
		if n, err := strconv.ParseFloat(strings.TrimSpace(*v.text), 64); err == nil && numeral.MatchString(strings.TrimSpace(*v.text)) {
			return numberOf(n)
		}
		if day.MatchString(*v.text) {
			return of(Number, "days", v)
		}
		return value{is: Number, code: "number(" + v.code + ")", plain: true, needs: []string{"false"}}
	case v.is == Truth:
		return value{is: Number, code: call("number", and(v.exact)), plain: true}
	case v.date:
		return of(Number, "days", v)
	case v.is == List:
		v = asText(v)
	}
	n := of(Number, "number", v)
	if v.answer == nil || !allNumbers(v.answer.Choices) || len(v.answer.Choices) == 0 {
		n.needs = append(n.needs, answered(n.code)) // it may be no number at all
	}
	return n
}

var (
	numeral = regexp.MustCompile(`^-?([0-9]+\.?[0-9]*|\.[0-9]+)$`)
	day     = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+)?$`)
)

func allNumbers(texts []string) bool {
	return !slices.ContainsFunc(texts, func(t string) bool { return !numeral.MatchString(t) })
}

// asText is what a value reads as; an empty text where it is missing.
func asText(v value) value {
	switch {
	case v.is == Text && (v.text != nil || len(v.needs) == 0):
		return v
	case v.number != nil:
		return textOf(strconv.FormatFloat(*v.number, 'f', -1, 64))
	case v.is == Truth:
		return value{is: Text, code: call("text", and(v.exact)), plain: true}
	case v.plain:
		return value{is: Text, code: call("text", v.code), plain: true, date: v.date}
	}
	return value{is: Text, code: call("text", v.code), needs: v.needs}
}

// asTruth is whether there is something in a value, or it is not 0.
func asTruth(v value) value {
	switch {
	case v.is == Truth:
		return v
	case v.text != nil:
		return constant(*v.text != "")
	case v.number != nil:
		return constant(*v.number != 0)
	case v.is == Number:
		all := append(slices.Clone(v.needs), v.code+" != 0.0")
		return value{is: Truth, holds: all, exact: all}
	}
	return not(isEmpty(v))
}

// isEmpty is whether a value is missing, or an empty text.
func isEmpty(v value) value {
	switch {
	case v.text != nil:
		return constant(*v.text == "")
	case v.is == Truth && v.answer == nil:
		return constant(false)
	case v.answer != nil && v.answer.Given && v.is != List:
		return constant(false)
	case v.answer != nil && (v.is != Text || !v.answer.Calculated):
		return truth("!" + answered(v.code))
	case v.is == Number:
		return constant(false) // no number is no empty text
	}
	return truth(asText(v).code + ` == ""`)
}

// not turns a truth around.
func not(v value) value {
	if v.always != nil {
		return constant(!*v.always)
	}
	if len(v.exact) == 1 {
		switch only := v.exact[0]; {
		case strings.HasPrefix(only, "!answered(") && strings.Count(only, "(") == 1:
			return truth(only[1:])
		case strings.HasSuffix(only, ` == ""`) && strings.Count(only, " == ") == 1 && strings.HasPrefix(only, "text("):
			return truth(strings.TrimSuffix(only, ` == ""`) + ` != ""`)
		}
	}
	return truth("!(" + and(v.exact) + ")")
}
