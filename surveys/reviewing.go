package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Review is what those who check have before them: the latest submitted revision of
// a response with what is odd about it, and what has been asked and decided.
type Review struct {
	ID           uuid.UUID
	Round        RoundInfo
	Municipality orgs.Member
	State        ResponseState
	Submission   Submission
	Actions      []Action
	Locks        []Lock
	Oddities     []Oddity
	Questions    []PlausibilityQuestion
	Anchorings   []Anchoring
	Correcting   bool // the council has opened it after the freeze
}

// GetReview gives a response to those who check it; one that was never submitted is
// not there for them.
func (s *Service) GetReview(ctx context.Context, a orgs.Actor, id uuid.UUID) (Review, error) {
	var review Review
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		review, err = s.review(tx, a, id)
		return err
	})
	return review, err
}

func (s *Service) review(tx *models.Tx, a orgs.Actor, id uuid.UUID) (Review, error) {
	o, err := s.openedSubmitted(tx, a, id, false)
	if err != nil {
		return Review{}, err
	}
	at := o.situation()
	r := Review{ID: id, State: at.state, Correcting: at.mends, Actions: actions(a, at)}
	r.Locks = locks(a, at, r.Actions)
	row, err := submissionOf(tx, id, o.response.Revision)
	if err != nil {
		return r, err
	}
	if r.Submission, err = submissionOfRow(row); err != nil {
		return r, err
	}
	if r.Round, err = s.Info(tx, a, o.round.ID); err != nil {
		return r, err
	}
	towns, err := orgs.Municipalities(tx, []uuid.UUID{o.response.OrganisationID}, models.DateOf(tx.Now))
	if err != nil {
		return r, err
	}
	r.Municipality = towns[o.response.OrganisationID]
	if r.Oddities, err = s.odditiesOf(tx, a, o, row); err != nil {
		return r, err
	}
	if r.Questions, err = s.questionsShown(tx, o); err != nil {
		return r, err
	}
	r.Anchorings, err = anchoringsShown(tx, o.response)
	return r, err
}

// MarkChecked marks the latest submitted revision as checked, which the actor has
// read as number revision. It approves nothing: the municipality has done that.
func (s *Service) MarkChecked(ctx context.Context, a orgs.Actor, id uuid.UUID, revision int) (Review, error) {
	var review Review
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.holdSubmitted(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), Check, ""); err != nil {
			return err
		}
		if o.response.Revision != revision {
			return fault.New(fault.Conflict, "revision-not-latest", "latest", o.response.Revision)
		}
		before := o.response
		o.response.State = string(Check.leadsTo(ResponseState(before.State)))
		if err := s.store(tx, a, before, &o.response, "response.check"); err != nil {
			return err
		}
		if err := noteChecked(tx, o.response); err != nil {
			return err
		}
		review, err = s.review(tx, a, id)
		return err
	})
	return review, err
}

// ListQuestions gives the plausibility questions of a response, oldest first, to the
// municipality and to those who check.
func (s *Service) ListQuestions(ctx context.Context, a orgs.Actor, id uuid.UUID) ([]PlausibilityQuestion, error) {
	var list []PlausibilityQuestion
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		get := s.openedSubmitted
		if a.Scope == orgs.ScopeMunicipality {
			get = s.opened
		}
		o, err := get(tx, a, id, false)
		if err != nil {
			return err
		}
		list, err = s.questionsShown(tx, o)
		return err
	})
	return list, err
}

// holdSubmitted is hold for those who check: of a response that was submitted in a
// round they reach.
func (s *Service) holdSubmitted(tx *models.Tx, a orgs.Actor, id uuid.UUID) (opened, error) {
	return s.openedSubmitted(tx, a, id, true)
}

func (s *Service) openedSubmitted(tx *models.Tx, a orgs.Actor, id uuid.UUID, hold bool) (opened, error) {
	o, err := withRound(tx, id, hold)
	if err != nil {
		return opened{}, err
	}
	if err := reaches(tx, a, o.round); err != nil {
		return opened{}, err
	}
	if o.response.Revision == 0 {
		return opened{}, fault.Missing()
	}
	return s.withQuestions(tx, a, o)
}

func (s *Service) questionsShown(tx *models.Tx, o opened) ([]PlausibilityQuestion, error) {
	rows, err := questionsOf(tx, o.response.ID)
	if err != nil || len(rows) == 0 {
		return []PlausibilityQuestion{}, err
	}
	return s.shownAll(tx, o, rows)
}

func (s *Service) questionShown(tx *models.Tx, o opened, row models.PlausibilityQuestion) (PlausibilityQuestion, error) {
	list, err := s.shownAll(tx, o, []models.PlausibilityQuestion{row})
	if err != nil {
		return PlausibilityQuestion{}, err
	}
	return list[0], nil
}

func (s *Service) shownAll(tx *models.Tx, o opened, rows []models.PlausibilityQuestion) ([]PlausibilityQuestion, error) {
	texts, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil {
		return nil, err
	}
	list, err := withPeople(tx, rows)
	for i, row := range rows {
		list[i].Indicator, list[i].Asked, list[i].Goal = o.about(texts, row.IndicatorID, row.Question)
	}
	return list, err
}

// withPeople names those who asked and who settled; it gives as many as there are rows.
func withPeople(tx *models.Tx, rows []models.PlausibilityQuestion) ([]PlausibilityQuestion, error) {
	var people []uuid.UUID
	for _, row := range rows {
		people = appendPerson(appendPerson(people, row.AskedBy), row.SettledBy)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	list := make([]PlausibilityQuestion, len(rows))
	for i, row := range rows {
		list[i] = PlausibilityQuestion{PlausibilityQuestion: row, AskedBy: whoOf(names, row.AskedBy), SettledBy: whoOf(names, row.SettledBy)}
	}
	return list, err
}
