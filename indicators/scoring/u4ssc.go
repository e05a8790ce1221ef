package scoring

import "math"

// u4ssc is the benchmark method of United for Smart Sustainable Cities
// (Verification Manual 2022): a value is a share of its benchmark and earns one
// to four points. The optimum is the benchmark; thresholds play no part.
type u4ssc struct{}

func (u4ssc) ID() MethodID { return U4SSC }

// Fills is false: unreported indicators are left out, never replaced.
func (u4ssc) Fills() bool { return false }

// benchmarkPoints and benchmarkColour belong to the four bands.
var (
	benchmarkPoints = map[Band]int{BandFar: 1, BandBehind: 2, BandNear: 3, BandAchieved: 4}
	benchmarkColour = map[Band]Colour{BandFar: Red, BandBehind: Orange, BandNear: Yellow, BandAchieved: Green, BandUnknown: Grey}
)

// Result has the share of the benchmark as its score, in per cent.
func (u4ssc) Result(scale *Scale, o Observation) Result {
	r := scale.result(U4SSC, o)
	r.Colour = benchmarkColour[r.Band()]
	return r
}

// Goal is the points earned as a share of those that the reported indicators
// could have earned, in per cent.
func (u4ssc) Goal(goal, basket int, results []Result) GoalResult {
	g := meanGoal(U4SSC, goal, basket, results)
	if !g.Scored {
		return g
	}
	points := 0
	for _, r := range results {
		if r.Scored {
			points += benchmarkPoints[r.Band()]
		}
	}
	g.Score = 100 * float64(points) / float64(4*g.Available)
	g.Colour = benchmarkColour[g.Band()]
	return g
}

// Index is the points over all goals, so that a goal weighs as much as it has
// reported indicators.
func (u4ssc) Index(goals []GoalResult) IndexResult {
	ix := countIndex(U4SSC, goals)
	var points, reported float64
	for _, g := range goals {
		if g.Scored {
			points += pointsOf(g)
			reported += float64(g.Available)
		}
	}
	if reported > 0 {
		ix.Score, ix.Scored = 100*points/(4*reported), true
	}
	return ix
}

// pointsOf gets the whole number of points back from a goal's score.
func pointsOf(g GoalResult) float64 {
	return math.Round(g.Score / 100 * float64(4*g.Available))
}
