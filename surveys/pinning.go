package surveys

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ensureVersion gives the questionnaire version that asks for the newest
// versions of a catalogue's indicators, and makes it under the next number when
// there is none.
func (s *Service) ensureVersion(tx *models.Tx, a orgs.Actor, catalogue models.Catalogue) (models.QuestionnaireVersion, error) {
	all, err := s.indicators.ByCatalogue(tx, catalogue.ID)
	if err != nil {
		return models.QuestionnaireVersion{}, err
	}
	if len(all) == 0 {
		return models.QuestionnaireVersion{}, fault.InvalidFields(fault.OnField("catalogueId", "catalogue_empty"))
	}
	document, err := questionnaireOf(all).document()
	if err != nil {
		return models.QuestionnaireVersion{}, fmt.Errorf("write questionnaire: %w", err)
	}
	newest, err := newestQuestionnaire(tx, catalogue.ID)
	if err != nil {
		return models.QuestionnaireVersion{}, err
	}
	next := models.QuestionnaireVersion{
		ID: models.NewID(), CatalogueID: catalogue.ID, Number: 1, Document: document, PublishedAt: tx.Now,
	}
	if newest != nil {
		if newest.Document == document {
			return *newest, nil
		}
		next.Number = newest.Number + 1
	}
	if err := insertQuestionnaire(tx, &next); err != nil {
		return next, err
	}
	return next, orgs.Audit(tx, a, orgs.Change{
		Action: "questionnaire.publish", Kind: "questionnaire", ID: next.ID.String(),
		After: map[string]any{"catalogueId": catalogue.ID, "number": next.Number},
	})
}

// askedVersion is a questionnaire version that has been read.
type askedVersion struct {
	questions Questionnaire
	row       models.QuestionnaireVersion
}

// questionnaire gives the questions of a round. A version never changes, so
// each is read once; nobody may change what is given.
func (s *Service) questionnaire(tx *models.Tx, round models.Round) (Questionnaire, models.QuestionnaireVersion, error) {
	if known, ok := s.asked.Load(round.QuestionnaireVersionID); ok {
		v := known.(askedVersion)
		return v.questions, v.row, nil
	}
	version, err := questionnaireVersion(tx, round.QuestionnaireVersionID)
	if err != nil {
		return Questionnaire{}, version, err
	}
	q, err := parseQuestionnaire(version.Document)
	if err == nil {
		s.asked.Store(version.ID, askedVersion{q, version})
	}
	return q, version, err
}

// QuestionSection is one goal of a questionnaire with the questions' texts.
type QuestionSection struct {
	Goal      int
	Questions []indicators.Indicator
}

// GetQuestionnaire gives the questions of a round that the actor may see, by
// goal, and the number of their version.
func (s *Service) GetQuestionnaire(ctx context.Context, a orgs.Actor, roundID uuid.UUID) (info RoundInfo, sections []QuestionSection, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) (err error) {
		if info, err = s.Info(tx, a, roundID); err != nil {
			return err
		}
		q, _, err := s.questionnaire(tx, info.Round)
		if err != nil {
			return err
		}
		all, err := s.indicators.ByVersions(tx, q.versions(0))
		if err != nil {
			return err
		}
		at := map[int]int{}
		for _, i := range all {
			if _, there := at[i.Goal]; !there {
				at[i.Goal] = len(sections)
				sections = append(sections, QuestionSection{Goal: i.Goal})
			}
			sections[at[i.Goal]].Questions = append(sections[at[i.Goal]].Questions, i)
		}
		return nil
	})
	return info, sections, err
}
