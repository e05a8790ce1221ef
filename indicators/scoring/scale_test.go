package scoring_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

func TestNewScaleRefusesWhatCannotBeScored(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for name, row := range map[string]struct {
		spec    scoring.Spec
		field   string
		problem scoring.Problem
	}{
		"goal 0":          {scoring.Spec{Code: "x", Optimum: 1}, "goal", scoring.GoalOutOfRange},
		"goal 18":         {scoring.Spec{Code: "x", Goal: 18, Optimum: 1}, "goal", scoring.GoalOutOfRange},
		"equal bounds":    {scoring.Spec{Code: "x", Goal: 1, Lower: 3, Optimum: 3}, "optimum", scoring.LowerEqualsOptimum},
		"zero and -zero":  {scoring.Spec{Code: "x", Goal: 1, Optimum: math.Copysign(0, -1)}, "optimum", scoring.LowerEqualsOptimum},
		"lower NaN":       {scoring.Spec{Code: "x", Goal: 1, Lower: nan, Optimum: 1}, "lower", scoring.NotFinite},
		"optimum Inf":     {scoring.Spec{Code: "x", Goal: 1, Optimum: inf}, "optimum", scoring.NotFinite},
		"green NaN":       {scoring.Spec{Code: "x", Goal: 1, Optimum: 1, Green: &nan}, "green", scoring.NotFinite},
		"yellow Inf":      {scoring.Spec{Code: "x", Goal: 1, Optimum: 1, Yellow: &inf}, "yellow", scoring.NotFinite},
		"red Inf":         {scoring.Spec{Code: "x", Goal: 1, Optimum: 1, Red: &inf}, "red", scoring.NotFinite},
		"middle NaN":      {scoring.Spec{Code: "x", Goal: 1, Optimum: 1, Middle: &nan}, "middle", scoring.NotFinite},
		"reach overflows": {scoring.Spec{Code: "x", Goal: 1, Lower: -1.7e308, Optimum: 1.7e308}, "optimum", scoring.RangeTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			made, _, err := scoring.NewScale(row.spec)
			var fault *scoring.SpecError
			if !errors.As(err, &fault) || made != nil {
				t.Fatalf("was accepted: %v", err)
			}
			if fault.Field != row.field || fault.Problem != row.problem {
				t.Errorf("got %s %s", fault.Field, fault.Problem)
			}
			if text := err.Error(); !strings.HasPrefix(text, "x: "+row.field+": ") || strings.HasSuffix(text, ": ") {
				t.Errorf("the message names no code, field and reason: %q", text)
			}
		})
	}
}

func TestDoubtfulThresholdsGiveAScoreButNoColour(t *testing.T) {
	withYellow := func(s scoring.Spec, yellow float64) scoring.Spec { s.Yellow = &yellow; return s }
	for name, row := range map[string]struct {
		spec scoring.Spec
		want string
	}{
		"green past the optimum, descending": {spec(2.3e7, 1.2e7, -4e6, 5e4), "green threshold-outside-bounds"},
		"red past the lower bound":           {spec(1394, 13215, -2, -20), "red threshold-outside-bounds"},
		"red better than green":              {spec(20, 2, 4, 1.7), "red red-better-than-green"},
		"both":                               {spec(0, 90, -1, 100), "green threshold-outside-bounds, red red-better-than-green"},
		"yellow above green":                 {withYellow(spec(0, 20, 60, 100), 61), "yellow yellow-not-between"},
		"yellow below red":                   {withYellow(spec(0, 20, 60, 100), 19), "yellow yellow-not-between"},
	} {
		t.Run(name, func(t *testing.T) {
			made, doubts, err := scoring.NewScale(row.spec)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range doubts {
				got = append(got, d.Field+" "+string(d.Problem))
				if d.Code != "x" || d.Problem.String() == "" {
					t.Errorf("unexplained %+v", d)
				}
			}
			if strings.Join(got, ", ") != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
			if c := made.Colour(row.spec.Optimum); c != scoring.NoColour {
				t.Errorf("has the colour %q", c)
			}
			if s, ok := made.Score(row.spec.Optimum); !ok || s != 100 {
				t.Errorf("has the score %v", s)
			}
		})
	}
}

