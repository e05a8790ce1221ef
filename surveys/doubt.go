package surveys

import "loftet/indicators"

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
	if state != Value || value == nil || comment != "" {
		return nil
	}
	for _, b := range before {
		if b == nil || b.Value == nil {
			continue
		}
		if q.OddChange(*b.Value, *value) {
			return []Doubt{{Code: DoubtChange, Was: *b.Value, Year: b.Year}}
		}
		return nil
	}
	return nil
}
