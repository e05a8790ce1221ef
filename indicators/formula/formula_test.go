package formula_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"loftet/indicators/formula"
	"loftet/indicators/scoring"
)

func measures(texts ...string) []formula.Measure {
	list := []formula.Measure{{Code: "1.1-a"}, {Code: "1.1-b"}}
	for i, text := range texts {
		list = append(list, formula.Measure{Code: "2.1-" + string(rune('c'+i)), Text: text})
	}
	return list
}

func known(values map[string]formula.Operand) func(string) formula.Operand {
	return func(code string) formula.Operand {
		if got, there := values[code]; there {
			return got
		}
		return formula.Operand{Missing: scoring.NotAnswered}
	}
}

func TestWork(t *testing.T) {
	set, faults := formula.Compile(append(measures("100 * i1_1_a / i1_1_b", "i2_1_c + 1"),
		formula.Measure{Code: "3.1-p", Parts: []string{"numerator", "denominator"}, Text: "100.0 * numerator / denominator"}))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	value := func(v float64) formula.Operand { return formula.Operand{Value: v} }
	missing := func(why scoring.Missing) formula.Operand { return formula.Operand{Missing: why} }
	for _, c := range []struct {
		a, b, want formula.Operand
	}{
		{value(1), value(4), value(25)},
		{value(0), value(4), value(0)},
		{value(1), value(0), missing(scoring.NoData)},
		{value(0), value(0), missing(scoring.NoData)},
		{value(math.MaxFloat64), value(1e-9), missing(scoring.NoData)},
		{value(1), missing(scoring.Declined), missing(scoring.Declined)},
		{missing(scoring.NotAnswered), missing(scoring.Suppressed), missing(scoring.Suppressed)},
		{missing(scoring.NotApplicable), missing(scoring.Suppressed), missing(scoring.NotApplicable)},
		{missing(scoring.NoData), missing(scoring.NotAnswered), missing(scoring.NoData)},
	} {
		if got := set.Work("2.1-c", known(map[string]formula.Operand{"1.1-a": c.a, "1.1-b": c.b})); got != c.want {
			t.Errorf("%v of %v is %v, want %v", c.a, c.b, got, c.want)
		}
		if got := set.Work("3.1-p", known(map[string]formula.Operand{"numerator": c.a, "denominator": c.b})); got != c.want {
			t.Errorf("in parts %v of %v is %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if got := set.Derived(); !slices.Equal(got, []string{"2.1-c", "2.1-d"}) {
		t.Errorf("derived are %v", got)
	}
	if got := set.Work("1.1-a", known(nil)); got != missing(scoring.NoData) {
		t.Errorf("without a formula: %v", got)
	}
}

func TestDerivedStandsAfterWhatItNeeds(t *testing.T) {
	set, faults := formula.Compile(measures("i2_1_d * 2", "i2_1_e * 2", "i1_1_a"))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if got := set.Derived(); !slices.Equal(got, []string{"2.1-e", "2.1-d", "2.1-c"}) {
		t.Error(got)
	}
	if got := set.Operands("2.1-c"); !slices.Equal(got, []string{"2.1-d"}) {
		t.Error(got)
	}
}

func TestCompileRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"i1_1_x * 2":                          "i1_1_x is no name here; known are i1_1_a, i1_1_b, i2_1_c",
		"i1_1_a +":                            "line 1",
		"i1_1_a > 1":                          "the result is no number",
		"'a' + i1_1_a":                        "does not take",
		"total(i1_1_a)":                       "no function total",
		"1 + 2":                               "looks at no figure",
		"number(today()) + i1_1_a":            "today() gives another figure",
		"i2_1_c + 1":                          "leads back to itself: 2.1-c → 2.1-c",
		strings.Repeat("i1_1_a+", 5000) + "1": "longer than",
	} {
		_, faults := formula.Compile(measures(text))
		if len(faults) != 1 || faults[0].Code != "2.1-c" || !strings.Contains(faults[0].Reason, want) {
			t.Errorf("%.40s: %v, want %s", text, faults, want)
		}
	}
	if _, faults := formula.Compile(measures("i2_1_d", "i2_1_e", "i2_1_c")); len(faults) != 1 || !strings.Contains(faults[0].Reason, "2.1-c → 2.1-d → 2.1-e → 2.1-c") {
		t.Errorf("a ring: %v", faults)
	}
	twice := append(measures("i1_1_a + 1"), formula.Measure{Code: "1.1.a"})
	if _, faults := formula.Compile(twice); len(faults) != 1 || !strings.Contains(faults[0].Reason, "several indicators") {
		t.Errorf("a name of two: %v", faults)
	}
	if _, faults := formula.Compile([]formula.Measure{{Code: "1.1-p", Parts: []string{"some"}, Text: "some + i1_1_p"}}); len(faults) != 1 {
		t.Errorf("an indicator beside parts: %v", faults)
	}
}

// Whatever somebody writes, it is refused or gives a finite number or a reason.
func FuzzWork(f *testing.F) {
	for _, seed := range []string{"i1_1_a / i1_1_b", "1e308 * i1_1_a * i1_1_b", "i1_1_a > 0 ? i1_1_b : 0", "sqrt(i1_1_a - i1_1_b)", "[i1_1_a].map(x, x)[0]"} {
		f.Add(seed, 1.0, 0.0)
	}
	f.Fuzz(func(t *testing.T, text string, a, b float64) {
		set, faults := formula.Compile(measures(text))
		if len(faults) > 0 || text == "" {
			return
		}
		got := set.Work("2.1-c", known(map[string]formula.Operand{"1.1-a": {Value: a}, "1.1-b": {Value: b}}))
		if math.IsNaN(got.Value) || math.IsInf(got.Value, 0) || got.Missing != scoring.Present && got.Value != 0 {
			t.Fatalf("%q gives %v", text, got)
		}
	})
}
