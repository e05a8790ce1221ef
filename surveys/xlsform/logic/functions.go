package logic

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

// function is one of ODK's functions: how many arguments it takes (most -1: any
// number) and what it becomes.
type function struct {
	least, most int
	do          func(t *translation, e *xpath.Call) value
}

// functions are filled by init, as they translate their arguments by themselves.
var functions map[string]function

func init() {
	functions = map[string]function{
		"true":  {0, 0, func(*translation, *xpath.Call) value { return constant(true) }},
		"false": {0, 0, func(*translation, *xpath.Call) value { return constant(false) }},
		"not":   {1, 1, func(t *translation, e *xpath.Call) value { return not(asTruth(t.value(e.Args[0]))) }},
		"if":    {3, 3, (*translation).choose},

		"boolean":             {1, 1, func(t *translation, e *xpath.Call) value { return asTruth(t.value(e.Args[0])) }},
		"boolean-from-string": {1, 1, (*translation).truthOfText},
		"number":              {1, 1, func(t *translation, e *xpath.Call) value { return asNumber(t.value(e.Args[0])) }},
		"string":              {1, 1, func(t *translation, e *xpath.Call) value { return asText(t.value(e.Args[0])) }},
		"int":                 numeric("trunc", 1),
		"floor":               numeric("floor", 1),
		"ceiling":             numeric("ceil", 1),
		"abs":                 numeric("abs", 1),
		"sqrt":                numeric("sqrt", 1),
		"pow":                 numeric("pow", 2),
		"round":               {1, 2, numbers("round")},
		"pi":                  {0, 0, func(*translation, *xpath.Call) value { return numberOf(math.Pi) }},

		"selected":        {2, 2, (*translation).selected},
		"count-selected":  {1, 1, (*translation).countSelected},
		"jr:choice-name":  {2, 2, (*translation).label},
		"string-length":   {0, 1, (*translation).length},
		"regex":           {2, 2, (*translation).regex},
		"contains":        within("contains"),
		"starts-with":     within("startsWith"),
		"ends-with":       within("endsWith"),
		"substr":          {2, 3, (*translation).substr},
		"concat":          {0, -1, (*translation).concat},
		"join":            {1, -1, (*translation).join},
		"normalize-space": {1, 1, (*translation).normalize},
		"trim":            ofText("trim"),
		"lower-case":      ofText("lower"),
		"upper-case":      ofText("upper"),
		"coalesce":        {2, -1, (*translation).coalesce},

		"sum":             {1, -1, (*translation).sum},
		"min":             {1, -1, numbersOf("min")},
		"max":             {1, -1, numbersOf("max")},
		"count":           {1, 1, (*translation).count},
		"count-non-empty": {1, 1, (*translation).countAnswered},

		"today":             {0, 0, func(*translation, *xpath.Call) value { return dated("today()") }},
		"now":               {0, 0, func(*translation, *xpath.Call) value { return dated("now()") }},
		"date":              {1, 1, (*translation).date},
		"date-time":         {1, 1, (*translation).moment},
		"decimal-date-time": {1, 1, (*translation).days},
		"format-date":       {2, 2, (*translation).formatDate},
		"format-date-time":  {2, 2, (*translation).formatDate},
	}
}

func (t *translation) call(e *xpath.Call) value {
	f, known := functions[e.Function]
	switch {
	case !known:
		refuse(e, Unsupported, "no_such_function", "The function %s() is not supported%s", e.Function, meant(e.Function))
	case len(e.Args) < f.least || f.most >= 0 && len(e.Args) > f.most:
		refuse(e, Broken, "function_values", "%s() is called with %d values", e.Function, len(e.Args))
	}
	return f.do(t, e)
}

func numeric(name string, takes int) function { return function{takes, takes, numbers(name)} }

