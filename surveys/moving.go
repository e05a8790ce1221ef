package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Move is a response that was moved to another edition of its questionnaire, or would
// be.
type Move struct {
	From, To QuestionnaireEdition
	Carried  []MovedAnswer // answers that were carried over
	Lost     []LostAnswer
	Added    []MovedAnswer // questions that the response is not asked now
	Version  int           // of the response
}

// MovedAnswer is a question of one of two editions.
type MovedAnswer struct {
	Code string // of the indicator, or the name of an own question
	Row  int
	Own  bool
	Name models.Text
}

// LostAnswer is an answer that did not fit. It stays where it is, so that it is there
// again when the response is moved back.
type LostAnswer struct {
	MovedAnswer
	Key string // why, as a field's fault
}

// MoveResponse moves a response of the actor's municipality, while it may be edited, to
// another edition of its questionnaire: the newest when to is nil. Answers are carried
// over by the code of their indicator and the name of their question. With preview it
// only tells what would happen; without, no section may be in somebody's hands. ifVersion
// is the response's.
func (s *Service) MoveResponse(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, to *uuid.UUID, preview bool) (move Move, err error) {
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), Edit, ""); err != nil {
			return err
		}
		if o.response.Version != ifVersion {
			return s.staleResponse(tx, a, id)
		}
		next, row, err := s.editionTo(tx, o, to)
		if err != nil {
			return err
		}
		move = Move{From: editionShown(o.version), To: editionShown(row), Version: o.response.Version}
		to := o
		if err := to.fit(next); err != nil {
			return err
		}
		if len(o.response.LeftOut) > 0 && !to.answersAGoal() { // all that the other edition asks is left out
			return fault.New(fault.Conflict, "last-goal")
		}
		to.version = row
		copies, err := s.carry(tx, o, to, &move)
		if err != nil || preview || row.ID == o.version.ID {
			return err
		}
		if err := o.noneOut(); err != nil {
			return err
		}
		for i := range copies {
			if err := insertAnswer(tx, &copies[i]); err != nil {
				return err
			}
			if err := orgs.Audit(tx, a, orgs.Change{Action: "answer.carry", Kind: "answer", ID: copies[i].ID.String(), After: recordOf(&copies[i])}); err != nil {
				return err
			}
		}
		before := o.response
		o.response.QuestionnaireVersionID = &row.ID
		if err := s.store(tx, a, before, &o.response, "response.move"); err != nil {
			return err
		}
		to.response = o.response
		if err := s.settleGiven(tx, a, &to); err != nil {
			return err
		}
		move.Version = to.response.Version
		return nil
	})
	return move, err
}

func editionShown(v models.QuestionnaireVersion) QuestionnaireEdition {
	return QuestionnaireEdition{ID: v.ID, Edition: v.Edition, PublishedAt: v.PublishedAt}
}

// editionTo gives the edition that a response is to be moved to.
func (s *Service) editionTo(tx *models.Tx, o opened, to *uuid.UUID) (Questionnaire, models.QuestionnaireVersion, error) {
	var none models.QuestionnaireVersion
	if o.version.QuestionnaireID == nil {
		return Questionnaire{}, none, fault.New(fault.Conflict, "no-other-edition")
	}
	if to == nil {
		newest, err := newestQuestionnaire(tx, o.version.CatalogueID, o.version.QuestionnaireID)
		if err != nil {
			return Questionnaire{}, none, err
		}
		to = &newest.ID // there is one: that which is answered
	}
	next, row, err := s.version(tx, *to)
	unknown := err != nil && fault.KindOf(err) == fault.NotFound
	if unknown || err == nil && (row.QuestionnaireID == nil || *row.QuestionnaireID != *o.version.QuestionnaireID) {
		return Questionnaire{}, none, fault.InvalidFields(fault.OnField("questionnaireVersionId", "not_in_list"))
	}
	return next, row, err
}

// ResponseEditions are the editions of the questionnaire that a response is asked, the
// newest first.
type ResponseEditions struct {
	Response ResponseInfo
	Current  QuestionnaireEdition
	Others   []QuestionnaireEdition // nothing where the round asks a catalogue as it is
	Editable bool
}

// Editions gives the editions that a response of the actor's municipality can be moved
// among.
func (s *Service) Editions(ctx context.Context, a orgs.Actor, id uuid.UUID) (found ResponseEditions, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		detail, err := s.detail(tx, a, o)
		if err != nil {
			return err
		}
		found = ResponseEditions{Response: detail.Response, Current: editionShown(o.version), Editable: mayAct(a, o.situation(), Edit, "") == nil}
		if o.version.QuestionnaireID == nil {
			return nil
		}
		rows, err := editionsOf(tx, []uuid.UUID{*o.version.QuestionnaireID})
		for _, row := range rows {
			if row.ID != o.version.ID {
				found.Others = append(found.Others, editionShown(row))
			}
		}
		return err
	})
	return found, err
}
