package scoring_test

import (
	"math"
	"testing"

	"loftet/indicators/scoring"
)

// withOptions evaluates units by sdsn.
func withOptions(t *testing.T, specs []scoring.Spec, units []scoring.Unit, with scoring.Options) []scoring.UnitResult {
	t.Helper()
	var scales []*scoring.Scale
	for _, s := range specs {
		scales = append(scales, scale(t, s))
	}
	got, err := scoring.Evaluate(method(t, scoring.SDSN), scales, units, with)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func named(code string, goal int, change func(*scoring.Spec)) scoring.Spec {
	s := spec(0, 40, 80, 100)
	s.Code, s.Goal = code, goal
	if change != nil {
		change(&s)
	}
	return s
}

func TestScoresAreRoundedBeforeGoals(t *testing.T) {
	three := 3
	specs := []scoring.Spec{named("a", 1, nil), named("b", 1, nil)}
	units := []scoring.Unit{{Code: "u", Observations: map[string]scoring.Observation{"a": value(10.0005), "b": value(20.0004)}}}
	if got := withOptions(t, specs, units, scoring.Options{Decimals: &three})[0]; got.Indicators[0].Score != 10.001 || math.Abs(got.Goals[0].Score-15.0005) > 1e-12 {
		t.Errorf("%+v", got)
	}
	if got := withOptions(t, specs, units, scoring.Options{})[0]; math.Abs(got.Goals[0].Score-15.00045) > 1e-12 {
		t.Errorf("rounded unasked: %+v", got)
	}
}

func TestMissingIndicatorTakesTheRegionsMeanOnRequest(t *testing.T) {
	specs := []scoring.Spec{named("a", 4, nil), named("b", 4, nil)}
	units := []scoring.Unit{
		{Code: "u", Region: "n", Observations: map[string]scoring.Observation{"a": value(100)}},
		{Code: "v", Region: "n", Observations: map[string]scoring.Observation{"a": value(10), "b": value(20)}},
		{Code: "w", Region: "n", Observations: map[string]scoring.Observation{"a": value(10), "b": value(40)}},
		{Code: "x", Region: "s", Observations: map[string]scoring.Observation{"a": value(100), "b": scoring.Absent(scoring.NotApplicable)}},
	}
	got := withOptions(t, specs, units, scoring.Options{FillIndicators: []int{4}})
	g := got[0].Goals[0]
	if g.Score != 65 || !g.Imputed || g.Filled || g.Available != 1 || g.Total != 2 || g.Colour != scoring.Green {
		t.Errorf("%+v", g)
	}
	if b := got[0].Indicators[1]; b.Score != 30 || !b.Imputed || b.Colour != scoring.Grey {
		t.Errorf("%+v", b)
	}
	if x := got[3].Goals[0]; x.Score != 100 || x.Imputed {
		t.Errorf("filled from another region: %+v", x)
	}
	if ix := got[0].Index; ix.Scored || ix.Missing != 1 {
		t.Errorf("what was filled counts as known: %+v", ix)
	}
}

func TestBasketsOfScoresAndColours(t *testing.T) {
	specs := []scoring.Spec{
		named("a", 1, nil),
		named("b", 1, func(s *scoring.Spec) { s.Basket, s.Only = scoring.BasketColour, "oecd" }),
		named("c", 1, func(s *scoring.Spec) { s.Basket = scoring.BasketScore }),
	}
	known := map[string]scoring.Observation{"a": value(90), "b": value(5), "c": value(10)}
	got := withOptions(t, specs, []scoring.Unit{
		{Code: "member", Groups: []string{"eu", "oecd"}, Observations: known}, {Code: "other", Observations: known},
	}, scoring.Options{})
	for i, colour := range []scoring.Colour{scoring.Orange, scoring.Green} {
		if g := got[i].Goals[0]; g.Score != 50 || g.Available != 2 || g.Total != 2 || g.Colour != colour {
			t.Errorf("%s: %+v, want %s", got[i].Code, g, colour)
		}
	}
	if len(got[0].Indicators) != 3 || len(got[1].Indicators) != 2 || got[0].Index.Total != 2 {
		t.Errorf("%+v", got)
	}
	// Half of the basket of colours is enough, less is not, whatever the scores have.
	for _, row := range []struct {
		colours int
		want    scoring.Colour
	}{{1, scoring.Green}, {2, scoring.Grey}} {
		specs := []scoring.Spec{named("a", 1, nil)}
		for i := range row.colours {
			specs = append(specs, named(string(rune('m'+i)), 1, func(s *scoring.Spec) { s.Basket = scoring.BasketColour }))
		}
		one := withOptions(t, specs, []scoring.Unit{{Code: "u", Observations: known}}, scoring.Options{})[0].Goals[0]
		if one.Colour != row.want || one.Score != 90 || one.Total != 1 {
			t.Errorf("%d more colours: %+v", row.colours, one)
		}
	}
}

func TestEveryMethodHasAVersion(t *testing.T) {
	seen := map[scoring.MethodID]bool{}
	for _, s := range scoring.Stamps() {
		if s.MethodVersion == "" || seen[s.Method] {
			t.Errorf("%+v", s)
		}
		seen[s.Method] = true
	}
	for _, m := range scoring.Methods() {
		r := m.Result(scale(t, spec(0, 40, 80, 100)), value(1))
		g := m.Goal(1, 1, []scoring.Result{r})
		ix := m.Index([]scoring.GoalResult{g})
		want := scoring.Stamp{Method: m.ID(), MethodVersion: m.Version()}
		if !seen[m.ID()] || r.Stamp != want || g.Stamp != want || ix.Stamp != want {
			t.Errorf("%s: %v %v %v", m.ID(), r.Stamp, g.Stamp, ix.Stamp)
		}
	}
}
