package surveys

import (
	"context"
	"maps"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// SaveAnswer saves one answer. ifVersion is the answer's version, 0 where there
// is none; a stale one is a fault with the answer as it is now. An answer that
// stands there already, word for word, is given back whatever the version: a
// client that lost the first reply may send it again.
func (s *Service) SaveAnswer(ctx context.Context, a orgs.Actor, id uuid.UUID, code string, ifVersion int, in AnswerInput) (Answer, error) {
	var saved Answer
	err := s.db.Write(ctx, func(tx *models.Tx) (err error) {
		saved, err = s.saveAnswer(tx, a, id, code, ifVersion, in)
		return err
	})
	return saved, err
}

func (s *Service) saveAnswer(tx *models.Tx, a orgs.Actor, id uuid.UUID, code string, ifVersion int, in AnswerInput) (Answer, error) {
	o, q, err := s.question(tx, a, id, code)
	if err != nil {
		return Answer{}, err
	}
	before, err := answerTo(tx, o.response.ID, q.Question.ID)
	if err != nil {
		return Answer{}, err
	}
	next, faults := settled(before, q, in)
	if len(faults) > 0 {
		return Answer{}, fault.InvalidFields(faults...)
	}
	next.ResponseID, next.IndicatorID = o.response.ID, q.Question.ID
	given := o.keepsGiven(before, &next)
	if before != nil && same(*before, next) {
		return s.current(tx, q, *before)
	}
	if versionOf(before) != ifVersion {
		return Answer{}, s.staleAnswer(tx, q, before)
	}
	if given != nil {
		return Answer{}, given
	}
	if err := s.write(tx, a, &o, before, &next); err != nil {
		return Answer{}, err
	}
	return s.current(tx, q, next)
}

// question holds a response and finds one of its questions for answering.
func (s *Service) question(tx *models.Tx, a orgs.Actor, id uuid.UUID, code string) (opened, AnsweredQuestion, error) {
	o, err := s.hold(tx, a, id)
	if err != nil {
		return o, AnsweredQuestion{}, err
	}
	pinned, goal, asked := o.asked.find(code)
	if _, _, offered := o.offers(code); offered && !asked && a.Section == nil { // a link knows of its section alone
		return o, AnsweredQuestion{}, fault.New(fault.Conflict, "indicator-not-chosen", "code", code)
	}
	if !asked {
		return o, AnsweredQuestion{}, fault.Missing()
	}
	if err := o.mayEdit(a, goal); err != nil {
		return o, AnsweredQuestion{}, err
	}
	questions, err := s.questions(tx, o, goal)
	if err != nil {
		return o, AnsweredQuestion{}, err
	}
	for _, q := range questions {
		if q.Question.ID == pinned.Indicator {
			return o, q, nil
		}
	}
	return o, AnsweredQuestion{}, fault.Missing()
}

// answered makes the row of an answer from what was typed. A figure that was
// confirmed and is not changed stays one from statistics.
func answered(before *models.Answer, q AnsweredQuestion, in AnswerInput) models.Answer {
	next := models.Answer{
		State: string(in.State), Value: in.Value, Choice: in.Choice, Parts: in.Parts, Reason: in.Reason,
		Quality: in.Quality, Source: in.Source, Comment: in.Comment, OverrideReason: in.OverrideReason,
		PriorityReason: in.PriorityReason, Origin: OriginTyped, CaseNumber: in.CaseNumber, Internal: in.Internal,
	}
	if q.Statistic.confirmable() {
		next.StatisticID, next.StatisticValue = &q.Statistic.ID, q.Statistic.Value
		next.StatisticYear, next.StatisticSource = q.Statistic.Year, q.Statistic.Source
	}
	if stillConfirmed(before, in) {
		next.Origin = OriginStatistics
		next.StatisticID, next.StatisticValue = before.StatisticID, before.StatisticValue
		next.StatisticYear, next.StatisticSource = before.StatisticYear, before.StatisticSource
		next.OverrideReason = ""
		if next.Source == "" {
			next.Source = before.StatisticSource
		}
	}
	return next
}

// stillConfirmed tells whether an edit leaves the figure that a person confirmed.
func stillConfirmed(before *models.Answer, in AnswerInput) bool {
	return before != nil && before.Origin == OriginStatistics && in.State == Value && in.Value != nil && equal(before.Value, in.Value)
}

// write stores an answer in place of the one before, with its audit row, and
// starts the response with its first one.
func (s *Service) write(tx *models.Tx, a orgs.Actor, o *opened, before, next *models.Answer) error {
	if err := o.keepsGiven(before, next); err != nil {
		return err
	}
	next.UpdatedAt = tx.Now
	if a.SignedIn() {
		next.UpdatedBy = &a.Person
	}
	action := "answer.save"
	if next.State == "" {
		action = "answer.clear"
	}
	if before == nil {
		next.ID, next.Version = models.NewID(), 1
		if err := insertAnswer(tx, next); err != nil {
			return err
		}
	} else {
		next.ID, next.ResponseID, next.IndicatorID, next.Version = before.ID, before.ResponseID, before.IndicatorID, before.Version
		saved, err := updateAnswer(tx, next)
		if err != nil {
			return err
		}
		if !saved {
			return fault.New(fault.Stale, "stale")
		}
	}
	err := orgs.Audit(tx, a, orgs.Change{
		Action: action, Kind: "answer", ID: next.ID.String(), Before: recordOf(before), After: recordOf(next),
	})
	if err == nil {
		err = o.begun(tx, a, o.asked.goalOf(next.IndicatorID))
	}
	if err != nil || o.response.State != string(NotStarted) {
		return err
	}
	unstarted := o.response
	o.response.State = string(InProgress)
	return s.store(tx, a, unstarted, &o.response, "response.start")
}

// mayEdit checks that answers of a goal may be changed now.
func (o opened) mayEdit(a orgs.Actor, goal int) error {
	if err := mayAct(a, o.situation(), Edit, ""); err != nil {
		return err
	}
	if o.leftOut(goal) {
		return fault.New(fault.Conflict, "goal-left-out", "goal", goal)
	}
	return o.locked(a, goal)
}

// versionOf counts an answer that was taken away as none.
func versionOf(row *models.Answer) int {
	if row == nil || row.State == "" {
		return 0
	}
	return row.Version
}

func (s *Service) staleAnswer(tx *models.Tx, q AnsweredQuestion, row *models.Answer) error {
	stale := fault.New(fault.Stale, "stale")
	if versionOf(row) > 0 {
		current, err := s.current(tx, q, *row)
		if err != nil {
			return err
		}
		stale.Current = current
	}
	return stale
}

func (s *Service) current(tx *models.Tx, q AnsweredQuestion, row models.Answer) (Answer, error) {
	names, err := orgs.PersonNames(tx, authors(map[uuid.UUID]models.Answer{row.ID: row}))
	if err != nil {
		return Answer{}, err
	}
	return *shown(row, q, names), nil
}

// same tells whether two rows say the same.
func same(x, y models.Answer) bool {
	return x.State == y.State && equal(x.Value, y.Value) && x.Choice == y.Choice && maps.Equal(x.Parts, y.Parts) &&
		x.Reason == y.Reason && x.Quality == y.Quality && x.Source == y.Source && x.Comment == y.Comment &&
		x.OverrideReason == y.OverrideReason && x.PriorityReason == y.PriorityReason && x.Origin == y.Origin &&
		x.CaseNumber == y.CaseNumber && x.Internal == y.Internal
}

func equal(x, y *float64) bool {
	return x == nil && y == nil || x != nil && y != nil && *x == *y
}
