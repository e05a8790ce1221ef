package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators/catalogue"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ConfirmStatistic takes the latest figure from statistics over as the answer
// to a question. Confirmed a second time, it is given back; an answer of the
// municipality's own is not replaced.
func (s *Service) ConfirmStatistic(ctx context.Context, a orgs.Actor, id uuid.UUID, code string) (Answer, error) {
	var saved Answer
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, q, err := s.question(tx, a, id, code)
		if err != nil {
			return err
		}
		if !q.confirmable() {
			return fault.New(fault.Conflict, "no-statistic")
		}
		if q.Answer != nil && (q.Answer.Origin != OriginStatistics || !equal(q.Answer.Value, q.Statistic.Value)) {
			return fault.New(fault.Conflict, "already-answered")
		}
		if q.Answer == nil {
			if err := s.confirm(tx, a, &o, q); err != nil {
				return err
			}
		}
		row, err := answerTo(tx, id, q.Question.ID)
		if err != nil {
			return err
		}
		saved, err = s.current(tx, q, *row)
		return err
	})
	return saved, err
}

// ConfirmGoalStatistics confirms what of a goal waits for it: every figure that came
// from statistics and has no answer yet, and what was taken over from the last round.
func (s *Service) ConfirmGoalStatistics(ctx context.Context, a orgs.Actor, id uuid.UUID, goal int) (ResponseGoal, error) {
	return s.forGoal(ctx, a, id, goal, func(tx *models.Tx, o *opened, q AnsweredQuestion) error {
		switch {
		case q.waits() && q.GivenBy == nil:
			return s.confirmRepeated(tx, a, o, q)
		case q.Answer == nil && q.confirmable():
			return s.confirm(tx, a, o, q)
		}
		return nil
	})
}

// forGoal does something with each question of a goal that may be edited, and gives
// the goal as it is afterwards.
func (s *Service) forGoal(ctx context.Context, a orgs.Actor, id uuid.UUID, goal int,
	each func(tx *models.Tx, o *opened, q AnsweredQuestion) error,
) (ResponseGoal, error) {
	var after ResponseGoal
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		if _, asked := o.asked.section(goal); !asked {
			return fault.Missing()
		}
		if err := o.mayEdit(a, goal); err != nil {
			return err
		}
		questions, err := s.questions(tx, o, goal)
		if err != nil {
			return err
		}
		for _, q := range questions {
			if err := each(tx, &o, q); err != nil {
				return err
			}
		}
		after, err = s.goalOf(tx, a, id, goal)
		return err
	})
	return after, err
}

func (s *Service) confirm(tx *models.Tx, a orgs.Actor, o *opened, q AnsweredQuestion) error {
	before, err := answerTo(tx, o.response.ID, q.Question.ID)
	if err != nil {
		return err
	}
	f := q.Statistic
	choice, _ := q.choice()
	return s.write(tx, a, o, before, &models.Answer{
		ResponseID: o.response.ID, IndicatorID: q.Question.ID,
		State: string(Value), Value: f.Value, Choice: choice, Origin: OriginStatistics, Source: f.Source,
		StatisticID: &f.ID, StatisticValue: f.Value, StatisticYear: f.Year, StatisticSource: f.Source,
	})
}

// confirmable tells whether the question has a figure that can be its answer.
func (q AnsweredQuestion) confirmable() bool {
	_, fits := q.choice()
	return q.GivenBy == nil && q.Statistic.confirmable() && fits
}

// choice gives the choice that the statistic stands for, "" where the question
// asks for none; false when no choice counts as much.
func (q AnsweredQuestion) choice() (string, bool) {
	if catalogue.Type(q.Question.Type) != catalogue.YesPartlyNo || !q.Statistic.confirmable() {
		return "", true
	}
	return catalogue.ChoiceOf(*q.Statistic.Value)
}

// ClearAnswer takes an answer away, so that the question is not answered.
// Without an answer there is nothing to do.
func (s *Service) ClearAnswer(ctx context.Context, a orgs.Actor, id uuid.UUID, code string, ifVersion int) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		o, q, err := s.question(tx, a, id, code)
		if err != nil {
			return err
		}
		before, err := answerTo(tx, id, q.Question.ID)
		if err != nil || versionOf(before) == 0 {
			return err
		}
		if before.Version != ifVersion {
			return s.staleAnswer(tx, q, before)
		}
		// the row stays, so that its version counts on and its history is kept
		return s.write(tx, a, &o, before, &models.Answer{IndicatorID: q.Question.ID, Origin: OriginTyped})
	})
}
