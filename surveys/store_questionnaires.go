package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
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

// newestQuestionnaire gives a catalogue's latest version; nil before the first.
func newestQuestionnaire(tx *models.Tx, catalogueID uuid.UUID) (*models.QuestionnaireVersion, error) {
	var rows []models.QuestionnaireVersion
	err := tx.G.Where("catalogue_id = ?", catalogueID).Order("number desc").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

func insertQuestionnaire(tx *models.Tx, v *models.QuestionnaireVersion) error {
	return tx.G.Create(v).Error
}

func questionnaireVersion(tx *models.Tx, id uuid.UUID) (models.QuestionnaireVersion, error) {
	var row models.QuestionnaireVersion
	err := tx.G.Where("id = ?", id).Take(&row).Error
	return row, err
}
