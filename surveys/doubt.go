package surveys

import (
	"math"
	"slices"

	"loftet/indicators"
	"loftet/indicators/catalogue"
)

// Doubt is a remark on an answer that blocks nothing: Code is its message,
// Was and Year are the figure it is compared with.
type Doubt struct {
	Code string
	Was  float64
	Year int
}

// DoubtChange is a change of more than half since last time without a comment
// on it.
const DoubtChange = "odd_change"

// doubts gives the remarks on an answer. Before holds the figures to compare
// with, the most telling first: the municipality's own from the round before,
// then statistics.
func doubts(q indicators.Definition, state AnswerState, value *float64, comment string, before ...*Figure) []Doubt {
	numeric := []catalogue.Type{catalogue.Percent, catalogue.Number, catalogue.Ratio, catalogue.Points}
	if state != Value || value == nil || comment != "" || !slices.Contains(numeric, catalogue.Type(q.Type)) {
		return nil
	}
	for _, b := range before {
		if b == nil || b.Value == nil {
			continue
		}
		// from zero every change is boundless, so none is called odd
		if was := *b.Value; was != 0 && math.Abs(*value-was) > 0.5*math.Abs(was) {
			return []Doubt{{Code: DoubtChange, Was: was, Year: b.Year}}
		}
		return nil
	}
	return nil
}
