package scoring_test

import (
	"fmt"
	"testing"

	"loftet/indicators/scoring"
)

// perGoal is the size of the baskets: 40 indicators over the 17 goals.
var perGoal = [17]int{3, 2, 3, 3, 2, 3, 2, 2, 2, 2, 4, 2, 3, 2, 3, 1, 1}

// questionnaire is what a municipality answers: the scales by goal, both
// directions and with and without thresholds, and values in and out of bounds.
func questionnaire(b *testing.B) (scales []*scoring.Scale, values []float64) {
	b.Helper()
	for goal, n := range perGoal {
		for i := range n {
			s := spec(0, 40, 80, 100)
			switch i {
			case 1:
				s = spec(100, 60, 20, 0)
			case 2:
				s.Green, s.Red = nil, nil
			}
			s.Goal, s.Code = goal+1, fmt.Sprintf("%d.%d", goal+1, i+1)
			scales = append(scales, scale(b, s))
			values = append(values, float64((goal*37+i*53)%120)-7.3)
		}
	}
	return scales, values
}

func perSecond(b *testing.B, values int) {
	b.Helper()
	b.ReportAllocs()
	b.ReportMetric(float64(b.N)*float64(values)/b.Elapsed().Seconds(), "values/s")
}

// What a submission takes: every value scored, every goal and the index.
func BenchmarkUnit(b *testing.B) {
	for _, m := range scoring.Methods() {
		b.Run(string(m.ID()), func(b *testing.B) {
			scales, values := questionnaire(b)
			observed := make([]scoring.Observation, len(values))
			for i, x := range values {
				observed[i] = scoring.Observation{Value: x, Year: 2025}
			}
			results, goals := make([]scoring.Result, len(scales)), make([]scoring.GoalResult, len(perGoal))
			for b.Loop() {
				at := 0
				m.Results(results, scales, observed)
				for goal, n := range perGoal {
					goals[goal] = m.Goal(goal+1, n, results[at:at+n])
					at += n
				}
				if ix := m.Index(goals); !ix.Scored {
					b.Fatal(ix)
				}
			}
			perSecond(b, len(values))
		})
	}
}

// The formula alone.
func BenchmarkScore(b *testing.B) {
	scales, values := questionnaire(b)
	for b.Loop() {
		for i, s := range scales {
			if _, ok := s.Score(values[i]); !ok {
				b.Fatal(i)
			}
		}
	}
	perSecond(b, len(values))
}
