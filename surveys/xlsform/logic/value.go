package logic

import (
	"slices"
	"strconv"
	"strings"
)

// value is a translated part of an expression.
type value struct {
	is   Is
	code string // in brackets where it needs them

	// needs are conditions, true or false, under which there is a result at all.
	needs []string
	// plain tells that == may ask it whether or not there is a result: it is no
	// operator's.
	plain bool
	date  bool

	// holds and exact are the conjuncts of a truth. The first ones may have no
	// result where XPath says false, which is as good where a condition must hold;
	// the others are always true or false.
	holds, exact []string
	// ors are these two of what was put together by or, piece by piece.
	ors [2][]string

	// kept is what is kept of a text that may be empty: nothing where it is.
	kept string

	text   *string // of a text written in the expression
	number *float64
	always *bool // of true() and false()
	answer *Answer
}

func textOf(text string) value {
	return value{is: Text, code: strconv.Quote(text), plain: true, text: &text}
}

func numberOf(n float64) value {
	text := strconv.FormatFloat(n, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return value{is: Number, code: text, plain: true, number: &n}
}

// empty tells whether a value is written as ”.
func (v value) empty() bool { return v.text != nil && *v.text == "" }

// truth makes a truth of a condition that is always true or false.
func truth(code string) value { return value{is: Truth, holds: []string{code}, exact: []string{code}} }

func constant(b bool) value {
	v := truth(strconv.FormatBool(b))
	v.always = &b
	return v
}

// needing makes a truth of a condition that has a result under other conditions,
// and is false otherwise.
func needing(code string, needs ...string) value {
	return value{is: Truth, holds: []string{code}, exact: append(slices.Clone(needs), code)}
}

// sure makes a truth of a condition that would take nothing for the same as
// nothing, were the needs not asked first.
func sure(code string, needs ...string) value {
	all := append(slices.Clone(needs), code)
	return value{is: Truth, holds: all, exact: all}
}

// and joins conditions, each said once.
func and(conditions []string) string {
	return strings.Join(unique(conditions), " && ")
}

func unique(all []string) []string {
	var out []string
	for _, one := range all {
		if !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}

// group puts brackets around several conditions.
func group(conditions []string) string {
	if len(unique(conditions)) == 1 && !strings.Contains(conditions[0], " ") {
		return conditions[0]
	}
	return "(" + and(conditions) + ")"
}

func call(function string, args ...string) string {
	return function + "(" + strings.Join(args, ", ") + ")"
}

func answered(code string) string { return call("answered", code) }

// union are the needs of several values.
func union(values ...value) []string {
	var all []string
	for _, v := range values {
		all = append(all, v.needs...)
	}
	return unique(all)
}

// of makes a value of a function of others, which has a result where they have.
func of(is Is, function string, args ...value) value {
	v := value{is: is, needs: union(args...), plain: true}
	var codes []string
	for _, arg := range args {
		codes = append(codes, arg.code)
		v.plain = v.plain && arg.plain
	}
	v.code = call(function, codes...)
	return v
}
