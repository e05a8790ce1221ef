package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// lockCatalogue holds a catalogue, so that two rounds planned at once do not
// make the same version twice.
func lockCatalogue(tx *models.Tx, id uuid.UUID) (models.Catalogue, error) {
	var c models.Catalogue
	err := tx.G.Clauses(forUpdate).Where("id = ?", id).Take(&c).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return c, fault.Missing()
	}
	return c, err
}

// newestQuestionnaire gives the latest version of a region's questionnaire, or of a
// catalogue asked as it is where questionnaireID is nil; nil before the first.
func newestQuestionnaire(tx *models.Tx, catalogueID uuid.UUID, questionnaireID *uuid.UUID) (*models.QuestionnaireVersion, error) {
	query := tx.G.Where("catalogue_id = ? and questionnaire_id is null", catalogueID)
	if questionnaireID != nil {
		query = tx.G.Where("questionnaire_id = ?", *questionnaireID)
	}
	var rows []models.QuestionnaireVersion
	err := query.Order("number desc, edition desc").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// lastNumber gives the highest number of a catalogue's versions, 0 before the first.
func lastNumber(tx *models.Tx, catalogueID uuid.UUID) (int, error) {
	var last int
	err := tx.G.Model(&models.QuestionnaireVersion{}).Where("catalogue_id = ?", catalogueID).
		Select("coalesce(max(number), 0)").Scan(&last).Error
	return last, err
}

func insertQuestionnaire(tx *models.Tx, v *models.QuestionnaireVersion) error {
	return tx.G.Create(v).Error
}

func questionnaireVersion(tx *models.Tx, id uuid.UUID) (models.QuestionnaireVersion, error) {
	var row models.QuestionnaireVersion
	err := tx.G.Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

// askQuestionnaireNames asks what the questionnaires behind versions are called, by
// version; one that asks a catalogue as it is has no name of its own.
func askQuestionnaireNames(versions []uuid.UUID, names map[uuid.UUID]string) models.Question {
	return orgs.AskNames(names, `select v.id, q.name from questionnaire_versions v join questionnaires q on q.id = v.questionnaire_id
where v.id in ?`, versions)
}

// editionsOf gives the published versions of questionnaires, newest first, without
// their documents.
func editionsOf(tx *models.Tx, questionnaires []uuid.UUID) ([]models.QuestionnaireVersion, error) {
	var rows []models.QuestionnaireVersion
	err := tx.G.Omit("document").Where("questionnaire_id in ?", questionnaires).Order("edition desc").Find(&rows).Error
	return rows, err
}

// draftByID gives a questionnaire; a fault NotFound when there is none.
func draftByID(tx *models.Tx, id uuid.UUID, clauses ...clause.Expression) (models.QuestionnaireDraft, error) {
	var row models.QuestionnaireDraft
	err := tx.G.Clauses(clauses...).Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

// draftsOf gives the questionnaires of regions in alphabetical order, of all when
// everywhere is set; without their documents.
func draftsOf(tx *models.Tx, everywhere bool, regions []uuid.UUID) ([]models.QuestionnaireDraft, error) {
	query := tx.G.Omit("document").Where("archived_at is null")
	if !everywhere {
		query = query.Where("region_id in ?", append(regions, uuid.Nil))
	}
	var rows []models.QuestionnaireDraft
	err := query.Order("sort_key, id").Find(&rows).Error
	return rows, err
}

func draftNameTaken(tx *models.Tx, region uuid.UUID, name string, but uuid.UUID) (bool, error) {
	var n int64
	err := tx.G.Model(&models.QuestionnaireDraft{}).Where("region_id = ? and name = ? and id <> ?", region, name, but).Count(&n).Error
	return n > 0, err
}

func insertDraft(tx *models.Tx, row *models.QuestionnaireDraft) error { return tx.G.Create(row).Error }

// updateDraft writes a questionnaire and counts its version up; false when somebody
// else changed it first.
func updateDraft(tx *models.Tx, row *models.QuestionnaireDraft) (bool, error) {
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	result := tx.G.Model(&models.QuestionnaireDraft{}).Where("id = ? and version = ?", row.ID, before).Select("*").Updates(row)
	return result.RowsAffected == 1, result.Error
}
