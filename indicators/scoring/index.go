package scoring

// IndexResult is the overall score of one unit.
type IndexResult struct {
	Stamp
	Score    float64 // 0 to 100, unrounded; only where Scored
	Scored   bool
	Goals    int // goals that the index is made of, the filled ones among them
	Filled   int // goals that were replaced by the mean of the region
	Missing  int // indicators without a score
	Total    int // indicators in all baskets
	Withheld Withheld
	Imputed  bool
}

// Withheld is why there is no index.
type Withheld string

// The reasons.
const (
	NotWithheld    Withheld = ""
	NothingScored  Withheld = "nothing_scored"
	TooMuchMissing Withheld = "too_much_missing"
)

// countIndex counts goals and indicators; the score is left to the method.
func countIndex(by Stamp, goals []GoalResult) IndexResult {
	ix := IndexResult{Stamp: by}
	for i := range goals {
		g := &goals[i]
		ix.Total += g.Total
		ix.Missing += g.Total - g.Available
		if !g.Scored {
			continue
		}
		ix.Goals++
		ix.Imputed = ix.Imputed || g.Imputed
		if g.Filled {
			ix.Filled++
		}
	}
	if ix.Goals == 0 {
		ix.Withheld = NothingScored
	}
	return ix
}

// meanIndex is the equally weighted mean of the goals that have a score.
func meanIndex(by Stamp, goals []GoalResult) IndexResult {
	ix := countIndex(by, goals)
	var scores summands
	for i := range goals {
		if g := &goals[i]; g.Scored {
			scores.add(g.Score)
		}
	}
	ix.Score, ix.Scored = scores.mean()
	return ix
}

// withhold takes the score away.
func (ix IndexResult) withhold(why Withheld) IndexResult {
	ix.Score, ix.Scored, ix.Withheld = 0, false, why
	return ix
}
