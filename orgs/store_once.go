package orgs

import (
	"github.com/google/uuid"
	"gorm.io/gorm/clause"

	"loftet/models"
)

// claimOnce inserts the row, or gives the one that stands there already.
func claimOnce(tx *models.Tx, row models.IdempotencyKey) (models.IdempotencyKey, bool, error) {
	created := tx.G.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if created.Error != nil || created.RowsAffected == 1 {
		return row, false, created.Error
	}
	var standing models.IdempotencyKey
	err := tx.G.Where("person_id = ? AND key = ?", row.PersonID, row.Key).Take(&standing).Error
	return standing, true, err
}

func renewOnce(tx *models.Tx, row models.IdempotencyKey) error {
	return tx.G.Model(&models.IdempotencyKey{}).Where("person_id = ? AND key = ?", row.PersonID, row.Key).
		Update("created_at", tx.Now).Error
}

func storeOnce(tx *models.Tx, row models.IdempotencyKey) error {
	return tx.G.Model(&models.IdempotencyKey{}).Where("person_id = ? AND key = ?", row.PersonID, row.Key).
		Updates(map[string]any{"status": row.Status, "header": row.Header, "body": row.Body}).Error
}

func freeOnce(tx *models.Tx, person uuid.UUID, key string) error {
	return tx.G.Where("person_id = ? AND key = ? AND status = 0", person, key).Delete(&models.IdempotencyKey{}).Error
}

// deleteOldOnce drops answers that nobody will ask for again.
func deleteOldOnce(tx *models.Tx) error {
	return tx.G.Where("created_at < ?", tx.Now.Add(-onceKept)).Delete(&models.IdempotencyKey{}).Error
}