func numbers(name string) func(*translation, *xpath.Call) value {
	return func(t *translation, e *xpath.Call) value {
		var args []value
		for _, arg := range e.Args {
			args = append(args, asNumber(t.value(arg)))
		}
		return of(Number, name, args...)
	}
}

// choose is if(condition, then, otherwise). Both become one kind of value.
func (t *translation) choose(e *xpath.Call) value {
	condition, then, otherwise := asTruth(t.value(e.Args[0])), t.value(e.Args[1]), t.value(e.Args[2])
	is := common(then, otherwise)
	if is == List {
		is = Text
	}
	then, otherwise = as(is, then), as(is, otherwise)
	test := group(condition.exact)
	between := func(code func(value) string) string {
		return "(" + test + " ? " + code(then) + " : " + code(otherwise) + ")"
	}
	kept := between(func(v value) string {
		switch {
		case v.empty():
			return "none()"
		case v.kept != "":
			return v.kept
		case v.is == Truth:
			return "(" + and(v.exact) + ")"
		}
		return v.code
	})
	switch is {
	case Truth:
		return truth(kept)
	case Text:
		v := value{is: Text, kept: kept, code: between(func(v value) string { return asText(v).code }), plain: true}
		v.date = (then.date || then.empty()) && (otherwise.date || otherwise.empty())
		v.needs = union(asText(then), asText(otherwise))
		v.plain = len(v.needs) == 0
		return v
	}
	v := value{is: is, code: kept}
	needs := func(v value) string {
		if v.empty() || len(v.needs) == 0 {
			return strconv.FormatBool(!v.empty())
		}
		return and(v.needs)
	}
	if a, b := needs(then), needs(otherwise); a != "true" || b != "true" {
		v.needs = []string{"(" + test + " ? (" + a + ") : (" + b + "))"}
	}
	return v
}

// common is the kind that several values become; an empty text is any.
func common(all ...value) Is {
	is := Nothing
	for _, v := range all {
		switch {
		case v.empty() || v.is == is:
		case is == Nothing:
			is = v.is
		case is != v.is && slices.Contains([]Is{Number, Truth}, is) && slices.Contains([]Is{Number, Truth}, v.is):
			is = Number
		default:
			is = Text
		}
	}
	if is == Nothing {
		return Text
	}
	return is
}

func as(is Is, v value) value {
	switch {
	case v.empty():
		return v
	case is == Number:
		return asNumber(v)
	case is == Text && v.is != Text:
		return asText(v)
	case is == Truth:
		return asTruth(v)
	}
	return v
}

// coalesce is the first that is there.
func (t *translation) coalesce(e *xpath.Call) value {
	var all []value
	for _, arg := range e.Args {
		all = append(all, t.value(arg))
	}
	is := common(all...)
	if is == List || is == Truth {
		is = Text
	}
	v := as(is, all[len(all)-1])
	for _, before := range slices.Backward(all[:len(all)-1]) {
		if before = as(is, before); before.empty() {
			continue
		}
		if v.empty() {
			v = before
			continue
		}
		both := value{is: is, date: v.date && before.date, plain: v.plain && before.plain}
		switch {
		case len(before.needs) == 0 && before.is == Number:
			both = before
		case before.plain && len(before.needs) > 0:
			both.code = call("coalesce", before.code, v.code)
			if len(v.needs) > 0 {
				both.needs = []string{answered(both.code)}
			}
		default: // worked out, or a text that may be empty
			there := before.needs
			if len(there) == 0 {
				there = []string{before.code + ` != ""`}
			}
			both.code = "(" + group(there) + " ? " + before.code + " : " + v.code + ")"
		}
		v = both
	}
	return v
}

// meant proposes a function that somebody may have meant.
func meant(name string) said.Sentence {
	for known := range functions {
		if strings.EqualFold(strings.ReplaceAll(known, "-", ""), strings.NewReplacer("-", "", "_", "").Replace(name)) {
			return said.As("meant_function", "; is %s() meant?", known)
		}
	}
	return said.Sentence{}
}
