package expr

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// Function is one function of the language. Both evaluators know exactly these.
// Where Takes has no ? a missing argument gives a missing result, and so does
// whatever a function can make nothing of.
type Function struct {
	Name  string
	Takes string // arguments and result, as people read them; ? marks what may be missing
	About string

	forms []form
}

// form is one list of types that a function takes.
type form struct {
	args    []*cel.Type
	result  *cel.Type
	missing bool // takes what is missing
	run     func(args ...ref.Val) ref.Val
}

var (
	number, text, truth = Number.cel(), Text.cel(), Bool.cel()
	anything            = cel.TypeParamType("A")
	anyList             = cel.ListType(anything)
	numbers, texts      = cel.ListType(number), cel.ListType(text)
)

// nothing is what is missing.
var nothing ref.Val = types.NullValue

// Functions is the whole library, in the order it is told about.
var Functions = []Function{
	{"answered", "(anything?) → bool", "whether there is an answer; an empty list is none", []form{
		{[]*cel.Type{anything}, truth, true, func(a ...ref.Val) ref.Val { return types.Bool(answered(a[0])) }},
	}},
	{"coalesce", "(a?, b?) → a or b", "a, or b where a is missing", []form{
		{[]*cel.Type{anything, anything}, anything, true, func(a ...ref.Val) ref.Val {
			if a[0] == nothing {
				return a[1]
			}
			return a[0]
		}},
	}},
	{"none", "() → any type", "what is missing", []form{
		{nil, anything, true, func(...ref.Val) ref.Val { return nothing }},
	}},
	{"selected", "(list or text?, text?) → bool", "whether a choice was made; who is missing has made none", []form{
		{[]*cel.Type{texts, text}, truth, true, selected}, {[]*cel.Type{text, text}, truth, true, selected},
	}},
	{"count", "(list) → number", "how many of its elements are there", []form{
		{[]*cel.Type{anyList}, number, false, func(a ...ref.Val) ref.Val { return types.Double(len(present(a[0]))) }},
	}},
	{"length", "(list or text) → number", "elements of a list, missing ones too; characters (code points) of a text; size(x) means this", []form{
		{[]*cel.Type{anyList}, number, false, length}, {[]*cel.Type{text}, number, false, length},
	}},
	{"sum", "(list of number) → number", "missing ones left out; of none there is no result", []form{overNumbers(total)}},
	{"mean", "(list of number) → number", "as sum", []form{overNumbers(mean)}},
	{"min", "(list of number) → number", "as sum", []form{overNumbers(least)}},
	{"max", "(list of number) → number", "as sum", []form{overNumbers(most)}},
	{"text", "(anything?) → text", `a number with as many digits as it needs, true or false, a list with spaces between; "" where missing`, []form{
		{[]*cel.Type{anything}, text, true, func(a ...ref.Val) ref.Val { return plain(a[0]) }},
	}},
	{"number", "(text, number or bool) → number", "the number that a text is, with a point; 1 for true, 0 for false", []form{
		{[]*cel.Type{anything}, number, false, asNumber},
	}},
	{"join", "(list, text) → text", "the elements as texts with the second between them, missing ones left out", []form{
		{[]*cel.Type{anyList, text}, text, false, joined},
	}},
	{"words", "(text) → list of text", "what stands between blanks", []form{
		{[]*cel.Type{text}, texts, false, words},
	}},
	{"contains", "(text, text) → bool", "whether the second stands in the first", []form{ofTexts(contains)}},
	{"startsWith", "(text, text) → bool", "whether the first begins with the second", []form{ofTexts(startsWith)}},
	{"endsWith", "(text, text) → bool", "whether the first ends with the second", []form{ofTexts(endsWith)}},
	{"matches", "(text, pattern) → bool", "whether a pattern, written out in the expression, is found in the text", []form{ofTexts(matches)}},
	{"substr", "(text, from[, to]) → text", "characters from a place (0 is the first) until before another, cut to what is there", []form{
		{[]*cel.Type{text, number}, text, false, substr}, {[]*cel.Type{text, number, number}, text, false, substr},
	}},
	{"trim", "(text) → text", "without blanks at its ends", []form{ofText(trimmed)}},
	{"lower", "(text) → text", "in small letters", []form{ofText(lower)}},
	{"upper", "(text) → text", "in capital letters", []form{ofText(upper)}},
	{"round", "(number[, digits]) → number", "to so many digits after the point, halves away from zero; digits -15 to 15", []form{
		{[]*cel.Type{number}, number, false, rounded}, {[]*cel.Type{number, number}, number, false, rounded},
	}},
	{"trunc", "(number) → number", "without its fraction", []form{ofNumber(truncated)}},
	{"floor", "(number) → number", "the whole number at or below it", []form{ofNumber(floor)}},
	{"ceil", "(number) → number", "the whole number at or above it", []form{ofNumber(ceil)}},
	{"abs", "(number) → number", "without its sign", []form{ofNumber(abs)}},
	{"sqrt", "(number) → number", "its square root", []form{ofNumber(sqrt)}},
	{"mod", "(number, number) → number", "what is left of the first when divided by the second, with the first's sign", []form{ofNumbers(mod)}},
	{"pow", "(number, whole number) → number", "the first times itself, -64 to 64 times", []form{ofNumbers(pow)}},
	{"today", "() → text", "the day on which it is evaluated, as 2026-11-23", []form{
		{nil, text, false, func(...ref.Val) ref.Val { return nothing }},
	}},
	{"now", "() → text", "the moment in which it is evaluated, as 2026-11-23T14:02:00", []form{
		{nil, text, false, func(...ref.Val) ref.Val { return nothing }},
	}},
	{"days", "(date) → number", "days since 1970-01-01, of a date with a time the fraction too", []form{
		{[]*cel.Type{text}, number, false, daysOf},
	}},
	{"date", "(days or text) → text", "the date so many days after 1970-01-01; the date that a text begins with", []form{
		{[]*cel.Type{number}, text, false, dateOf}, {[]*cel.Type{text}, text, false, dateOf},
	}},
	{"formatDate", "(date, text) → text", "the date as the text says: %Y %y %m %n %b %d %e %a %H %h %M %S %3, month and day of the week in English", []form{
		{[]*cel.Type{text, text}, text, false, formatDate},
	}},
	{"label", "(list, choice) → text", "what a choice of a list is called in the form's first language", []form{
		{[]*cel.Type{text, text}, text, false, func(...ref.Val) ref.Val { return nothing }},
	}},
}

// declared makes the functions known to CEL.
func declared() []cel.EnvOption {
	var options []cel.EnvOption
	for _, f := range Functions {
		var overloads []cel.FunctionOpt
		for i, form := range f.forms {
			id := f.Name + "_" + string(rune('a'+i))
			overloads = append(overloads, cel.Overload(id, form.args, form.result, cel.FunctionBinding(form.bound)))
		}
		options = append(options, cel.Function(f.Name, overloads...))
	}
	return options
}

// bound gives a missing result for a missing argument, where nothing else is said.
func (f form) bound(args ...ref.Val) ref.Val {
	if !f.missing {
		for _, arg := range args {
			if arg == nothing {
				return nothing
			}
		}
	}
	return within(f.run(args...))
}
