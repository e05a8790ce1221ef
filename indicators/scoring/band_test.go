package scoring_test

import (
	"math"
	"testing"

	"loftet/indicators/scoring"
)

func TestBandOf(t *testing.T) {
	for score, want := range map[float64]scoring.Band{
		0: scoring.BandFar, 32.999: scoring.BandFar,
		33: scoring.BandBehind, 65.999: scoring.BandBehind,
		66: scoring.BandNear, 94.999: scoring.BandNear,
		95: scoring.BandAchieved, 100: scoring.BandAchieved,
		math.Inf(1): scoring.BandUnknown,
	} {
		if got := scoring.BandOf(score); got != want {
			t.Errorf("%v is %q, want %q", score, got, want)
		}
	}
	if got := scoring.BandOf(math.NaN()); got != scoring.BandUnknown {
		t.Errorf("NaN is %q", got)
	}
}

// 100·(58.15 − 40)/(95 − 40) is 33 on paper and a little less in binary.
func TestBandForgivesBinaryFractions(t *testing.T) {
	for _, row := range []struct{ lower, optimum, x float64 }{{40, 95, 58.15}, {0, 0.3, 0.099}, {1.1, 2.1, 1.43}} {
		score, _ := scale(t, scoring.Spec{Code: "x", Goal: 1, Lower: row.lower, Optimum: row.optimum}).Score(row.x)
		if math.Abs(score-33) > 1e-9 {
			t.Fatalf("the example scores %v", score)
		}
		if got := scoring.BandOf(score); got != scoring.BandBehind {
			t.Errorf("%v is %s", score, got)
		}
	}
}
