package surveys

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// ListQuestionnaires gives the questionnaires of the regions that the actor runs, in
// alphabetical order.
func (s *Service) ListQuestionnaires(ctx context.Context, a orgs.Actor) (list []QuestionnaireDraft, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		v, err := viewerOf(tx, a)
		if err != nil {
			return err
		}
		rows, err := draftsOf(tx, v.all, v.owned)
		if err != nil {
			return err
		}
		ids := make([]uuid.UUID, len(rows))
		for i, row := range rows {
			ids[i] = row.ID
		}
		editions, err := editionsOf(tx, ids)
		if err != nil {
			return err
		}
		for _, row := range rows {
			one, err := draftShown(row, editions)
			if err != nil {
				return err
			}
			list = append(list, one)
		}
		return nil
	})
	return list, err
}

// GetQuestionnaireDraft gives a questionnaire of a region that the actor runs.
func (s *Service) GetQuestionnaireDraft(ctx context.Context, a orgs.Actor, id uuid.UUID) (draft QuestionnaireDraft, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		row, err := s.ownDraft(tx, a, id)
		if err == nil {
			draft, err = withEditions(tx, row)
		}
		return err
	})
	return draft, err
}

// ownDraft gives a questionnaire of a region that the actor runs; any other is a
// fault NotFound.
func (s *Service) ownDraft(tx *models.Tx, a orgs.Actor, id uuid.UUID) (models.QuestionnaireDraft, error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return models.QuestionnaireDraft{}, err
	}
	row, err := draftByID(tx, id)
	if err == nil && (!v.owns(row.RegionID) || row.ArchivedAt != nil) {
		err = fault.Missing()
	}
	return row, err
}

func withEditions(tx *models.Tx, row models.QuestionnaireDraft) (QuestionnaireDraft, error) {
	editions, err := editionsOf(tx, []uuid.UUID{row.ID})
	if err != nil {
		return QuestionnaireDraft{}, err
	}
	return draftShown(row, editions)
}

// mayMake lets those who run a region make questionnaires for it; to others it is not
// there.
func mayMake(tx *models.Tx, a orgs.Actor, region uuid.UUID) error {
	v, err := viewerOf(tx, a)
	if err != nil {
		return err
	}
	if _, err := orgs.Region(tx, region); err != nil || !v.owns(region) || !runsRounds(a) {
		return fault.Missing()
	}
	return nil
}

// CreateQuestionnaire makes a questionnaire for a region that the actor runs.
func (s *Service) CreateQuestionnaire(ctx context.Context, a orgs.Actor, in QuestionnaireInput) (draft QuestionnaireDraft, err error) {
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		if err := mayMake(tx, a, in.RegionID); err != nil {
			return err
		}
		row := models.QuestionnaireDraft{
			Base:     models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
			RegionID: in.RegionID,
		}
		if err := s.fillDraft(tx, &row, in); err != nil {
			return err
		}
		if err := insertDraft(tx, &row); err != nil {
			return err
		}
		if err := auditDraft(tx, a, "questionnaire.create", nil, &row); err != nil {
			return err
		}
		draft, err = withEditions(tx, row)
		return err
	})
	return draft, err
}

// UpdateQuestionnaire writes a questionnaire anew, but for its region. What was
// published of it stays as it is. A stale version is a fault whose Current is the
// [QuestionnaireDraft] as it is now.
func (s *Service) UpdateQuestionnaire(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in QuestionnaireInput) (draft QuestionnaireDraft, err error) {
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		before, err := s.ownDraft(tx, a, id)
		if err != nil {
			return err
		}
		if before.Version != ifVersion {
			return staleDraft(tx, before)
		}
		row := before
		if err := s.fillDraft(tx, &row, in); err != nil {
			return err
		}
		if saved, err := updateDraft(tx, &row); err != nil || !saved {
			return cmp.Or(err, error(fault.New(fault.Stale, "stale")))
		}
		if err := auditDraft(tx, a, "questionnaire.edit", &before, &row); err != nil {
			return err
		}
		draft, err = withEditions(tx, row)
		return err
	})
	return draft, err
}

// RemoveQuestionnaire takes a questionnaire out of the list. What was published of it
// stays, and rounds that ask it go on.
func (s *Service) RemoveQuestionnaire(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		before, err := s.ownDraft(tx, a, id)
		if err != nil {
			return err
		}
		if before.Version != ifVersion {
			return staleDraft(tx, before)
		}
		row := before
		row.ArchivedAt, row.Name = moment(tx.Now), row.Name+" "+row.ID.String() // the name is free again
		if saved, err := updateDraft(tx, &row); err != nil || !saved {
			return cmp.Or(err, error(fault.New(fault.Stale, "stale")))
		}
		return auditDraft(tx, a, "questionnaire.remove", &before, nil)
	})
}

