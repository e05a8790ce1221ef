package scoring

// GoalResult is the outcome of one goal for one unit.
type GoalResult struct {
	Stamp
	Goal      int
	Score     float64 // 0 to 100, unrounded; only where Scored
	Scored    bool
	Colour    Colour
	Available int  // indicators with a score of their own, of those that count in scores
	Total     int  // indicators in the basket of scores
	Imputed   bool // the score is, or contains, something nobody observed
	Filled    bool // the score is not the unit's own but its region's (see [FillRegional])
}

// Band gives the band of the goal's score.
func (g GoalResult) Band() Band {
	if !g.Scored {
		return BandUnknown
	}
	return BandOf(g.Score)
}

// meanGoal gives the equally weighted mean of the available scores, with the
// counts; indicators that count for colours alone are left out. The colour is
// left grey for the method to set.
func meanGoal(by Stamp, goal, basket int, results []Result) (g GoalResult) {
	g.Stamp, g.Goal, g.Colour, g.Total = by, goal, Grey, max(basket, len(results))
	var scores summands
	for i := range results {
		r := &results[i]
		if r.basket == BasketColour {
			g.Total--
			continue
		}
		if !r.Scored {
			continue
		}
		if r.Imputed {
			g.Imputed = true
		} else {
			g.Available++
		}
		scores.add(r.Score)
	}
	g.Score, g.Scored = scores.mean()
	return g
}
