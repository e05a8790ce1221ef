package xlsform_test

import (
	"fmt"

	"pgregory.net/rapid"

	"loftet/surveys/form"
)

// names tells by kind among which names an item can be looked at.
var names = map[form.Kind]string{
	form.Whole: "number", form.Decimal: "number", form.Percent: "number", form.Money: "number", form.Year: "number", form.Scale: "number",
	form.ShortText: "text", form.LongText: "text", form.ChoiceOf: "choice", form.ChoicesOf: "choices", form.Ranking: "choices",
	form.YesNo: "bool", form.Date: "date",
}

var constraints = map[form.Kind]string{
	form.Whole: "value >= 1.0 && value <= 150.0", form.Decimal: "value != 3.5 || value < -2.0", form.ShortText: `matches(value, "^[a-z]+$")`,
	form.LongText: `length(value) < 20.0 && !contains(value, "it's")`, form.ChoicesOf: `!(selected(value, "a") && length(value) > 1.0)`,
	form.Date: "value <= today()", form.YesNo: "value == true",
}

var defaults = map[form.Kind]string{
	form.Whole: "3", form.Decimal: "-2.5", form.ShortText: `"Ja - nei"`, form.LongText: `"it's \"so\""`, form.ChoiceOf: `"a"`,
	form.ChoicesOf: `["a", "b"]`, form.Date: "today()", form.YesNo: "false", form.Year: "2026.0", form.Time: `"14:02"`,
}

// shape gives an item what its kind needs.
func (d *drawing) shape(item *form.Item, depth int, repeated bool) {
	low, high := 0.0, float64(rapid.IntRange(1, 100).Draw(d.T, "high"))
	switch item.Kind {
	case form.Whole, form.Percent, form.Year:
		if rapid.Bool().Draw(d.T, "bounded") {
			item.Min, item.Max = &low, &high
		}
	case form.Money:
		item.Currency, item.Unit = "NOK", d.text("unit")
	case form.Scale:
		item.Min, item.Max = &low, &high
	case form.ChoiceOf, form.ChoicesOf, form.Ranking:
		item.List = rapid.SampledFrom([]string{"places", "things"}).Draw(d.T, "list")
		d.list(item.List)
		item.Other = item.Kind != form.Ranking && rapid.Bool().Draw(d.T, "other")
		if item.Kind != form.Ranking && !item.Other {
			item.Filter = d.maybe(func() string { return `choice.county == "33" || choice.name == "a"` })
		}
	case form.Parts:
		item.Parts = []form.Part{{Name: "no2", Label: d.text("part"), Unit: d.text("unit")}, {Name: "pm10", Label: d.text("part")}}
	case form.Calculated:
		item.Calculate = d.calculation()
		if rapid.Bool().Draw(d.T, "hidden") {
			item.Label, item.Hint = nil, nil
		}
	case form.Group, form.Repeat:
		item.Goal = map[bool]int{true: rapid.IntRange(0, 17).Draw(d.T, "goal")}[depth == 0]
		item.Items = d.items(rapid.IntRange(1, 3).Draw(d.T, "inner"), depth+1, repeated || item.Kind == form.Repeat)
		if item.Kind == form.Repeat {
			item.Count = d.maybe(func() string { return d.number() })
		}
	}
}

func (d *drawing) list(name string) {
	if d.form.Lists[name] != nil {
		return
	}
	for _, choice := range []string{"a", "b", "-99"} {
		d.form.Lists[name] = append(d.form.Lists[name], form.Choice{Name: choice, Label: d.text("choice"), Attributes: map[string]string{"county": "33"}})
	}
}

func (d *drawing) one(of string, otherwise string) string {
	if len(d.names[of]) == 0 {
		return otherwise
	}
	return rapid.SampledFrom(d.names[of]).Draw(d.T, of)
}

// number, condition and calculation are drawn from what XLSForm can say.
func (d *drawing) number() string {
	n := d.one("number", "4.0")
	return rapid.SampledFrom([]string{
		n, n + " + 1.0", "-" + n + " * 2.5", "round(" + n + " / 3.0, 1.0)", "mod(" + n + ", 7.0)",
		"trunc((days(today()) - days(" + d.one("date", `"2000-01-01"`) + ")) / 365.25)", "length(" + d.one("choices", `words("a b")`) + ")",
	}).Draw(d.T, "number")
}

func (d *drawing) condition() string {
	n, text, choice := d.one("number", "4.0"), d.one("text", `"x"`), d.one("choice", `"a"`)
	simple := rapid.SampledFrom([]string{
		n + " > 3.0", n + " != 3.0", "answered(" + n + ")", "!answered(" + text + ")", text + ` == "it's"`, choice + ` in ["a", "-99"]`,
		choice + ` != "b"`, `selected(` + d.one("choices", `words("a")`) + `, "a")`, d.one("bool", "true"), "!(" + d.one("bool", "false") + " == true)",
		d.number() + " <= " + d.number(), d.one("date", "today()") + ` >= "2020-01-31"`, `startsWith(` + text + `, "å")`,
	})
	a := simple.Draw(d.T, "condition")
	return rapid.SampledFrom([]string{a, a, "!(" + a + ")", a + " && " + simple.Draw(d.T, "and"), fmt.Sprintf("(%s || %s) && %s", a, simple.Draw(d.T, "or"), a)}).Draw(d.T, "whole")
}

func (d *drawing) calculation() string {
	return rapid.SampledFrom([]string{
		d.number(), d.condition(), "(" + d.condition() + ") ? " + d.number() + " : none()",
		"text(" + d.one("text", `"x"`) + `) + " " + text(` + d.number() + ")", `(` + d.condition() + `) ? "a" : "b"`,
		"coalesce(" + d.one("number", "1.0") + ", 0.0)", `join([text(` + d.one("text", `"x"`) + `), "y"], ", ")`,
	}).Draw(d.T, "calculation")
}
