package api

import (
	"testing"

	"loftet/charts"
)

func TestYearsNameASpanOrTheOneYear(t *testing.T) {
	if got := years(2019, 2025); got != "2019–2025" {
		t.Errorf("a span: %s", got)
	}
	if got := years(2025, 2025); got != "2025" {
		t.Errorf("one year: %s", got)
	}
}

func TestLimitsAreShownAmongTheValuesAndTheNearestBeside(t *testing.T) {
	limits := func() []charts.Reference {
		return []charts.Reference{{Label: "c", Value: 95}, {Label: "b", Value: 66}, {Label: "a", Value: 33}}
	}
	for want, values := range map[string][]float64{
		"a": {23, 27}, "ba": {40, 60}, "cba": {30, 96}, "cb": {70}, "c": {97}, "": nil,
	} {
		got := ""
		for _, r := range around(limits(), values) {
			got += r.Label
		}
		if got != want {
			t.Errorf("around %v: %q, want %q", values, got, want)
		}
	}
}