func staleDraft(tx *models.Tx, row models.QuestionnaireDraft) error {
	now, err := withEditions(tx, row)
	if err != nil {
		return err
	}
	return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now}
}

// fillDraft puts what was written into a row, or tells what must be mended.
func (s *Service) fillDraft(tx *models.Tx, row *models.QuestionnaireDraft, in QuestionnaireInput) error {
	catalogue, err := s.draftCatalogue(tx, row, in.CatalogueID)
	if err != nil {
		return err
	}
	all, err := s.indicators.ByCatalogue(tx, catalogue)
	if err != nil {
		return err
	}
	name, document, faults, err := drafted(in, all)
	if err != nil {
		return err
	}
	taken, err := draftNameTaken(tx, row.RegionID, name, row.ID)
	if err != nil {
		return err
	}
	if taken {
		faults = append(faults, fault.OnField("name", "questionnaire_name_taken"))
	}
	if len(faults) > 0 {
		return fault.InvalidFields(faults...)
	}
	row.CatalogueID, row.Name, row.SortKey, row.Document = catalogue, name, models.SortKey(name), document
	return nil
}

// draftCatalogue finds the catalogue of a questionnaire: the common core, or one that
// its region may use.
func (s *Service) draftCatalogue(tx *models.Tx, row *models.QuestionnaireDraft, id *uuid.UUID) (uuid.UUID, error) {
	if id == nil {
		return s.indicators.CoreCatalogueID(tx)
	}
	catalogue, err := lockCatalogue(tx, *id)
	unknown := err != nil && fault.KindOf(err) == fault.NotFound
	if unknown || err == nil && catalogue.RegionID != nil && *catalogue.RegionID != row.RegionID {
		return uuid.Nil, fault.InvalidFields(fault.OnField("catalogueId", "not_in_list"))
	}
	return *id, err
}

// PublishQuestionnaire makes the questionnaire as it is now a version that never
// changes, with the newest versions of its indicators. What is the same as the
// edition before gives that one.
func (s *Service) PublishQuestionnaire(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) (draft QuestionnaireDraft, err error) {
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := s.ownDraft(tx, a, id)
		if err != nil {
			return err
		}
		if row.Version != ifVersion {
			return staleDraft(tx, row)
		}
		if _, err := lockCatalogue(tx, row.CatalogueID); err != nil {
			return err
		}
		asked, err := s.askedByDraft(tx, row)
		if err != nil {
			return err
		}
		if _, err := s.publish(tx, a, asked, models.QuestionnaireVersion{CatalogueID: row.CatalogueID, QuestionnaireID: &row.ID}); err != nil {
			return err
		}
		draft, err = withEditions(tx, row)
		return err
	})
	return draft, err
}

// askedByDraft gives what a draft would ask if it were published now.
func (s *Service) askedByDraft(tx *models.Tx, row models.QuestionnaireDraft) (Questionnaire, error) {
	kept, err := parseDraft(row.Document)
	if err != nil {
		return Questionnaire{}, err
	}
	all, err := s.indicators.ByCatalogue(tx, row.CatalogueID)
	if err != nil {
		return Questionnaire{}, err
	}
	asked := questionnaireOf(kept.chosen(all))
	if len(asked.Sections) == 0 {
		return asked, fault.InvalidFields(fault.OnField("indicators", "questionnaire_indicator"))
	}
	if kept.Form == nil {
		return asked, nil
	}
	own, faults := form.Compile(*kept.Form)
	if len(faults) == 0 {
		faults = givingFaults(own, kept.chosen(all)) // the catalogue may have changed since it was written
	}
	if len(faults) > 0 {
		return asked, fault.InvalidFields(faults...)
	}
	return asked.with(own), nil
}

func auditDraft(tx *models.Tx, a orgs.Actor, action string, before, after *models.QuestionnaireDraft) error {
	record := func(row *models.QuestionnaireDraft) any {
		if row == nil {
			return nil
		}
		sum := sha256.Sum256([]byte(row.Document)) // the document may be long, and what was published stays anyway
		return map[string]any{"name": row.Name, "catalogueId": row.CatalogueID, "sha256": hex.EncodeToString(sum[:])}
	}
	of := after
	if of == nil {
		of = before
	}
	return orgs.Audit(tx, a, orgs.Change{Action: action, Kind: "questionnaire", ID: of.ID.String(), Before: record(before), After: record(after)})
}
