package scoring

import (
	"cmp"
	"fmt"
	"slices"
)

// Unit is one municipality, city or country with its observations by indicator
// code. An indicator without an entry is missing as NotAnswered.
type Unit struct {
	Code         string
	Region       string
	Observations map[string]Observation
}

// UnitResult is all that a method says about one unit. Goals that were filled
// are Imputed.
type UnitResult struct {
	Code       string
	Indicators []Result     // by goal and code
	Goals      []GoalResult // by goal
	Index      IndexResult
	Rank       int // 0 without an index
}

// Fill is what is done about missing goals.
type Fill string

// By default nothing is filled.
const (
	FillNone   Fill = "none"
	FillRegion Fill = "regional"
)

// Evaluate scores a snapshot: all units by all scales, with ranks among them.
// The results are in the order of the units' codes. An error is returned for a
// method that doesn't fill when a fill is asked for.
func Evaluate(m Method, scales []*Scale, units []Unit, fill Fill) ([]UnitResult, error) {
	if fill == FillRegion && !m.Fills() {
		return nil, fmt.Errorf("the method %s leaves missing goals out and never fills them", m.ID())
	}
	scales = slices.SortedFunc(slices.Values(scales), func(a, b *Scale) int {
		return cmp.Or(cmp.Compare(a.spec.Goal, b.spec.Goal), cmp.Compare(a.spec.Code, b.spec.Code))
	})
	units = slices.SortedFunc(slices.Values(units), func(a, b Unit) int { return cmp.Compare(a.Code, b.Code) })

	results := make([]UnitResult, len(units))
	regions := make([]string, len(units))
	goals := make([][]GoalResult, len(units))
	for i, unit := range units {
		results[i] = UnitResult{Code: unit.Code, Indicators: score(m, scales, unit)}
		regions[i], goals[i] = unit.Region, sumUp(m, results[i].Indicators)
	}
	if fill == FillRegion {
		goals = FillRegional(regions, goals)
	}
	indices := make([]IndexResult, len(units))
	for i := range results {
		results[i].Goals = goals[i]
		indices[i] = m.Index(goals[i])
		results[i].Index = indices[i]
	}
	for i, rank := range Ranks(indices) {
		results[i].Rank = rank
	}
	return results, nil
}

func score(m Method, scales []*Scale, unit Unit) []Result {
	list := make([]Result, len(scales))
	for i, scale := range scales {
		o, known := unit.Observations[scale.spec.Code]
		if !known {
			o = Absent(NotAnswered)
		}
		list[i] = m.Result(scale, o)
	}
	return list
}

// sumUp cuts results that are in the order of goals into goals.
func sumUp(m Method, results []Result) []GoalResult {
	var goals []GoalResult
	for len(results) > 0 {
		n := 1
		for n < len(results) && results[n].Goal == results[0].Goal {
			n++
		}
		goals = append(goals, m.Goal(results[0].Goal, n, results[:n]))
		results = results[n:]
	}
	return goals
}