func TestThresholdsOnTheBoundsAreSound(t *testing.T) {
	for name, s := range map[string]scoring.Spec{
		"ascending":  spec(0, 0, 100, 100),
		"descending": spec(100, 100, 0, 0),
		"all equal":  spec(0, 50, 50, 100),
	} {
		made := scale(t, s)
		if c := made.Colour(s.Optimum); c != scoring.Green {
			t.Errorf("%s: the optimum is %s", name, c)
		}
	}
}

func TestScore(t *testing.T) {
	tiny := math.Nextafter(1, 2)
	for name, row := range map[string]struct{ lower, optimum, x, want float64 }{
		"ascending":             {0, 50, 14.5, 29},
		"descending":            {50, 0, 14.5, 71},
		"negative bounds":       {-20, -10, -12.5, 75},
		"at lower":              {3, 7, 3, 0},
		"at optimum":            {0.1, 0.7, 0.7, 100},
		"beyond optimum":        {0, 10, 11, 100},
		"beyond lower":          {10, 0, 11, 0},
		"far beyond":            {0, 10, 1e308, 100},
		"far beyond, other way": {0, 10, -1e308, 0},
		"zero is a value":       {-50, 50, 0, 50},
		"tiny reach, at lower":  {1, tiny, 1, 0},
		"tiny reach, optimum":   {1, tiny, tiny, 100},
		"smallest reach":        {0, 5e-324, 5e-324, 100},
	} {
		t.Run(name, func(t *testing.T) {
			made := scale(t, scoring.Spec{Code: "x", Goal: 1, Lower: row.lower, Optimum: row.optimum})
			if got, ok := made.Score(row.x); !ok || got != row.want {
				t.Errorf("got %v, want %v", got, row.want)
			}
		})
	}
}

func TestColourByThresholds(t *testing.T) {
	yellow := spec(0, 20, 60, 100)
	yellow.Yellow = num(50)
	threePoints := spec(0, 40, 80, 100)
	threePoints.Yellow = num(40)
	for name, row := range map[string]struct {
		spec scoring.Spec
		want map[float64]scoring.Colour
	}{
		"ascending": {spec(0, 20, 60, 100), map[float64]scoring.Colour{
			60: scoring.Green, math.Nextafter(60, 0): scoring.Yellow, 40: scoring.Yellow,
			math.Nextafter(40, 0): scoring.Orange, 20: scoring.Orange, math.Nextafter(20, 0): scoring.Red, -5: scoring.Red, 500: scoring.Green,
		}},
		"descending": {spec(100, 80, 40, 0), map[float64]scoring.Colour{
			40: scoring.Green, 41: scoring.Yellow, 60: scoring.Yellow, 61: scoring.Orange, 80: scoring.Orange, 81: scoring.Red,
		}},
		"yellow replaces the midpoint": {yellow, map[float64]scoring.Colour{
			49: scoring.Orange, 50: scoring.Yellow, 60: scoring.Green, 20: scoring.Orange, 19: scoring.Red,
		}},
		"three points": {threePoints, map[float64]scoring.Colour{39: scoring.Red, 40: scoring.Yellow, 79: scoring.Yellow, 80: scoring.Green}},
		"red on the lower bound": {spec(0, 0, 60, 100), map[float64]scoring.Colour{
			0: scoring.Orange, -1: scoring.Red,
		}},
		"no green":     {scoring.Spec{Code: "x", Goal: 1, Optimum: 1, Red: num(0.5)}, map[float64]scoring.Colour{1: scoring.NoColour, 0: scoring.NoColour}},
		"no red":       {scoring.Spec{Code: "x", Goal: 1, Optimum: 1, Green: num(0.5)}, map[float64]scoring.Colour{1: scoring.NoColour}},
		"not a number": {spec(0, 20, 60, 100), map[float64]scoring.Colour{math.Inf(1): scoring.Grey, math.Inf(-1): scoring.Grey}},
	} {
		t.Run(name, func(t *testing.T) {
			made := scale(t, row.spec)
			for x, want := range row.want {
				if got := made.Colour(x); got != want {
					t.Errorf("%v is %q, want %q", x, got, want)
				}
			}
		})
	}
}

