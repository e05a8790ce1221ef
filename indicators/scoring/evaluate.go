package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Unit is one municipality, city or country with its observations by indicator
// code. An indicator without an entry is missing as NotAnswered.
type Unit struct {
	Code         string
	Region       string
	Groups       []string // see [Spec.Only]
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

// Options are what a publisher may do beside the method. The zero value does
// nothing of it.
type Options struct {
	Fill Fill

	// Decimals, where set, is what indicator scores are rounded to before goals
	// are averaged; a half goes away from zero. SDSN publishes with 3.
	Decimals *int

	// FillIndicators are goals whose missing indicators take the mean score of
	// the region, as SDSN's edition 2021 had it for goal 4. Such a result is
	// Imputed, has no colour, and still counts as missing.
	FillIndicators []int
}

// plain tells whether nothing is asked for that changes a score.
func (o Options) plain() bool {
	return o.Fill != FillRegion && o.Decimals == nil && len(o.FillIndicators) == 0
}

// Evaluate scores a snapshot: all units by all scales, with ranks among them.
// The results are in the order of the units' codes. An error is returned for a
// method that doesn't fill when a fill or rounding is asked for.
func Evaluate(m Method, scales []*Scale, units []Unit, with Options) ([]UnitResult, error) {
	if !with.plain() && !m.Fills() {
		return nil, fmt.Errorf("the method %s leaves missing goals out, counts whole points, and never fills or rounds", m.ID())
	}
	scales = slices.SortedFunc(slices.Values(scales), func(a, b *Scale) int {
		return cmp.Or(cmp.Compare(a.spec.Goal, b.spec.Goal), cmp.Compare(a.spec.Code, b.spec.Code))
	})
	units = slices.SortedFunc(slices.Values(units), func(a, b Unit) int { return cmp.Compare(a.Code, b.Code) })

	results := make([]UnitResult, len(units))
	regions := make([]string, len(units))
	goals := make([][]GoalResult, len(units))
	for i, unit := range units {
		results[i] = UnitResult{Code: unit.Code, Indicators: score(m, scales, unit, with.Decimals)}
		regions[i] = unit.Region
	}
	fillIndicators(with.FillIndicators, regions, results)
	for i := range results {
		goals[i] = sumUp(m, results[i].Indicators)
	}
	if with.Fill == FillRegion {
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

func score(m Method, scales []*Scale, unit Unit, decimals *int) []Result {
	list := make([]Result, 0, len(scales))
	for _, scale := range scales {
		if only := scale.spec.Only; only != "" && !slices.Contains(unit.Groups, only) {
			continue
		}
		o, known := unit.Observations[scale.spec.Code]
		if !known {
			o = Absent(NotAnswered)
		}
		r := m.Result(scale, o)
		if decimals != nil {
			r.Score = rounded(r.Score, *decimals)
		}
		list = append(list, r)
	}
	return list
}

// rounded is exact for 0 and 100, which are most of what lies on an edge.
func rounded(x float64, decimals int) float64 {
	unit := math.Pow10(decimals)
	return math.Round(x*unit) / unit
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
