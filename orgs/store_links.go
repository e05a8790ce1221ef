package orgs

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/models"
)

func insertLink(tx *models.Tx, row *models.LinkToken) error { return tx.G.Create(row).Error }

// openLink gives the link with a token if it can still be used.
func openLink(tx *models.Tx, token string) (models.LinkToken, bool, error) {
	var row models.LinkToken
	err := tx.G.Where("token_hash = ? and used_at is null and expires_at > ?", HashToken(token), tx.Now).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	return row, err == nil, err
}

// useLink marks a link as used. Of several that try at the same time one is
// told that it was the one.
func useLink(tx *models.Tx, id uuid.UUID) (bool, error) {
	done := tx.G.Model(&models.LinkToken{}).Where("id = ? and used_at is null and expires_at > ?", id, tx.Now).
		Update("used_at", tx.Now)
	return done.RowsAffected == 1, done.Error
}

// killLinks makes all of a person's links worthless.
func killLinks(tx *models.Tx, personID uuid.UUID) error {
	return tx.G.Model(&models.LinkToken{}).Where("person_id = ? and used_at is null", personID).Update("used_at", tx.Now).Error
}

func deleteOldLinks(tx *models.Tx) error {
	return tx.G.Where("expires_at <= ?", tx.Now).Delete(&models.LinkToken{}).Error
}
