package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
)

// Submitted is one submitted revision of a response, as far as figures go.
type Submitted struct {
	SubmissionID    uuid.UUID
	RoundID         uuid.UUID
	QuestionnaireID uuid.UUID // the version that was asked
	OrganisationID  uuid.UUID
	Year            int // of the round
	Method          string
	LeftOut         []int             // goals that the municipality does not answer
	Targets         Targets           // of the round; they are read when nil
	Additional      []uuid.UUID       // versions of indicators that it answers beside the questionnaire
	Answers         []SubmittedAnswer // one per question, the unanswered ones too
}

// SubmittedAnswer is the answer to one question: a value, or the state that says
// why there is none. yes, partly and no come as 100, 50 and 0; parts as what
// they make together. Year is that of the figure, 0 for the round's.
type SubmittedAnswer struct {
	IndicatorID uuid.UUID
	State       string
	Value       *float64
	Year        int
	Source      string
	Quality     string

	PriorityReason string // why the municipality gives it priority; empty where it doesn't
}

// RecordSubmission writes the observations, scores and goal scores of a
// submission. Questions of goals that were left out make no observation, and
// the goal no goal score. What is answered beside the questionnaire is scored, but
// counts in no goal.
func (s *Service) RecordSubmission(tx *models.Tx, in Submitted) error {
	return s.recordSubmission(tx, in)
}
