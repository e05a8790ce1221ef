package papers

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// papersOf gives papers without what they say, the newest first.
func papersOf(tx *models.Tx, region, municipality *uuid.UUID) ([]models.Paper, error) {
	query := tx.G.Omit("figures", "texts")
	if region != nil {
		query = query.Where("region_id = ?", *region)
	}
	if municipality != nil {
		query = query.Where("municipality_id = ?", *municipality)
	}
	var rows []models.Paper
	err := query.Order("created_at desc, id").Find(&rows).Error
	return rows, err
}

func roundName(tx *models.Tx, id uuid.UUID) (string, error) {
	var round models.Round
	err := tx.G.Select("name").Where("id = ?", id).Take(&round).Error
	return round.Name, err
}

func paperByID(tx *models.Tx, id uuid.UUID) (models.Paper, error) {
	var row models.Paper
	err := tx.G.Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func newestEdition(tx *models.Tx, series uuid.UUID) (models.Paper, error) {
	var row models.Paper
	err := tx.G.Omit("figures", "texts").Where("series_id = ?", series).Order("edition desc").Take(&row).Error
	return row, err
}

func insertPaper(tx *models.Tx, row *models.Paper) error { return tx.G.Create(row).Error }

func deletePaper(tx *models.Tx, id uuid.UUID) error {
	return tx.G.Where("id = ?", id).Delete(&models.Paper{}).Error
}

// updatePaper writes an edit when the version still is the one before it. The figures
// are never written again.
func updatePaper(tx *models.Tx, row *models.Paper) (bool, error) {
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	done := tx.G.Model(&models.Paper{}).Where("id = ? and version = ?", row.ID, before).
		Select("version", "updated_at", "state", "finished_at", "published_at", "title", "texts").Updates(row)
	return done.RowsAffected == 1, done.Error
}

func decisionsOf(tx *models.Tx, round uuid.UUID) ([]models.RoundDecision, error) {
	var rows []models.RoundDecision
	err := tx.G.Where("round_id = ?", round).Order("decided_on, id").Find(&rows).Error
	return rows, err
}

func insertDecision(tx *models.Tx, row *models.RoundDecision) error { return tx.G.Create(row).Error }

func updateDecision(tx *models.Tx, row *models.RoundDecision) (bool, error) {
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	done := tx.G.Model(&models.RoundDecision{}).Where("id = ? and version = ?", row.ID, before).Select("*").Omit("id", "created_at").Updates(row)
	return done.RowsAffected == 1, done.Error
}
