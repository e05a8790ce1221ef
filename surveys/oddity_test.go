package surveys

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
)

func at(x float64) *float64 { return &x }

func TestWhatIsOdd(t *testing.T) {
	i := indicators.Indicator{ID: uuid.New(), Definition: indicators.Definition{Code: "1.1-a", Type: "percent", Direction: "higher", Lower: at(20), Optimum: at(90), Basis: "reference_distribution"}}
	law := i
	law.Basis = "law"
	for _, c := range []struct {
		name            string
		of              indicators.Indicator
		value           float64
		before          *float64
		statistic       *float64
		comment, reason string
		want            []string
	}{
		{"as before", i, 50, at(40), at(50), "", "", nil},
		{"over half up", i, 61, at(40), nil, "", "", []string{OddChange}},
		{"just half down", i, 20, at(40), nil, "", "", nil},
		{"beyond the usual", i, 19.9, nil, nil, "", "", []string{OddBounds}},
		{"beyond a bound of law", law, 19.9, nil, nil, "", "", nil},
		{"unlike the statistic, explained", i, 90, nil, at(40), "", "new plant", []string{OddStatistics}},
		{"all at once", i, 10, at(40), at(50), "", "", []string{OddStatistics, OddBounds, OddChange}},
		{"from zero", i, 30, at(0), nil, "", "", nil},
	} {
		answer := DocumentAnswer{Code: "1.1-a", IndicatorID: i.ID, State: Value, Value: &c.value, StatisticValue: c.statistic, Comment: c.comment, OverrideReason: c.reason}
		before := map[string]DocumentAnswer{}
		if c.before != nil {
			before["1.1-a"] = DocumentAnswer{State: Value, Value: c.before, Year: 2025}
		}
		var got []string
		for _, o := range oddities(Document{Answers: []DocumentAnswer{answer}}, []indicators.Indicator{c.of}, before) {
			got = append(got, o.Kind)
			if o.Said != c.comment+c.reason || o.Kind == OddChange && (o.Was != *c.before || o.Year != 2025) {
				t.Errorf("%s: %+v", c.name, o)
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	unanswered := DocumentAnswer{Code: "1.1-a", IndicatorID: i.ID, State: NoData}
	if got := oddities(Document{Answers: []DocumentAnswer{unanswered}}, []indicators.Indicator{i}, nil); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestOneFigureCountsOnce(t *testing.T) {
	one, two := indicators.Indicator{ID: uuid.New()}, indicators.Indicator{ID: uuid.New()}
	got := countOdd([]Oddity{{Indicator: one, Kind: OddChange}, {Indicator: one, Kind: OddBounds}, {Indicator: two, Kind: OddChange, Said: "because"}})
	if got != (oddCount{figures: 2, unexplained: 1}) {
		t.Fatalf("%+v", got)
	}
}
