package surveys

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
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
	return s.publish(tx, a, questionnaireOf(all), models.QuestionnaireVersion{CatalogueID: catalogue.ID})
}

// publish stores a questionnaire as the next version of a catalogue and, where it is
// of a region's questionnaire, as its next edition. The same content as the newest
// before gives that one. The catalogue is held.
func (s *Service) publish(tx *models.Tx, a orgs.Actor, q Questionnaire, next models.QuestionnaireVersion) (models.QuestionnaireVersion, error) {
	document, err := q.document()
	if err != nil {
		return next, fmt.Errorf("write questionnaire: %w", err)
	}
	newest, err := newestQuestionnaire(tx, next.CatalogueID, next.QuestionnaireID)
	if err != nil {
		return next, err
	}
	if newest != nil && newest.Document == document {
		return *newest, nil
	}
	last, err := lastNumber(tx, next.CatalogueID)
	if err != nil {
		return next, err
	}
	next.ID, next.Number, next.Document, next.PublishedAt = models.NewID(), last+1, document, tx.Now
	if next.QuestionnaireID != nil {
		next.Edition = 1
		if newest != nil {
			next.Edition = newest.Edition + 1
		}
	}
	if err := insertQuestionnaire(tx, &next); err != nil {
		return next, err
	}
	after := map[string]any{"catalogueId": next.CatalogueID, "number": next.Number}
	if next.QuestionnaireID != nil {
		after["questionnaireId"], after["edition"] = next.QuestionnaireID, next.Edition
	}
	return next, orgs.Audit(tx, a, orgs.Change{Action: "questionnaire.publish", Kind: "questionnaire", ID: next.ID.String(), After: after})
}

// askedVersion is a questionnaire version that has been read.
type askedVersion struct {
	questions Questionnaire
	row       models.QuestionnaireVersion
}

// questionnaire gives the questions of a round.
func (s *Service) questionnaire(tx *models.Tx, round models.Round) (Questionnaire, models.QuestionnaireVersion, error) {
	return s.version(tx, round.QuestionnaireVersionID)
}

// versionFor gives the questions of a response: the round's, unless it was moved.
func (s *Service) versionFor(tx *models.Tx, round models.Round, r models.Response) (Questionnaire, models.QuestionnaireVersion, error) {
	if r.QuestionnaireVersionID != nil {
		return s.version(tx, *r.QuestionnaireVersionID)
	}
	return s.questionnaire(tx, round)
}

// version gives the questions of a questionnaire version. It never changes, so each
// is read once; nobody may change what is given.
func (s *Service) version(tx *models.Tx, id uuid.UUID) (Questionnaire, models.QuestionnaireVersion, error) {
	if known, ok := s.asked.Load(id); ok {
		v := known.(askedVersion)
		return v.questions, v.row, nil
	}
	version, err := questionnaireVersion(tx, id)
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
// goal, and the number of their version, and what the questionnaire asks of its own;
// nil for nothing.
func (s *Service) GetQuestionnaire(ctx context.Context, a orgs.Actor, roundID uuid.UUID) (
	info RoundInfo, sections []QuestionSection, own *form.Form, err error,
) {
	err = s.db.Read(ctx, func(tx *models.Tx) (err error) {
		if info, err = s.Info(tx, a, roundID); err != nil {
			return err
		}
		q, _, err := s.questionnaire(tx, info.Round)
		if err != nil {
			return err
		}
		own = q.Form
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
	return info, sections, own, err
}

// editionFor gives a version of a questionnaire of a region, with its catalogue.
func editionFor(tx *models.Tx, id, region uuid.UUID) (version models.QuestionnaireVersion, catalogue models.Catalogue, err error) {
	unknown := fault.InvalidFields(fault.OnField("questionnaireVersionId", "not_in_list"))
	version, err = questionnaireVersion(tx, id)
	if err != nil && fault.KindOf(err) == fault.NotFound || err == nil && version.QuestionnaireID == nil {
		return version, catalogue, unknown
	}
	if err != nil {
		return version, catalogue, err
	}
	draft, err := draftByID(tx, *version.QuestionnaireID)
	if err != nil {
		return version, catalogue, err
	}
	if draft.RegionID != region {
		return version, catalogue, unknown
	}
	catalogue, err = lockCatalogue(tx, version.CatalogueID)
	return version, catalogue, err
}
