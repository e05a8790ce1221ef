package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ResponseCheck is all of a response before it goes on: Faults say what must be
// mended first, Goals hold every question with its answer.
type ResponseCheck struct {
	Detail ResponseDetail
	Ready  bool
	Faults []AnswerFault
	Goals  []ResponseGoal
}

// AnswerFault is a question that stops a response. Key is its message:
// FaultNotAnswered, or FaultUnconfirmed where a figure from statistics waits to
// be confirmed.
type AnswerFault struct {
	Code string
	Goal int
	Key  string
}

// The faults of an answer.
const (
	FaultNotAnswered = "not_answered"
	FaultUnconfirmed = "unconfirmed"
)

// CheckResponse gives all answers of a response of the actor's municipality, and
// what must be mended before it can go on.
func (s *Service) CheckResponse(ctx context.Context, a orgs.Actor, id uuid.UUID) (ResponseCheck, error) {
	var check ResponseCheck
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		if check.Detail, err = s.detail(tx, a, o); err != nil {
			return err
		}
		if check.Goals, err = s.goals(tx, o, check.Detail, 0); err != nil {
			return err
		}
		check.Faults = faultsOf(check.Goals)
		check.Ready = len(check.Faults) == 0
		return nil
	})
	return check, err
}

// faultsOf lists the questions without an answer in the goals that are not left
// out.
func faultsOf(goals []ResponseGoal) []AnswerFault {
	faults := []AnswerFault{}
	for _, g := range goals {
		if g.LeftOut {
			continue
		}
		for _, q := range g.Questions {
			switch {
			case q.Answer != nil && !q.waits():
			case q.waits() || q.confirmable():
				faults = append(faults, AnswerFault{Code: q.Question.Code, Goal: g.Goal, Key: FaultUnconfirmed})
			default:
				faults = append(faults, AnswerFault{Code: q.Question.Code, Goal: g.Goal, Key: FaultNotAnswered})
			}
		}
	}
	return faults
}

// incomplete refuses a response that has faults, with all of them.
func (s *Service) incomplete(tx *models.Tx, a orgs.Actor, o opened) error {
	detail, err := s.detail(tx, a, o)
	if err != nil {
		return err
	}
	goals, err := s.goals(tx, o, detail, 0)
	if err != nil {
		return err
	}
	faults := faultsOf(goals)
	if len(faults) == 0 {
		return nil
	}
	refused := fault.New(fault.Conflict, "response-incomplete", "questions", len(faults))
	for _, f := range faults {
		refused.Fields = append(refused.Fields, fault.OnField("answers."+f.Code, f.Key))
	}
	return refused
}
