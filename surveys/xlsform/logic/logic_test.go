package logic_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"loftet/internal/expr"
	"loftet/surveys/xlsform/logic"
	"loftet/surveys/xlsform/xpath"
)

var asked = map[string]logic.Answer{
	"n": {Is: logic.Number}, "k": {Is: logic.Number}, "t": {Is: logic.Text}, "c": {Is: logic.Text, List: "l", Choices: []string{"1", "2", "a"}},
	"m": {Is: logic.List, List: "l", Choices: []string{"1", "2", "a"}},
}

var scope = logic.Scope{
	Name: func(name string) (logic.Answer, error) {
		a, known := asked[name]
		if !known {
			return a, fmt.Errorf("no %s", name)
		}
		a.Code = name
		return a, nil
	},
	Path: func(*xpath.Path) (logic.Answer, error) {
		return logic.Answer{Is: logic.Number, Code: "value", Given: true}, nil
	},
	List: func(string) (string, bool) { return "l", true },
}

var types = map[string]expr.Type{
	"n": expr.Number, "k": expr.Number, "t": expr.Text, "c": expr.Text, "m": expr.Texts, "value": expr.Number,
}

// TestMissingAnswersMeanTheSame draws conditions and answers, many of them
// missing, and asks both languages.
func TestMissingAnswersMeanTheSame(t *testing.T) {
	known, err := expr.NewScope(types)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		written := drawTruth(t, 3)
		e, _, fault := xpath.Parse(written)
		if fault != nil {
			t.Fatalf("%s: %v", written, fault)
		}
		if printed := xpath.Print(e); printed != written {
			if again, _, _ := xpath.Parse(printed); xpath.Print(again) != printed {
				t.Fatalf("%s is printed as %s", written, printed)
			}
		}
		translated, wrong := logic.Condition(written, scope)
		if wrong != nil {
			t.Fatalf("%s: %v", written, wrong)
		}
		compiled, refused := known.Compile(translated.Code, expr.Bool)
		if refused != nil {
			t.Fatalf("%s became %s: %v", written, translated.Code, refused)
		}
		for range 5 {
			answers := map[string]any{
				"n": rapid.SampledFrom([]any{nil, nil, 0.0, 1.0, 2.5, -3.0}).Draw(t, "n"), "k": rapid.SampledFrom([]any{nil, 1.0, 4.0}).Draw(t, "k"),
				"t": rapid.SampledFrom([]any{nil, "a", "2", "a 1"}).Draw(t, "t"), "c": rapid.SampledFrom([]any{nil, "1", "2", "a"}).Draw(t, "c"),
				"m": rapid.SampledFrom([]any{[]string{}, []string{"1"}, []string{"1", "a"}}).Draw(t, "m"), "value": 1.0,
			}
			want := truth(evaluate(e, answers))
			if got := compiled.Holds(expr.NewValues(answers, &expr.Asked{Now: "2026-11-23T14:02:00"})); got != want {
				t.Fatalf("%s with %v: %v, but %s: %v", written, answers, want, compiled.Canonical(), got)
			}
		}
	})
}

func drawTruth(t *rapid.T, depth int) string {
	if depth == 0 {
		return rapid.SampledFrom([]string{"true()", "selected(${m}, 'a')", "${n}", "${t}", "${c} = 1", "selected(${c}, '2')", "contains(${t}, 'a')"}).Draw(t, "plain")
	}
	switch rapid.IntRange(0, 6).Draw(t, "truth") {
	case 0:
		return "not(" + drawTruth(t, depth-1) + ")"
	case 1:
		return "(" + drawTruth(t, depth-1) + ") and (" + drawTruth(t, depth-1) + ")"
	case 2:
		return "(" + drawTruth(t, depth-1) + ") or (" + drawTruth(t, depth-1) + ")"
	case 3:
		return "(" + drawTruth(t, depth-1) + ") = (" + drawTruth(t, depth-1) + ")"
	case 4:
		return drawText(t, depth-1) + rapid.SampledFrom([]string{" = ", " != "}).Draw(t, "same") + drawText(t, depth-1)
	}
	return drawNumber(t, depth-1) + rapid.SampledFrom([]string{" = ", " != ", " < ", " <= ", " > ", " >= "}).Draw(t, "order") + drawNumber(t, depth-1)
}

func drawNumber(t *rapid.T, depth int) string {
	if depth <= 0 {
		return rapid.SampledFrom([]string{"1", "2.5", "0", "${n}", "${k}", "${c}", "count-selected(${m})", "string-length(${t})", "."}).Draw(t, "number")
	}
	switch rapid.IntRange(0, 4).Draw(t, "worked") {
	case 0:
		return "(" + drawNumber(t, depth-1) + rapid.SampledFrom([]string{" + ", " - ", " * "}).Draw(t, "sign") + drawNumber(t, depth-1) + ")"
	case 1:
		return "int(" + drawNumber(t, depth-1) + ")"
	case 2:
		return "number(if(" + drawTruth(t, depth-1) + ", " + drawNumber(t, depth-1) + ", " + drawNumber(t, depth-1) + "))"
	case 3:
		return "number(coalesce(" + drawNumber(t, 0) + ", " + drawNumber(t, 0) + "))"
	}
	return "-" + drawNumber(t, 0)
}

func drawText(t *rapid.T, depth int) string {
	if depth <= 0 {
		return rapid.SampledFrom([]string{"'a'", "''", "'2'", "${t}", "${c}", "${m}"}).Draw(t, "text")
	}
	switch rapid.IntRange(0, 2).Draw(t, "put together") {
	case 0:
		return "concat(" + drawText(t, depth-1) + ", " + drawText(t, depth-1) + ")"
	case 1:
		return "string(" + drawText(t, depth-1) + ")"
	}
	return "if(" + drawTruth(t, depth-1) + ", " + drawText(t, depth-1) + ", " + drawText(t, depth-1) + ")"
}
