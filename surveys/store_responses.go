package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

func responseByID(tx *models.Tx, id uuid.UUID, lock ...clause.Expression) (models.Response, error) {
	var r models.Response
	err := tx.G.Clauses(lock...).Where("id = ?", id).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return r, fault.Missing()
	}
	return r, err
}

func responsesOf(tx *models.Tx, organisationID uuid.UUID) ([]models.Response, error) {
	var rows []models.Response
	err := tx.G.Where("organisation_id = ?", organisationID).Order("id").Find(&rows).Error
	return rows, err
}

func responsesIn(tx *models.Tx, roundID uuid.UUID) ([]models.Response, error) {
	var rows []models.Response
	err := tx.G.Where("round_id = ?", roundID).Order("id").Find(&rows).Error
	return rows, err
}

// insertResponses adds responses and passes over those that are there already.
func insertResponses(tx *models.Tx, rows []models.Response) error {
	if len(rows) == 0 {
		return nil
	}
	return tx.G.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 100).Error
}

// updateResponse writes a response and counts its version up; false when
// somebody else changed it first.
func updateResponse(tx *models.Tx, r *models.Response) (bool, error) {
	before := r.Version
	r.Version, r.UpdatedAt = before+1, tx.Now
	result := tx.G.Model(&models.Response{}).Where("id = ? and version = ?", r.ID, before).
		Select("version", "updated_at", "state", "left_out", "revision", "return_reason", "approved_by", "approved_at").Updates(r)
	return result.RowsAffected == 1, result.Error
}
