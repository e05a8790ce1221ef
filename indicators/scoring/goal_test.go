package scoring_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

func TestResultCarriesWhereItComesFrom(t *testing.T) {
	sp := spec(0, 20, 60, 100)
	sp.Version = "core-1"
	got := method(t, scoring.SDSN).Result(scale(t, sp), scoring.Observation{Value: 0, Year: 2024, Revision: "r7"})
	if got.Method != scoring.SDSN || got.SpecVersion != "core-1" || got.Revision != "r7" || got.Year != 2024 || got.Imputed {
		t.Errorf("provenance is lost: %+v", got)
	}
	if !got.Scored || got.Score != 0 || got.Colour != scoring.Red || got.Missing != scoring.Present {
		t.Errorf("zero is not taken for a value: %+v", got)
	}
}

func TestMissingReasonsStayApart(t *testing.T) {
	s := scale(t, spec(0, 20, 60, 100))
	for _, m := range scoring.Methods() {
		for _, why := range []scoring.Missing{
			scoring.NotAnswered, scoring.NoData, scoring.NotApplicable, scoring.Declined, scoring.Suppressed,
		} {
			got := m.Result(s, scoring.Observation{Value: 70, Missing: why})
			if got.Missing != why || got.Scored || got.Value != 0 || got.Colour != scoring.Grey || got.Band() != scoring.BandUnknown {
				t.Errorf("%s %s: %+v", m.ID(), why, got)
			}
		}
		for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			if got := m.Result(s, value(x)); got.Missing != scoring.NoData || got.Scored || got.Value != 0 {
				t.Errorf("%s %v: %+v", m.ID(), x, got)
			}
		}
	}
}

// The scale of goalOf is red below 40, yellow from 60, green from 80.
func TestGoalColours(t *testing.T) {
	for name, row := range map[string]struct {
		values         []*float64
		sdsn, us, u4   scoring.Colour
		score, u4score float64
	}{
		"one":                 {[]*float64{num(50)}, scoring.Orange, scoring.Orange, scoring.Orange, 50, 50},
		"both green":          {[]*float64{num(80), num(96)}, scoring.Green, scoring.Green, scoring.Yellow, 88, 87.5},
		"green and yellow":    {[]*float64{num(79), num(100)}, scoring.Yellow, scoring.Green, scoring.Yellow, 89.5, 87.5},
		"both red":            {[]*float64{num(10), num(39)}, scoring.Red, scoring.Red, scoring.Orange, 24.5, 37.5},
		"red and green":       {[]*float64{num(0), num(100)}, scoring.Yellow, scoring.Red, scoring.Orange, 50, 62.5},
		"red and orange":      {[]*float64{num(10), num(50)}, scoring.Orange, scoring.Red, scoring.Orange, 30, 37.5},
		"the two worst count": {[]*float64{num(100), num(10), num(100), num(20)}, scoring.Red, scoring.Red, scoring.Orange, 57.5, 62.5},
		"exactly half-way":    {[]*float64{num(60), num(60)}, scoring.Yellow, scoring.Yellow, scoring.Orange, 60, 50},
		"half of the basket":  {[]*float64{num(100), nil}, scoring.Green, scoring.Green, scoring.Green, 100, 100},
		"less than half":      {[]*float64{num(100), nil, nil}, scoring.Grey, scoring.Green, scoring.Green, 100, 100},
		"a third red":         {[]*float64{num(0), num(100), num(100)}, scoring.Yellow, scoring.Yellow, scoring.Yellow, 200.0 / 3, 75},
	} {
		t.Run(name, func(t *testing.T) {
			for id, want := range map[scoring.MethodID]struct {
				colour scoring.Colour
				score  float64
			}{
				scoring.SDSN: {row.sdsn, row.score}, scoring.USCities: {row.us, row.score}, scoring.U4SSC: {row.u4, row.u4score},
			} {
				got := goalOf(t, method(t, id), row.values...)
				if got.Colour != want.colour {
					t.Errorf("%s: %s, want %s", id, got.Colour, want.colour)
				}
				if math.Abs(got.Score-want.score) > 1e-12 || !got.Scored || got.Method != id {
					t.Errorf("%s: score %v, want %v", id, got.Score, want.score)
				}
			}
		})
	}
}

