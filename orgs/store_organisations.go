package orgs

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// Organisation gives an organisation; a fault NotFound when there is none.
func Organisation(tx *models.Tx, id uuid.UUID) (models.Organisation, error) {
	var organisation models.Organisation
	err := tx.G.Where("id = ?", id).Take(&organisation).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return organisation, fault.Missing()
	}
	return organisation, err
}

// Organisations gives organisations by id. Ids of none are left out.
func Organisations(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]models.Organisation, error) {
	found := make(map[uuid.UUID]models.Organisation, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	var rows []models.Organisation
	err := tx.G.Where("id in ?", ids).Find(&rows).Error
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}
