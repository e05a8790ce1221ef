package scoring

import "slices"

// FillRegional gives every unit's goals again, with each goal that has no score
// replaced by the mean of that goal over the units of the same region (SDSN:
// published indices agree only with this mean). A filled goal is marked Imputed,
// keeps its counts and stays grey. A goal that nobody in the region has a score
// for stays missing, and so does one of a unit without region. regions and goals stand in the same order of units, which
// must all be of one snapshot.
func FillRegional(regions []string, goals [][]GoalResult) [][]GoalResult {
	type key struct {
		region string
		goal   int
	}
	known := make(map[key]*summands)
	for i, list := range goals {
		for _, g := range list {
			if g.Scored && !g.Imputed && regions[i] != "" {
				at := key{regions[i], g.Goal}
				if known[at] == nil {
					known[at] = new(summands)
				}
				known[at].add(g.Score)
			}
		}
	}
	filled := make([][]GoalResult, len(goals))
	for i, list := range goals {
		filled[i] = make([]GoalResult, len(list))
		for j, g := range list {
			if others := known[key{regions[i], g.Goal}]; !g.Scored && others != nil {
				g.Score, g.Scored = others.mean()
				g.Imputed, g.Filled = true, true
			}
			filled[i][j] = g
		}
	}
	return filled
}

// fillIndicators gives the missing indicators of some goals the mean score of
// their region, in place. What doesn't apply to a unit stays missing.
func fillIndicators(goals []int, regions []string, units []UnitResult) {
	if len(goals) == 0 {
		return
	}
	type key struct{ region, code string }
	known := make(map[key]*summands)
	for i, unit := range units {
		for _, r := range unit.Indicators {
			if r.Scored && regions[i] != "" && slices.Contains(goals, r.Goal) {
				at := key{regions[i], r.Code}
				if known[at] == nil {
					known[at] = new(summands)
				}
				known[at].add(r.Score)
			}
		}
	}
	for i, unit := range units {
		for j := range unit.Indicators {
			r := &unit.Indicators[j]
			if others := known[key{regions[i], r.Code}]; !r.Scored && r.Missing != NotApplicable && others != nil {
				r.Score, r.Scored = others.mean()
				r.Imputed = true
			}
		}
	}
}
