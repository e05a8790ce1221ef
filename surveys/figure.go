package surveys

import (
	"github.com/google/uuid"

	"loftet/indicators"
)

// Figure is a figure beside a question: the latest from statistics, or what the
// municipality submitted in the round before. Value is nil where State says why
// there is none.
type Figure struct {
	ID     uuid.UUID // of the observation; uuid.Nil for a submitted figure
	State  string
	Value  *float64
	Year   int
	Source string
	// What was written beside a submitted figure, and the round it was submitted in.
	Comment, Round string
}

func statisticOf(f indicators.Figure) *Figure {
	return &Figure{ID: f.ID, State: f.State, Value: f.Value, Year: f.Year, Source: f.Source}
}

// confirmable tells whether the figure can be taken over as an answer.
func (f *Figure) confirmable() bool {
	return f != nil && f.State == indicators.StateValue && f.Value != nil
}
