package indicators

import (
	"github.com/google/uuid"
)

// The states of a figure. Only StateValue carries a number; zero is a number.
const (
	StateValue         = "value"
	StateSuppressed    = "suppressed" // known to its owner, who withholds it
	StateNoData        = "no_data"
	StateNotApplicable = "not_applicable"
	StateDeclined      = "declined"
	StateNotAnswered   = "not_answered"
	StateLeftOut       = "left_out" // its goal was left out of the round, so nobody was asked; never stored
	StateWithheld      = "withheld" // known to us, not shown to this reader; never stored
)

// The origins of an observation.
const (
	OriginStatistics = "statistics"
	OriginResponse   = "response"
)

// Figure is an observation: one figure of one municipality and year, or the
// reason why there is none.
type Figure struct {
	ID             uuid.UUID
	IndicatorID    uuid.UUID
	OrganisationID uuid.UUID
	Year           int
	State          string
	Value          *float64
	Source         string
	Quality        string
	Confirmed      bool
}
