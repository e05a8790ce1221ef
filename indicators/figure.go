package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
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

// LatestStatistics gives the newest statistics figure of each organisation and
// indicator with a year up to and including upToYear, in no certain order.
// Where the newest has no value, the state says why; an older value is not
// taken instead. An empty list of organisations or indicators gives nothing.
func (s *Service) LatestStatistics(tx *models.Tx, organisations, indicatorIDs []uuid.UUID, upToYear int) ([]Figure, error) {
	return latestStatistics(tx, organisations, indicatorIDs, upToYear)
}
