package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// RepeatAnswer answers a question as in the last round it was answered in, and
// confirms an answer that was taken over together with others. Said a second time,
// the answer is given back; another answer is not replaced.
func (s *Service) RepeatAnswer(ctx context.Context, a orgs.Actor, id uuid.UUID, code string) (Answer, error) {
	var saved Answer
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, q, err := s.question(tx, a, id, code)
		if err != nil {
			return err
		}
		in, fits := q.repeats()
		switch {
		case !fits:
			return fault.New(fault.Conflict, "nothing-to-repeat")
		case q.Answer != nil && q.Answer.Origin == OriginPrevious:
			saved = *q.Answer
			return nil
		case q.Answer != nil && q.Answer.Origin != OriginTakenOver:
			return fault.New(fault.Conflict, "already-answered")
		}
		row, err := s.repeat(tx, a, &o, q, in, OriginPrevious)
		if err != nil {
			return err
		}
		saved, err = s.current(tx, q, row)
		return err
	})
	return saved, err
}

// RepeatGoal takes the last round's answers over for the questions of a goal that
// have none, but for those that statistics have a newer figure for. They wait to be
// confirmed, one by one or together with ConfirmGoalStatistics.
func (s *Service) RepeatGoal(ctx context.Context, a orgs.Actor, id uuid.UUID, goal int) (ResponseGoal, error) {
	return s.forGoal(ctx, a, id, goal, func(tx *models.Tx, o *opened, q AnsweredQuestion) error {
		in, fits := q.repeats()
		if !fits || q.GivenBy != nil || q.Answer != nil || q.confirmable() {
			return nil
		}
		_, err := s.repeat(tx, a, o, q, in, OriginTakenOver)
		return err
	})
}

func (s *Service) repeat(tx *models.Tx, a orgs.Actor, o *opened, q AnsweredQuestion, in AnswerInput, origin string) (models.Answer, error) {
	before, err := answerTo(tx, o.response.ID, q.Question.ID)
	if err != nil {
		return models.Answer{}, err
	}
	next := answered(nil, q, in)
	next.ResponseID, next.IndicatorID, next.Origin = o.response.ID, q.Question.ID, origin
	return next, s.write(tx, a, o, before, &next)
}

// confirmRepeated confirms an answer that was taken over, as it stands.
func (s *Service) confirmRepeated(tx *models.Tx, a orgs.Actor, o *opened, q AnsweredQuestion) error {
	before, err := answerTo(tx, o.response.ID, q.Question.ID)
	if err != nil || before == nil {
		return err
	}
	next := *before
	next.Origin = OriginPrevious
	return s.write(tx, a, o, before, &next)
}

// waits tells whether the answer was taken over and not confirmed.
func (q AnsweredQuestion) waits() bool { return q.Answer != nil && q.Answer.Origin == OriginTakenOver }
