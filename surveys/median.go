package surveys

import (
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
)

// Median is the middle of what comparable municipalities submitted.
type Median struct {
	Value float64
	Units int    // how many they are, the reader's own left out
	Group string // the comparison group
}

// medianOf gives the median; nil of fewer than may be summed up for those who may
// not see the single figures, see [indicators.MinimumUnits].
func medianOf(values []float64, group string) *Median {
	n := len(values)
	if n < indicators.MinimumUnits {
		return nil
	}
	sorted := slices.Sorted(slices.Values(values))
	return &Median{Value: (sorted[(n-1)/2] + sorted[n/2]) / 2, Units: n, Group: group}
}

// compare sets the medians of comparable municipalities beside the questions of one
// goal: after submitting, so that they lead nobody's answer.
func compare(tx *models.Tx, o opened, d ResponseDetail, questions []AnsweredQuestion, goal int) error {
	group := d.Response.Municipality.ComparisonGroup
	if goal == 0 || group == "" || o.response.Revision == 0 {
		return nil
	}
	ids := make([]uuid.UUID, len(questions))
	for i, q := range questions {
		ids[i] = q.Question.ID
	}
	values := map[uuid.UUID][]float64{}
	if err := tx.Ask(askComparable(o, group, ids, values)); err != nil {
		return err
	}
	for i, id := range ids {
		questions[i].Median = medianOf(values[id], group)
	}
	return nil
}
