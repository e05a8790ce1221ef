package scoring_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

func TestTrendArrows(t *testing.T) {
	s := scale(t, spec(0, 40, 80, 100))
	for name, row := range map[string]struct {
		first, last float64 // 2015 and 2020; from 20, 60 are missing over 15 years, 20 over 5
		arrow       scoring.Arrow
		kept        bool
	}{
		"as fast as needed":          {20, 40, scoring.ArrowUp, false},
		"a little too slow":          {20, 39, scoring.ArrowDiagonal, false},
		"half as fast":               {20, 30, scoring.ArrowDiagonal, false},
		"less than half":             {20, 29, scoring.ArrowRight, false},
		"unchanged":                  {20, 20, scoring.ArrowRight, false},
		"worse":                      {20, 19.9, scoring.ArrowDown, false},
		"on the threshold now":       {20, 80, scoring.ArrowUp, false},
		"falling, but still green":   {95, 80, scoring.ArrowUp, true},
		"no longer green":            {95, 79, scoring.ArrowDown, false},
		"improving below the bounds": {-100, -40, scoring.ArrowUp, false},
		"falling below the bounds":   {-40, -100, scoring.ArrowDown, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := scoring.Trend(s, []scoring.Observation{in(2020, row.last), in(2015, row.first)}, scoring.Span{First: 2015})
			if got.Arrow != row.arrow || got.Kept != row.kept || got.MethodVersion == "" {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestTrendYears(t *testing.T) {
	s := scale(t, spec(0, 40, 80, 100))
	for name, row := range map[string]struct {
		years  []int
		span   scoring.Span
		y0, y1 int
	}{
		"exact":                       {[]int{2014, 2015, 2016, 2019}, scoring.Span{First: 2015}, 2015, 2019},
		"the year before":             {[]int{2014, 2016, 2019}, scoring.Span{First: 2015}, 2014, 2019},
		"the year after":              {[]int{2016, 2019}, scoring.Span{First: 2015}, 2016, 2019},
		"two years off":               {[]int{2017, 2019}, scoring.Span{First: 2015}, 0, 0},
		"the last as stated":          {[]int{2015, 2018, 2020}, scoring.Span{First: 2015, Last: 2019}, 2015, 2020},
		"nothing near the last":       {[]int{2015, 2017}, scoring.Span{First: 2015, Last: 2019}, 0, 0},
		"one year only":               {[]int{2015}, scoring.Span{First: 2015}, 0, 0},
		"the same value at both ends": {[]int{2016}, scoring.Span{First: 2015, Last: 2017}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			var series []scoring.Observation
			for _, year := range row.years {
				series = append(series, in(year, 50))
			}
			got := scoring.Trend(s, series, row.span)
			if got.Year0 != row.y0 || got.Year1 != row.y1 || (got.Arrow == scoring.NoArrow) != (row.y0 == 0) {
				t.Errorf("%+v", got)
			}
		})
	}
	bare := scale(t, scoring.Spec{Code: "x", Goal: 1, Optimum: 1})
	if got := scoring.Trend(bare, []scoring.Observation{in(2015, 0), in(2020, 1)}, scoring.Span{First: 2015}); got.Arrow != scoring.NoArrow {
		t.Errorf("an arrow without a threshold: %+v", got)
	}
}

func TestGoalTrendIsTheMeanPlace(t *testing.T) {
	at := func(places ...float64) (list []scoring.TrendResult) {
		for _, p := range places {
			list = append(list, scoring.TrendResult{Arrow: scoring.ArrowRight, Place: p})
		}
		return list
	}
	for want, trends := range map[scoring.Arrow][]scoring.TrendResult{
		scoring.ArrowDown: at(0.5, 1.4), scoring.ArrowRight: at(0, 2), scoring.ArrowDiagonal: at(2, 2), scoring.ArrowUp: at(3, 2.5, 3.5),
		scoring.NoArrow: {{}, {}},
	} {
		if got := scoring.GoalTrend(3, trends); got.Arrow != want || got.Total != len(trends) || got.Goal != 3 {
			t.Errorf("%+v, want %q", got, want)
		}
	}
}

// The arrow doesn't hang on unit or direction, a better latest value never has a
// worse arrow, and the place lies within its arrow.
func TestTrendProperties(t *testing.T) {
	order := map[scoring.Arrow]int{scoring.ArrowDown: 0, scoring.ArrowRight: 1, scoring.ArrowDiagonal: 2, scoring.ArrowUp: 3}
	rapid.Check(t, func(t *rapid.T) {
		s := anyScale(t)
		sp := s.Spec()
		turned := scale(t, spec(-2*sp.Lower, -2**sp.Red, -2**sp.Green, -2*sp.Optimum))
		first, a, b := nearValue(t, s, "first"), nearValue(t, s, "a"), nearValue(t, s, "b")
		if (a > b) == (sp.Optimum > sp.Lower) {
			a, b = b, a
		}
		from := rapid.IntRange(2010, 2031).Draw(t, "from")
		arrow := func(s *scoring.Scale, sign, last float64) scoring.TrendResult {
			return scoring.Trend(s, []scoring.Observation{in(from, sign*first), in(from+4, sign*last)}, scoring.Span{First: from})
		}
		worse, better := arrow(s, 1, a), arrow(s, 1, b)
		if worse.Arrow != scoring.NoArrow && better.Arrow != scoring.NoArrow && order[worse.Arrow] > order[better.Arrow] {
			t.Fatalf("%+v is better than %+v", worse, better)
		}
		if other := arrow(turned, -2, a); other.Arrow != worse.Arrow || math.Abs(other.Place-worse.Place) > 1e-9 {
			t.Fatalf("turned and doubled: %+v, %+v", other, worse)
		}
		for _, r := range []scoring.TrendResult{worse, better} {
			if math.IsNaN(r.Place) || r.Place < 0 || r.Place > 4 || math.IsNaN(r.Score0+r.Score1+r.Target) {
				t.Fatalf("%+v", r)
			}
			if goal := scoring.GoalTrend(1, []scoring.TrendResult{r}); goal.Arrow != r.Arrow && r.Arrow != scoring.NoArrow && math.Abs(r.Place-math.Round(r.Place)) > 1e-8 {
				t.Fatalf("a goal with this one indicator is %s: %+v", goal.Arrow, r)
			}
		}
	})
}
