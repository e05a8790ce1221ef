package indicators

import "github.com/google/uuid"

// MinimumUnits is the least number of municipalities whose withheld figures may
// be summed up for a reader who may not see the single ones.
const MinimumUnits = 3

// Summary is what can be said of one indicator, or one goal, over the
// municipalities of a view. Mean and Median are nil where Units is 0.
type Summary struct {
	Units  int // municipalities with a value
	Mean   *float64
	Median *float64
}

// pool holds what sums are made of: figures that the reader may not see
// one by one may still count here; see [MinimumUnits].
type pool struct {
	values map[uuid.UUID][]float64
	scores map[uuid.UUID][]float64
	goals  map[int][]float64
}

// Values sums up the values of an indicator.
func (v View) Values(indicatorID uuid.UUID) Summary { return summarise(v.means.values[indicatorID]) }

// Scores sums up the scores of an indicator.
func (v View) Scores(indicatorID uuid.UUID) Summary { return summarise(v.means.scores[indicatorID]) }

// Goal sums up the scores of a goal over the municipalities where it is covered.
func (v View) Goal(goal int) Summary { return summarise(v.means.goals[goal]) }
