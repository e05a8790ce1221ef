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
	Kept     int // answers that were carried over
	Lost     []LostAnswer
	Version  int // of the response
}

// LostAnswer is an answer that did not fit. It stays where it is, so that it is there
// again when the response is moved back.
type LostAnswer struct {
	Code string // of the indicator, or the name of an own question
	Row  int
	Own  bool
	Key  string // why, as a field's fault
}

// MoveResponse moves a response of the actor's municipality, while it may be edited, to
// another edition of its questionnaire: the newest when to is nil. Answers are carried
// over by the code of their indicator and the name of their question. With preview it
// only tells what would happen. ifVersion is the response's.
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
		copies, err := s.carry(tx, o, next, &move)
		if err != nil || preview || row.ID == o.version.ID {
			return err
		}
		for i := range copies {
			if err := insertAnswer(tx, &copies[i]); err != nil {
				return err
			}
		}
		before := o.response
		o.response.QuestionnaireVersionID = &row.ID
		if err := s.store(tx, a, before, &o.response, "response.move"); err != nil {
			return err
		}
		move.Version = o.response.Version
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

// carry finds what becomes of each answer. Those to an indicator that has the same code
// and is another one, from another catalogue, are given as copies to store.
func (s *Service) carry(tx *models.Tx, o opened, next Questionnaire, move *Move) ([]models.Answer, error) {
	given, err := answersOf(tx, o.response.ID)
	if err != nil {
		return nil, err
	}
	var copies []models.Answer
	for _, section := range o.asked.Sections {
		for _, q := range section.Questions {
			row, there := given[q.Indicator]
			if !there || row.State == "" {
				continue
			}
			pinned, _, asked := next.find(q.Code)
			if !asked {
				move.Lost = append(move.Lost, LostAnswer{Code: q.Code, Key: "not_asked"})
				continue
			}
			move.Kept++
			if _, known := given[pinned.Indicator]; !known {
				row.ID, row.IndicatorID, row.Version = models.NewID(), pinned.Indicator, 1
				copies = append(copies, row)
			}
		}
	}
	return copies, s.carryEntries(tx, o, next, move)
}

func (s *Service) carryEntries(tx *models.Tx, o opened, next Questionnaire, move *Move) error {
	entries, err := entriesOf(tx, o)
	if err != nil {
		return err
	}
	for _, e := range entries {
		value, err := entryValue(e)
		if err != nil {
			return err
		}
		if value == nil {
			continue
		}
		if _, _, _, asked := o.asked.own.Item(e.Name); !asked {
			continue // lost before
		}
		to := o
		to.asked = next
		_, _, err = to.accept(entries, e.Name, e.Row, value)
		wrong, isFault := fault.As(err)
		switch {
		case err == nil:
			move.Kept++
		case isFault && wrong.Kind == fault.NotFound:
			move.Lost = append(move.Lost, LostAnswer{Code: e.Name, Row: e.Row, Own: true, Key: "not_asked"})
		case isFault && wrong.Kind == fault.Invalid:
			move.Lost = append(move.Lost, LostAnswer{Code: e.Name, Row: e.Row, Own: true, Key: wrong.Fields[0].Code})
		default:
			return err
		}
	}
	return nil
}
