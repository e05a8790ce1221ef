package scoring_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

func in(year int, x float64) scoring.Observation { return scoring.Observation{Year: year, Value: x} }

func TestProgress(t *testing.T) {
	up, down := scoring.Spec{Code: "x", Goal: 1, Optimum: 100}, scoring.Spec{Code: "x", Goal: 1, Lower: 100}
	aiming := func(s scoring.Spec, target float64) scoring.Spec { s.Target = &target; return s }
	slow := up
	slow.LimitFactor = num(0.1)
	for name, row := range map[string]struct {
		spec   scoring.Spec
		last   float64 // in 2020; 10 in 2015
		status scoring.ProgressStatus
		pace   scoring.Pace
	}{
		"no target, 1.5 % a year":         {up, 10 * math.Pow(1.015, 5), scoring.ProgressOn, scoring.PaceGrowth},
		"no target, 1.4 % a year":         {up, 10 * math.Pow(1.014, 5), scoring.ProgressSlow, scoring.PaceGrowth},
		"no target, 0.5 % a year":         {up, 10 * math.Pow(1.005, 5), scoring.ProgressSlow, scoring.PaceGrowth},
		"no target, unchanged":            {up, 10, scoring.ProgressLittle, scoring.PaceGrowth},
		"no target, worse":                {up, 9.9, scoring.Deteriorating, scoring.PaceGrowth},
		"no target, worse when growing":   {down, 10.1, scoring.Deteriorating, scoring.PaceGrowth},
		"no target, near a limit":         {slow, 10 * math.Pow(1.0015, 5), scoring.ProgressOn, scoring.PaceGrowth},
		"no target, down to zero":         {down, 0, scoring.ProgressOn, scoring.PaceLinear},
		"no target, change of sign":       {up, -1, scoring.Deteriorating, scoring.PaceLinear},
		"target met":                      {aiming(up, 12), 12, scoring.TargetAchieved, scoring.PaceGrowth},
		"as fast as needed":               {aiming(up, 80), 20, scoring.ProgressOn, scoring.PaceGrowth},
		"at 60 % of what is needed":       {aiming(up, 10*math.Pow(1.1, 15)), 10 * math.Pow(1.06, 5), scoring.ProgressSlow, scoring.PaceGrowth},
		"at 59 % of what is needed":       {aiming(up, 10*math.Pow(1.1, 15)), 10 * math.Pow(1.059, 5), scoring.ProgressLittle, scoring.PaceGrowth},
		"away from the target":            {aiming(up, 80), 9, scoring.Deteriorating, scoring.PaceGrowth},
		"target of zero, a third there":   {aiming(down, 0), 10 * 2. / 3, scoring.ProgressOn, scoring.PaceLinear},
		"target of zero, a fifth there":   {aiming(down, 0), 8, scoring.ProgressSlow, scoring.PaceLinear},
		"was at the target, is no longer": {aiming(up, 10), 9, scoring.Deteriorating, scoring.PaceGrowth},
	} {
		t.Run(name, func(t *testing.T) {
			s := scale(t, row.spec)
			series := []scoring.Observation{in(2020, row.last), in(2018, 50), in(2015, 10), in(2010, 99), {Year: 2021, Missing: scoring.NoData}}
			got := scoring.Progress(s, series, scoring.DefaultYears)
			if got.Status != row.status || got.Pace != row.pace || got.From.Year != 2015 || got.To.Year != 2020 {
				t.Errorf("%+v, want %s by %s", got, row.status, row.pace)
			}
		})
	}
}

func TestProgressNeedsTwoYears(t *testing.T) {
	s := scale(t, scoring.Spec{Code: "x", Goal: 1, Optimum: 100})
	for _, series := range [][]scoring.Observation{nil, {in(2020, 5)}, {in(2014, 5), in(2020, 6)}, {in(2015, math.NaN()), in(2020, 6)}} {
		if got := scoring.Progress(s, series, scoring.DefaultYears); got.Status != scoring.NoProgress || got.Rate != 0 {
			t.Errorf("%v: %+v", series, got)
		}
	}
}

// Neither the unit, where values are above zero, nor the order of the years
// matters, more is never worse, and nothing but numbers comes out.
func TestProgressProperties(t *testing.T) {
	order := map[scoring.ProgressStatus]int{scoring.Deteriorating: 0, scoring.ProgressLittle: 1, scoring.ProgressSlow: 2, scoring.ProgressOn: 3, scoring.TargetAchieved: 4}
	rapid.Check(t, func(t *rapid.T) {
		target := rapid.Float64Range(-100, 100).Draw(t, "target")
		sp := scoring.Spec{Code: "x", Goal: 1, Optimum: 100}
		if rapid.Bool().Draw(t, "with target") {
			sp.Target = &target
		}
		s := scale(t, sp)
		first := rapid.Float64Range(-100, 100).Draw(t, "first")
		a, b := rapid.Float64Range(-1e300, 1e300).Draw(t, "a"), rapid.Float64Range(-100, 100).Draw(t, "b")
		worse := scoring.Progress(s, []scoring.Observation{in(2015, first), in(2020, min(a, b))}, scoring.DefaultYears)
		better := scoring.Progress(s, []scoring.Observation{in(2020, max(a, b)), in(2015, first)}, scoring.DefaultYears)
		for _, r := range []scoring.ProgressResult{worse, better} {
			if x := r.Rate + r.Needed + r.Ratio; math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("%+v", r)
			}
		}
		if worse.Pace == better.Pace && worse.Status != scoring.NoProgress && better.Status != scoring.NoProgress && order[worse.Status] > order[better.Status] {
			t.Fatalf("%+v is better than %+v", worse, better)
		}
		if unit := rapid.SampledFrom([]float64{0.25, 8, 1024}).Draw(t, "unit"); first > 0 && a > 0 && a < 1e200 && sp.Target == nil {
			one := scoring.Progress(s, []scoring.Observation{in(2015, first), in(2020, a)}, scoring.DefaultYears)
			other := scoring.Progress(s, []scoring.Observation{in(2015, unit*first), in(2020, unit*a)}, scoring.DefaultYears)
			if diff := cmp.Diff(one.Rate, other.Rate); diff != "" || one.Status != other.Status {
				t.Fatal(diff)
			}
		}
	})
}
