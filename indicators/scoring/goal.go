package scoring

// GoalResult is the outcome of one goal for one unit.
type GoalResult struct {
	Method    MethodID
	Goal      int
	Score     float64 // 0 to 100, unrounded; only where Scored
	Scored    bool
	Colour    Colour
	Available int  // indicators with a score
	Total     int  // indicators in the basket
	Imputed   bool // the score is, or contains, something nobody observed
}

// Band gives the band of the goal's score.
func (g GoalResult) Band() Band {
	if !g.Scored {
		return BandUnknown
	}
	return BandOf(g.Score)
}

// meanGoal gives the equally weighted mean of the available scores, with the
// counts. The colour is left grey for the method to set.
func meanGoal(id MethodID, goal, basket int, results []Result) (g GoalResult) {
	g.Method, g.Goal, g.Colour, g.Total = id, goal, Grey, max(basket, len(results))
	var scores summands
	for i := range results {
		if r := &results[i]; r.Scored {
			g.Available++
			g.Imputed = g.Imputed || r.Imputed
			scores.add(r.Score)
		}
	}
	g.Score, g.Scored = scores.mean()
	return g
}
