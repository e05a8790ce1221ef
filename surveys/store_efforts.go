package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

func effortsOf(tx *models.Tx, organisationID uuid.UUID, roundID *uuid.UUID) ([]models.Effort, error) {
	g := tx.G.Where("organisation_id = ?", organisationID)
	if roundID != nil {
		g = g.Where("round_id = ?", *roundID)
	}
	var rows []models.Effort
	err := g.Order("spent_on desc, id desc").Find(&rows).Error
	return rows, err
}

// effortByID gives an entry for changing, held until the transaction ends.
func effortByID(tx *models.Tx, id uuid.UUID) (models.Effort, error) {
	var row models.Effort
	err := tx.G.Clauses(forUpdate).Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func insertEffort(tx *models.Tx, row *models.Effort) error { return tx.G.Create(row).Error }

// updateEffort writes an entry that is held.
func updateEffort(tx *models.Tx, row models.Effort) error {
	return tx.G.Model(&models.Effort{}).Where("id = ?", row.ID).Select("*").Updates(&row).Error
}

func deleteEffort(tx *models.Tx, id uuid.UUID) error {
	return tx.G.Where("id = ?", id).Delete(&models.Effort{}).Error
}

// effortSums gives minutes by municipality and activity.
func effortSums(tx *models.Tx, roundID uuid.UUID) (map[uuid.UUID]map[string]int, error) {
	var rows []models.Effort
	err := tx.G.Model(&models.Effort{}).Select("organisation_id, activity, sum(minutes) as minutes").
		Where("round_id = ?", roundID).Group("organisation_id, activity").Scan(&rows).Error
	sums := map[uuid.UUID]map[string]int{}
	for _, row := range rows {
		if sums[row.OrganisationID] == nil {
			sums[row.OrganisationID] = map[string]int{}
		}
		sums[row.OrganisationID][row.Activity] = row.Minutes
	}
	return sums, err
}
