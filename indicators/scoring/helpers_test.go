package scoring_test

import (
	"testing"

	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

func num(x float64) *float64 { return &x }

// spec makes a spec of goal 1 with thresholds; ascending where optimum > lower.
func spec(lower, red, green, optimum float64) scoring.Spec {
	return scoring.Spec{Code: "x", Goal: 1, Lower: lower, Optimum: optimum, Green: &green, Red: &red}
}

type fataler interface{ Fatalf(string, ...any) }

// scale makes a scale from a spec that must be sound.
func scale(t fataler, s scoring.Spec) *scoring.Scale {
	made, doubts, err := scoring.NewScale(s)
	if err != nil || len(doubts) > 0 {
		t.Fatalf("unsound spec %+v: %v %v", s, err, doubts)
	}
	return made
}

func method(t *testing.T, id scoring.MethodID) scoring.Method {
	t.Helper()
	m, ok := scoring.ByID(id)
	if !ok {
		t.Fatalf("no method %s", id)
	}
	return m
}

// value is the observation of a number.
func value(x float64) scoring.Observation { return scoring.Observation{Value: x} }

// goalOf scores values on one scale 0 to 100 with red 40 and green 80, absent
// ones given as nil, and sums them up.
func goalOf(t *testing.T, m scoring.Method, values ...*float64) scoring.GoalResult {
	t.Helper()
	s := scale(t, spec(0, 40, 80, 100))
	var results []scoring.Result
	for _, x := range values {
		o := scoring.Absent(scoring.NoData)
		if x != nil {
			o = value(*x)
		}
		results = append(results, m.Result(s, o))
	}
	return m.Goal(1, len(values), results)
}

// anyScale draws a sound scale of either direction, with thresholds that may
// lie on the bounds or on one another.
func anyScale(t *rapid.T) *scoring.Scale {
	lower := rapid.Float64Range(-1e6, 1e6).Draw(t, "lower")
	reach := rapid.Float64Range(1e-6, 1e6).Draw(t, "reach")
	if rapid.Bool().Draw(t, "descending") {
		reach = -reach
	}
	optimum := lower + reach
	red := rapid.SampledFrom([]float64{0, 0.2, 0.5, 0.5, 1}).Draw(t, "red")
	green := red + (1-red)*rapid.SampledFrom([]float64{0, 0.4, 1}).Draw(t, "green")
	at := func(share float64) float64 {
		switch share {
		case 0:
			return lower
		case 1:
			return optimum
		}
		return lower + share*reach
	}
	made, _, err := scoring.NewScale(spec(lower, at(red), at(green), optimum))
	if err != nil {
		t.Fatalf("unsound: %v", err)
	}
	return made
}

// nearValue draws a value in and around the bounds of a scale, and sometimes
// one far off.
func nearValue(t *rapid.T, s *scoring.Scale, name string) float64 {
	sp := s.Spec()
	if rapid.IntRange(0, 9).Draw(t, name+" far") == 0 {
		return rapid.Float64Range(-1e300, 1e300).Draw(t, name)
	}
	return sp.Lower + rapid.Float64Range(-0.5, 1.5).Draw(t, name)*(sp.Optimum-sp.Lower)
}
