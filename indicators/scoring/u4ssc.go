package scoring

import "math"

// u4ssc is the benchmark method of United for Smart Sustainable Cities
// (Verification Manual 2022): a value is a share of its benchmark and earns one
// to four points. The optimum is the benchmark; thresholds play no part.
type u4ssc struct{}

func (u4ssc) ID() MethodID { return U4SSC }

func (u4ssc) Version() string { return u4sscStamp.MethodVersion }

// Fills is false: unreported indicators are left out, never replaced.
func (u4ssc) Fills() bool { return false }

// benchmark is what a band earns.
type benchmark struct {
	points int
	colour Colour
}

func benchmarkOf(b Band) benchmark {
	switch b {
	case BandAchieved:
		return benchmark{4, Green}
	case BandNear:
		return benchmark{3, Yellow}
	case BandBehind:
		return benchmark{2, Orange}
	case BandFar:
		return benchmark{1, Red}
	}
	return benchmark{0, Grey}
}

// Result has the share of the benchmark as its score, in per cent.
func (m u4ssc) Result(scale *Scale, o Observation) Result {
	var r [1]Result
	m.Results(r[:], []*Scale{scale}, []Observation{o})
	return r[0]
}

// Results has shares of the benchmark as scores, as Result.
func (u4ssc) Results(into []Result, scales []*Scale, observed []Observation) {
	fillAll(into, u4sscStamp, scales, observed)
	for i := range into {
		into[i].Colour = benchmarkOf(into[i].Band()).colour
	}
}

// Goal is the points earned as a share of those that the reported indicators
// could have earned, in per cent.
func (u4ssc) Goal(goal, basket int, results []Result) GoalResult {
	g := meanGoal(u4sscStamp, goal, basket, results)
	if !g.Scored {
		return g
	}
	points := 0
	for i := range results {
		if r := &results[i]; r.Scored && r.basket != BasketColour {
			points += benchmarkOf(BandOf(r.Score)).points
		}
	}
	g.Score = 100 * float64(points) / float64(4*g.Available)
	g.Colour = benchmarkOf(g.Band()).colour
	return g
}

// Index is the points over all goals, so that a goal weighs as much as it has
// reported indicators.
func (u4ssc) Index(goals []GoalResult) IndexResult {
	ix := countIndex(u4sscStamp, goals)
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
