package catalogue

import (
	"math"
	"testing"
)

func TestChoiceValue(t *testing.T) {
	for choice, want := range map[string]float64{"yes": 100, "partly": 50, "no": 0} {
		if got, ok := ChoiceValue(choice); !ok || got != want {
			t.Errorf("%s = %g, %v, want %g", choice, got, ok, want)
		}
		if got, ok := ChoiceOf(want); !ok || got != choice {
			t.Errorf("%g is %q, %v, want %s", want, got, ok, choice)
		}
	}
	for _, word := range []string{"", "ja", "unknown"} {
		if _, ok := ChoiceValue(word); ok {
			t.Errorf("%q counts for something", word)
		}
	}
	for _, value := range []float64{-1, 40, 100.1, math.NaN()} {
		if got, ok := ChoiceOf(value); ok {
			t.Errorf("%g is %q, and nobody answers that", value, got)
		}
	}
}

func TestCombined(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		code  string
		parts map[string]float64
		want  float64
		ok    bool
	}{
		{"12.7-proc", map[string]float64{"with_criteria": 3, "all": 12}, 25, true},
		{"12.7-proc", map[string]float64{"with_criteria": 0, "all": 12}, 0, true},
		{"12.7-proc", map[string]float64{"with_criteria": 0, "all": 0}, 0, false},
		{"12.7-proc", map[string]float64{"with_criteria": 13, "all": 12}, 0, false},
		{"12.7-proc", map[string]float64{"with_criteria": 3}, 0, false},
		{"12.7-proc", map[string]float64{"with_criteria": 2.5, "all": 12}, 0, false},
		{"12.7-proc", map[string]float64{"with_criteria": -1, "all": 12}, 0, false},
		{"12.7-proc", map[string]float64{"with_criteria": nan, "all": 12}, 0, false},
		{"12.7-proc", map[string]float64{"with_criteria": 3, "all": inf}, 0, false},
		{"16.10-open", map[string]float64{"papers": 1, "record": 1, "fulltext": 0}, 2, true},
		{"16.10-open", map[string]float64{"papers": 2, "record": 1, "fulltext": 0}, 0, false},
		{"17.17-partner", map[string]float64{"business": 7, "voluntary": 0, "research": 1, "municipalities": 2}, 3, true},
		{"17.17-partner", map[string]float64{"business": 0, "voluntary": 0, "research": 0, "municipalities": 0}, 0, true},
		{"1.2-lowinc", map[string]float64{}, 0, false},
	} {
		in, _ := Core().ByCode(c.code)
		if got, ok := in.Combined(c.parts); got != c.want || ok != c.ok {
			t.Errorf("%s %v = %g, %v, want %g, %v", c.code, c.parts, got, ok, c.want, c.ok)
		}
	}
}
