package surveys

import (
	"context"
	"strconv"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// ResponseCheck is all of a response before it goes on: Faults say what must be
// mended first, Goals hold every question with its answer.
type ResponseCheck struct {
	Detail ResponseDetail
	Ready  bool
	Faults []AnswerFault
	Goals  []ResponseGoal
	Own    *OwnQuestions // nil where the questionnaire has none
}

// AnswerFault is a question that stops a response. Key is its message:
// FaultNotAnswered, or FaultUnconfirmed where a figure from statistics waits to
// be confirmed. That of an own question has its name as Code, Own is what must be
// mended of it, and Row the row of a repeat that it is in.
type AnswerFault struct {
	Code string
	Goal int
	Key  string
	Row  int
	Own  *fault.Field
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
		if check.Goals, err = s.goals(tx, o, check.Detail, allGoals); err != nil {
			return err
		}
		var states []form.State
		if check.Faults, states, err = s.faults(tx, o, check.Goals); err != nil {
			return err
		}
		if o.asked.own != nil {
			if check.Own, err = s.ownQuestions(tx, o); err != nil {
				return err
			}
			check.Own.States = states
		}
		check.Ready = len(check.Faults) == 0
		return nil
	})
	return check, err
}

// faults lists what stops a response, of its own questions too, and how it stands with
// those.
func (s *Service) faults(tx *models.Tx, o opened, goals []ResponseGoal) ([]AnswerFault, []form.State, error) {
	faults := faultsOf(goals)
	entries, err := entriesOf(tx, o)
	if err != nil {
		return nil, nil, err
	}
	states, err := o.asked.standing(entries, tx.Now)
	if err != nil {
		return nil, nil, err
	}
	for _, state := range states {
		if o.leftOut(state.Goal) {
			continue
		}
		state.Faults = append(state.Faults, notGiven(state, goals)...)
		for _, wrong := range state.Faults {
			path := "entries." + state.Item.Name
			if state.Row > 0 {
				path += "." + strconv.Itoa(state.Row)
			}
			if wrong.Path != "" {
				path += "." + wrong.Path
			}
			wrong.Path = path
			faults = append(faults, AnswerFault{Code: state.Item.Name, Goal: state.Goal, Key: wrong.Code, Row: state.Row, Own: &wrong})
		}
	}
	return faults, states, nil
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
	goals, err := s.goals(tx, o, detail, allGoals)
	if err != nil {
		return err
	}
	faults, _, err := s.faults(tx, o, goals)
	if err != nil || len(faults) == 0 {
		return err
	}
	refused := fault.New(fault.Conflict, "response-incomplete", "questions", len(faults))
	for _, f := range faults {
		if f.Own != nil {
			refused.Fields = append(refused.Fields, *f.Own)
			continue
		}
		refused.Fields = append(refused.Fields, fault.OnField("answers."+f.Code, f.Key))
	}
	return refused
}
