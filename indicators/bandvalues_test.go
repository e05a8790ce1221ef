package indicators_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"loftet/indicators"
	"loftet/indicators/scoring"
)

func judged(kind string, decimals int, lower, optimum float64) (indicators.Indicator, indicators.Bounds) {
	in := indicators.Indicator{Definition: indicators.Definition{Code: "1.1-a", Goal: 1, Type: kind, Direction: "higher",
		Decimals: decimals, Lower: &lower, Optimum: &optimum}}
	return in, in.OwnBounds()
}

func TestBandsInValues(t *testing.T) {
	for _, c := range []struct {
		kind           string
		decimals       int
		lower, optimum float64
		want           string
	}{
		{"percent", 1, 40, 100, "achieved 97.0-100.0; near 79.6-97.0; behind 59.8-79.6; far 40.0-59.8; "},
		{"percent", 1, 50, 0, "achieved 2.5-0.0; near 17.0-2.5; behind 33.5-17.0; far 50.0-33.5; "},
		{"number", 0, 0, 100, "achieved 95-100; near 66-95; behind 33-66; far 0-33; "},
		{"number", 0, 6, 0, "achieved 0.3-0.0; near 2.0-0.3; behind 4.0-2.0; far 6.0-4.0; "}, // one decimal more, in all
		{"yes_partly_no", 0, 0, 100, "achieved 95-100 [100]; near 66-95 []; behind 33-66 [50]; far 0-33 [0]; "},
		// beyond the bounds an answer still has 100 or 0 points
		{"yes_partly_no", 0, 50, 80, "achieved 78.5-80.0 [100]; near 69.8-78.5 []; behind 59.9-69.8 []; far 50.0-59.9 [50 0]; "},
	} {
		got := ""
		in, bounds := judged(c.kind, c.decimals, c.lower, c.optimum)
		for _, b := range in.BandsIn(bounds) {
			got += fmt.Sprintf("%s %.*f-%.*f", b.Band, b.Decimals, b.Worst, b.Decimals, b.Best)
			if b.Answers != nil {
				got += fmt.Sprint(" ", b.Answers)
			}
			got += "; "
		}
		if got != c.want {
			t.Errorf("%s from %g to %g\n got %s\nwant %s", c.kind, c.lower, c.optimum, got, c.want)
		}
	}
	in, bounds := judged("percent", 1, 40, 100)
	bounds.Optimum = nil
	if got := in.BandsIn(bounds); got != nil {
		t.Errorf("nothing is scored, and yet there is %v", got)
	}
}

func TestAValueAtAScoreHasThatScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lower, reach := rapid.Float64Range(-1e4, 1e4).Draw(t, "lower"), rapid.Float64Range(1, 1e4).Draw(t, "reach")
		if rapid.Bool().Draw(t, "falls") {
			reach = -reach
		}
		_, bounds := judged("number", 0, lower, lower+reach)
		scale, _, err := scoring.NewScale(scoring.Spec{Goal: 1, Lower: *bounds.Lower, Optimum: *bounds.Optimum})
		if err != nil {
			t.Fatal(err)
		}
		want := rapid.Float64Range(0, 100).Draw(t, "score")
		if got, _ := scale.Score(bounds.At(want)); got < want-1e-6 || got > want+1e-6 {
			t.Fatalf("%g points stand at %g, which scores %g", want, bounds.At(want), got)
		}
	})
}
