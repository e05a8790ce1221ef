package indicators

import (
	"slices"

	"github.com/google/uuid"
)

// MinimumUnits is the least number of municipalities whose withheld figures may
// be summed up for a reader who may not see the single ones. With fewer, the
// hidden ones could be found by taking the shown ones from the sum, so that they
// are left out of it.
const MinimumUnits = 3

// Summary is what can be said of one indicator, or one goal, over the
// municipalities of a view. Mean and Median are nil where Units is 0.
type Summary struct {
	Units  int // municipalities behind it
	Mean   *float64
	Median *float64
	// The quartiles, and the least and greatest, by linear interpolation (type 7 of
	// Hyndman and Fan, 1996). They are nil where withheld figures are in the sum: of
	// few of those they would tell single ones.
	Lower, Upper, Least, Greatest *float64
}

// pool holds what sums are made of, see [MinimumUnits].
type pool struct {
	values map[uuid.UUID][]float64
	scores map[uuid.UUID][]float64
	goals  map[int][]float64

	mixed      map[uuid.UUID]bool // values among which withheld ones are
	mixedGoals map[int]bool
}

// Values sums up the values of an indicator.
func (v View) Values(indicatorID uuid.UUID) Summary {
	return summarise(v.means.values[indicatorID]).tellable(v.means.mixed[indicatorID])
}

// Scores sums up the scores of an indicator.
func (v View) Scores(indicatorID uuid.UUID) Summary {
	return summarise(v.means.scores[indicatorID]).tellable(v.means.mixed[indicatorID])
}

// Goal sums up the scores of a goal over the municipalities where it is covered.
func (v View) Goal(goal int) Summary {
	return summarise(v.means.goals[goal]).tellable(v.means.mixedGoals[goal])
}

// tellable takes away what would tell single figures where some are withheld.
func (s Summary) tellable(mixed bool) Summary {
	if mixed {
		s.Lower, s.Upper, s.Least, s.Greatest = nil, nil, nil, nil
	}
	return s
}

// Better counts the municipalities with a better value of the indicator than x.
func (v View) Better(in Indicator, x float64) int {
	n := 0
	for _, y := range v.means.values[in.ID] {
		if in.Better(y, x) > 0 {
			n++
		}
	}
	return n
}

// summarise takes any order of values and leaves it alone.
func summarise(values []float64) Summary {
	n := len(values)
	if n == 0 {
		return Summary{}
	}
	sorted := slices.Sorted(slices.Values(values))
	var sum float64
	for _, x := range sorted {
		sum += x
	}
	mean, median := sum/float64(n), (sorted[(n-1)/2]+sorted[n/2])/2
	lower, upper := quarter(sorted, 1), quarter(sorted, 3)
	return Summary{Units: n, Mean: &mean, Median: &median, Lower: &lower, Upper: &upper, Least: &sorted[0], Greatest: &sorted[n-1]}
}

// quarter gives the lower quartile for 1 and the upper one for 3.
func quarter(sorted []float64, k int) float64 {
	at := k * (len(sorted) - 1)
	low, share := at/4, float64(at%4)/4
	if share == 0 {
		return sorted[low]
	}
	return sorted[low]*(1-share) + sorted[low+1]*share
}

// tally gathers values column by column, and counts what is hidden.
type tally struct {
	values, scores, goals     [][]float64
	hidden, hiddenGoal        []bool // anything at all
	hiddenValues, hiddenGoals []int  // of which values, and scores that are compared
}

func newTally(f filler) tally {
	columns, baskets := len(f.columns), len(f.baskets)
	return tally{values: make([][]float64, columns), scores: make([][]float64, columns), goals: make([][]float64, baskets),
		hidden: make([]bool, columns), hiddenGoal: make([]bool, baskets),
		hiddenValues: make([]int, columns), hiddenGoals: make([]int, baskets)}
}

func (t *tally) add(l line) {
	for i, c := range l.cells {
		if c.Value != nil {
			t.values[i] = append(t.values[i], *c.Value)
		}
		if c.Score != nil {
			t.scores[i] = append(t.scores[i], *c.Score)
		}
	}
	for i, g := range l.goals {
		if g.Score != nil && g.Covered {
			t.goals[i] = append(t.goals[i], *g.Score)
		}
	}
}

// pooled takes for each column all figures where none is hidden or enough are,
// else those that the reader sees.
func pooled(f filler, full, seen tally) pool {
	p := pool{values: map[uuid.UUID][]float64{}, scores: map[uuid.UUID][]float64{}, goals: map[int][]float64{},
		mixed: map[uuid.UUID]bool{}, mixedGoals: map[int]bool{}}
	for i, c := range f.columns {
		from := full
		if full.hidden[i] && full.hiddenValues[i] < MinimumUnits {
			from = seen
		} else {
			p.mixed[c.id] = full.hidden[i]
		}
		p.values[c.id], p.scores[c.id] = from.values[i], from.scores[i]
	}
	for i, b := range f.baskets {
		from := full
		if full.hiddenGoal[i] && full.hiddenGoals[i] < MinimumUnits {
			from = seen
		} else {
			p.mixedGoals[b.goal] = full.hiddenGoal[i]
		}
		p.goals[b.goal] = from.goals[i]
	}
	return p
}