func TestGoalCoverageAroundOneHalf(t *testing.T) {
	m := method(t, scoring.SDSN)
	r := m.Result(scale(t, spec(0, 40, 80, 100)), value(90))
	for available, want := range map[int]scoring.Colour{49: scoring.Grey, 50: scoring.Green, 51: scoring.Green} {
		results := make([]scoring.Result, available)
		for i := range results {
			results[i] = r
		}
		got := m.Goal(1, 100, results)
		if got.Colour != want || got.Available != available || got.Total != 100 {
			t.Errorf("%d of 100: %+v", available, got)
		}
		if got.Score != 90 {
			t.Errorf("the mean of equal scores is %v", got.Score)
		}
	}
}

func TestGoalWithoutValues(t *testing.T) {
	for _, m := range scoring.Methods() {
		got := goalOf(t, m, nil, nil)
		want := scoring.GoalResult{Stamp: scoring.Stamp{Method: m.ID(), MethodVersion: m.Version()}, Goal: 1, Colour: scoring.Grey, Total: 2}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if empty := m.Goal(1, 0, nil); empty.Scored || empty.Band() != scoring.BandUnknown {
			t.Errorf("%+v", empty)
		}
	}
}

func TestGoalOfIndicatorsWithoutThresholds(t *testing.T) {
	bare := scale(t, scoring.Spec{Code: "x", Goal: 1, Optimum: 100})
	coloured := scale(t, spec(0, 40, 80, 100))
	for _, id := range []scoring.MethodID{scoring.SDSN, scoring.USCities} {
		m := method(t, id)
		if got := m.Goal(1, 1, []scoring.Result{m.Result(bare, value(10))}); got.Colour != scoring.NoColour || got.Score != 10 {
			t.Errorf("%s: %+v", id, got)
		}
		got := m.Goal(1, 2, []scoring.Result{m.Result(bare, value(10)), m.Result(coloured, value(90))})
		if got.Colour != scoring.Green || got.Score != 50 {
			t.Errorf("%s: %+v", id, got)
		}
	}
}

// The two examples of the U4SSC manual's sums: 1+3+4+1 and 3+4+2 points.
func TestU4SSCPoints(t *testing.T) {
	m := method(t, scoring.U4SSC)
	if got := goalOf(t, m, num(32.9), num(66), num(95), num(0)); got.Score != 56.25 || got.Colour != scoring.Orange || got.Band() != scoring.BandBehind {
		t.Errorf("%+v", got)
	}
	if got := goalOf(t, m, num(94.9), num(120), num(33), nil); got.Score != 75 || got.Colour != scoring.Yellow || got.Available != 3 {
		t.Errorf("%+v", got)
	}
}

func TestGoalDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		seed := rapid.Uint64().Draw(t, "seed")
		s := make([]*scoring.Scale, n)
		o := make([]scoring.Observation, n)
		for i := range s {
			s[i] = anyScale(t)
			o[i] = value(nearValue(t, s[i], "x"))
		}
		for _, m := range scoring.Methods() {
			results := make([]scoring.Result, n)
			low, high := math.Inf(1), math.Inf(-1)
			for i := range s {
				results[i] = m.Result(s[i], o[i])
				low, high = min(low, results[i].Score), max(high, results[i].Score)
			}
			before := m.Goal(1, n, results)
			rand.New(rand.NewPCG(seed, 1)).Shuffle(n, func(i, j int) { results[i], results[j] = results[j], results[i] })
			if after := m.Goal(1, n, results); before != after {
				t.Fatalf("%s: %+v, shuffled %+v", m.ID(), before, after)
			}
			if m.ID() != scoring.U4SSC && (before.Score < low || before.Score > high) {
				t.Fatalf("%s: the mean %v lies outside %v to %v", m.ID(), before.Score, low, high)
			}
		}
	})
}
