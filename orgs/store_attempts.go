package orgs

import (
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/models"
)

// lockAttempt gives the row of a key, new if need be, and keeps it from other
// transactions until this one ends. Callers with several keys must take them in
// the same order.
func lockAttempt(tx *models.Tx, key string) (models.Attempt, error) {
	row := models.Attempt{Key: key, WindowEnds: tx.Now}
	if err := tx.G.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
		return row, err
	}
	err := tx.G.Clauses(clause.Locking{Strength: "UPDATE"}).Where("key = ?", key).Take(&row).Error
	return row, err
}

func saveAttempt(tx *models.Tx, row models.Attempt) error {
	return tx.G.Model(&models.Attempt{}).Where("key = ?", row.Key).
		Updates(map[string]any{"count": row.Count, "window_ends": row.WindowEnds}).Error
}

// attemptStands tells whether there is a row of the key that has not run out.
func attemptStands(tx *models.Tx, key string) (bool, error) {
	var row models.Attempt
	err := tx.G.Where("key = ? and window_ends > ?", key, tx.Now).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return false, nil
	}
	return err == nil, err
}

// forgetAttempts forgets all tries under a key.
func forgetAttempts(tx *models.Tx, key string) error {
	return tx.G.Where("key = ?", key).Delete(&models.Attempt{}).Error
}

// forgetAttempt takes back one try under a key.
func forgetAttempt(tx *models.Tx, key string) error {
	return tx.G.Model(&models.Attempt{}).Where("key = ? and count > 0", key).Update("count", gorm.Expr("count - 1")).Error
}

func rememberAttempt(tx *models.Tx, key string, until time.Time) error {
	row := models.Attempt{Key: key, Count: 1, WindowEnds: until}
	return tx.G.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "key"}}, UpdateAll: true}).Create(&row).Error
}

func deleteOldAttempts(tx *models.Tx) error {
	return tx.G.Where("window_ends < ?", tx.Now).Delete(&models.Attempt{}).Error
}
