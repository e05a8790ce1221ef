package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// judgementsOf gives what a municipality says of itself: strengths before weaknesses,
// by goal, the oldest first.
func judgementsOf(tx *models.Tx, organisationID uuid.UUID) ([]models.Judgement, error) {
	var rows []models.Judgement
	err := tx.G.Where("organisation_id = ?", organisationID).Order("kind, goal, judged_on, id").Find(&rows).Error
	return rows, err
}

// judgementByID gives one; held until the transaction ends where it is to be changed.
func judgementByID(tx *models.Tx, id uuid.UUID, hold bool) (models.Judgement, error) {
	var row models.Judgement
	query := tx.G.Where("id = ?", id)
	if hold {
		query = query.Clauses(forUpdate)
	}
	err := query.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func insertJudgement(tx *models.Tx, row *models.Judgement) error { return tx.G.Create(row).Error }

// updateJudgement writes one that is held.
func updateJudgement(tx *models.Tx, row models.Judgement) error {
	return tx.G.Model(&models.Judgement{}).Where("id = ?", row.ID).Select("*").Updates(&row).Error
}
