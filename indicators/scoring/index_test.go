package scoring_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

// goal makes the outcome of a goal as a method would.
func goal(number int, score float64, available, total int) scoring.GoalResult {
	return scoring.GoalResult{Goal: number, Score: score, Scored: available > 0, Available: available, Total: total}
}

func TestIndexIsTheMeanOfTheGoals(t *testing.T) {
	goals := []scoring.GoalResult{goal(1, 50, 1, 1), goal(2, 80, 4, 4), goal(3, 0, 0, 1)}
	for id, want := range map[scoring.MethodID]float64{
		scoring.SDSN: 65, scoring.USCities: 65,
		scoring.U4SSC: 100 * (2.0 + 13) / 20, // 80 % of 16 points is 12.8, which can't be earned: 13
	} {
		got := method(t, id).Index(goals)
		if got.Score != want || !got.Scored || got.Goals != 2 || got.Missing != 1 || got.Total != 6 || got.Imputed || got.Method != id {
			t.Errorf("%s: %+v, want %v", id, got, want)
		}
	}
}

func TestNoIndexAboveAFifthMissing(t *testing.T) {
	for missing, withheld := range map[int]bool{0: false, 20: false, 21: true, 99: true} {
		goals := []scoring.GoalResult{goal(1, 50, 100-missing, 100)}
		got := method(t, scoring.SDSN).Index(goals)
		if got.Scored == withheld || (got.Withheld == scoring.TooMuchMissing) != withheld || (withheld && got.Score != 0) {
			t.Errorf("%d missing: %+v", missing, got)
		}
		// The rule stands in the world edition alone.
		if us := method(t, scoring.USCities).Index(goals); !us.Scored {
			t.Errorf("us-cities, %d missing: %+v", missing, us)
		}
	}
}

func TestIndexOfNothing(t *testing.T) {
	for _, m := range scoring.Methods() {
		for _, goals := range [][]scoring.GoalResult{nil, {goal(1, 0, 0, 3)}} {
			if got := m.Index(goals); got.Scored || got.Withheld != scoring.NothingScored {
				t.Errorf("%s: %+v", m.ID(), got)
			}
		}
	}
}

func TestRanksShareAPlace(t *testing.T) {
	third := 100.0 / 3
	indices := []scoring.IndexResult{
		{Score: 20, Scored: true}, {Score: 90, Scored: true}, {},
		{Score: third, Scored: true}, {Score: math.Nextafter(third, 0), Scored: true}, {Score: 0, Scored: true},
	}
	if got, want := scoring.Ranks(indices), []int{4, 1, 0, 2, 2, 5}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := scoring.Ranks(nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestFillRegionalMarksWhatItTouches(t *testing.T) {
	missing := goal(1, 0, 0, 2)
	regions := []string{"n", "n", "n", "s", ""}
	goals := [][]scoring.GoalResult{{goal(1, 40, 1, 2)}, {goal(1, 60, 2, 2)}, {missing}, {missing}, {missing}}
	got := scoring.FillRegional(regions, goals)
	want := missing
	want.Score, want.Scored, want.Imputed, want.Filled = 50, true, true, true
	if diff := cmp.Diff([][]scoring.GoalResult{goals[0], goals[1], {want}, {missing}, {missing}}, got); diff != "" {
		t.Error(diff)
	}
	if goals[2][0] != missing {
		t.Error("the input was changed")
	}
	if again := scoring.FillRegional(regions, got); !cmp.Equal(again, got) {
		t.Error("a filled goal counts as measured the second time")
	}
}

func evaluate(t *testing.T, id scoring.MethodID, units []scoring.Unit, fill scoring.Fill) []scoring.UnitResult {
	t.Helper()
	var scales []*scoring.Scale
	for i := range 10 {
		s := spec(0, 40, 80, 100)
		s.Code, s.Goal = fmt.Sprintf("i%d", i), 10-i
		scales = append(scales, scale(t, s))
	}
	got, err := scoring.Evaluate(method(t, id), scales, units, scoring.Options{Fill: fill})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func full(code, region string, x float64, without ...string) scoring.Unit {
	u := scoring.Unit{Code: code, Region: region, Observations: map[string]scoring.Observation{}}
	for i := range 10 {
		if name := fmt.Sprintf("i%d", i); !slices.Contains(without, name) {
			u.Observations[name] = value(x)
		}
	}
	return u
}

func TestEvaluate(t *testing.T) {
	units := []scoring.Unit{full("c", "n", 10, "i0"), full("b", "n", 70), full("a", "n", 70), full("d", "n", 100, "i0", "i1", "i2")}
	plain := evaluate(t, scoring.SDSN, units, scoring.FillNone)
	filled := evaluate(t, scoring.SDSN, units, scoring.FillRegion)
	for i, want := range []struct {
		code          string
		rank          int
		index, filled float64
	}{{"a", 1, 70, 70}, {"b", 1, 70, 70}, {"c", 3, 10, (9*10 + 70) / 10.0}, {"d", 0, 0, 0}} {
		if plain[i].Code != want.code || plain[i].Rank != want.rank || plain[i].Index.Score != want.index {
			t.Errorf("plain: %+v", plain[i].Index)
		}
		if filled[i].Rank != want.rank || filled[i].Index.Score != want.filled {
			t.Errorf("filled: %+v, want %v", filled[i].Index, want.filled)
		}
	}
	if c := filled[2]; c.Index.Filled != 1 || c.Index.Goals != 10 || !c.Index.Imputed || !c.Goals[9].Imputed || c.Goals[9].Colour != scoring.Grey {
		t.Errorf("the fill is not marked: %+v", c)
	}
	if d := filled[3]; d.Index.Withheld != scoring.TooMuchMissing {
		t.Errorf("a fill makes up for missing indicators: %+v", d.Index)
	}
	if got := plain[2].Indicators[9]; got.Code != "i0" || got.Missing != scoring.NotAnswered {
		t.Errorf("results are not ordered by goal: %+v", got)
	}
}

func TestEvaluateRefusesToFillWhereTheMethodDoesNot(t *testing.T) {
	if _, err := scoring.Evaluate(method(t, scoring.U4SSC), nil, nil, scoring.Options{Fill: scoring.FillRegion}); err == nil {
		t.Error("u4ssc was filled")
	}
}

func TestEvaluateDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var units []scoring.Unit
		for i := range rapid.IntRange(1, 6).Draw(rt, "units") {
			u := full(fmt.Sprint(i), rapid.SampledFrom([]string{"n", "s"}).Draw(rt, "region"), 0)
			for code := range u.Observations {
				u.Observations[code] = value(0)
			}
			for j := range 10 {
				code := fmt.Sprintf("i%d", j)
				if rapid.IntRange(0, 5).Draw(rt, "missing") == 0 {
					delete(u.Observations, code)
				} else {
					u.Observations[code] = value(rapid.Float64Range(-20, 120).Draw(rt, "x"))
				}
			}
			units = append(units, u)
		}
		seed := rapid.Uint64().Draw(rt, "seed")
		for _, m := range []scoring.MethodID{scoring.SDSN, scoring.USCities} {
			before := evaluate(t, m, units, scoring.FillRegion)
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
			after := evaluate(t, m, units, scoring.FillRegion)
			if diff := cmp.Diff(before, after, cmp.AllowUnexported(scoring.Result{})); diff != "" {
				rt.Fatalf("%s", diff)
			}
			for _, u := range after {
				if !(u.Index.Score >= 0 && u.Index.Score <= 100) {
					rt.Fatalf("index %v", u.Index.Score)
				}
			}
		}
	})
}