func TestDistanceFromTheMiddle(t *testing.T) {
	share := scoring.Spec{Code: "5.5-council", Goal: 5, Lower: 50, Optimum: 0, Green: num(10), Red: num(25), Middle: num(50)}
	made := scale(t, share)
	for x, want := range map[float64]struct {
		score  float64
		colour scoring.Colour
	}{
		50: {100, scoring.Green}, 40: {80, scoring.Green}, 60: {80, scoring.Green}, 38: {76, scoring.Yellow},
		0: {0, scoring.Red}, 100: {0, scoring.Red}, 25: {50, scoring.Orange}, 75: {50, scoring.Orange}, 76: {48, scoring.Red},
	} {
		if got, _ := made.Score(x); got != want.score {
			t.Errorf("%v scores %v, want %v", x, got, want.score)
		}
		if got := made.Colour(x); got != want.colour {
			t.Errorf("%v is %s, want %s", x, got, want.colour)
		}
	}
}

func TestScoreProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScale(t)
		a, b := nearValue(t, s, "a"), nearValue(t, s, "b")
		if ascending := s.Spec().Optimum > s.Spec().Lower; (a > b) == ascending {
			a, b = b, a // b is at least as good as a
		}
		sa, _ := s.Score(a)
		sb, _ := s.Score(b)
		if sa < 0 || sb > 100 || math.IsNaN(sa) || math.IsNaN(sb) {
			t.Fatalf("out of bounds: %v %v", sa, sb)
		}
		if sa > sb {
			t.Fatalf("the better value %v scores %v, the worse %v scores %v", b, sb, a, sa)
		}
		order := map[scoring.Colour]int{scoring.Red: 0, scoring.Orange: 1, scoring.Yellow: 2, scoring.Green: 3}
		if order[s.Colour(a)] > order[s.Colour(b)] {
			t.Fatalf("the better value %v is %s, the worse %v is %s", b, s.Colour(b), a, s.Colour(a))
		}
	})
}

func TestDirectionsMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		up := anyScale(t)
		sp := up.Spec()
		down := scale(t, spec(-sp.Lower, -*sp.Red, -*sp.Green, -sp.Optimum))
		x := nearValue(t, up, "x")
		a, _ := up.Score(x)
		b, _ := down.Score(-x)
		if a != b || up.Colour(x) != down.Colour(-x) {
			t.Fatalf("%v: %v %s, mirrored %v %s", x, a, up.Colour(x), b, down.Colour(-x))
		}
	})
}

func TestScoringAValueAllocatesNothing(t *testing.T) {
	s := scale(t, spec(0, 20, 60, 100))
	for _, m := range scoring.Methods() {
		var sum float64
		if n := testing.AllocsPerRun(100, func() {
			sum += m.Result(s, scoring.Observation{Value: 33}).Score
		}); n != 0 {
			t.Errorf("%s: %v allocations", m.ID(), n)
		}
		if sum == 0 {
			t.Errorf("%s: nothing was scored", m.ID())
		}
	}
}

// Scored together, and over what was scored before, values get what each gets alone.
func TestResultsAreThoseOfEachAlone(t *testing.T) {
	missing := []scoring.Missing{scoring.Present, scoring.Present, scoring.NotAnswered, scoring.Declined}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "n")
		scales, observed := make([]*scoring.Scale, n), make([]scoring.Observation, n)
		into := make([]scoring.Result, n)
		for range 2 {
			for i := range n {
				scales[i] = anyScale(t)
				observed[i] = scoring.Observation{Value: nearValue(t, scales[i], "value"), Year: i,
					Missing: rapid.SampledFrom(missing).Draw(t, "missing")}
			}
			for _, m := range scoring.Methods() {
				m.Results(into, scales, observed)
				for i := range into {
					if want := m.Result(scales[i], observed[i]); into[i] != want {
						t.Fatalf("%s: %+v, alone %+v", m.ID(), into[i], want)
					}
				}
			}
		}
	})
}
