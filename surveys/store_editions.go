package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

func insertEdition(tx *models.Tx, row *models.RoundEdition) error { return tx.G.Create(row).Error }

// roundEditions gives the editions of a round without their documents, the newest first.
func roundEditions(tx *models.Tx, roundID uuid.UUID) ([]models.RoundEdition, error) {
	var rows []models.RoundEdition
	err := tx.G.Omit("own_document", "public_document").Where("round_id = ?", roundID).Order("number desc").Find(&rows).Error
	return rows, err
}

func roundEdition(tx *models.Tx, roundID uuid.UUID, number int) (models.RoundEdition, error) {
	var row models.RoundEdition
	err := tx.G.Where("round_id = ? and number = ?", roundID, number).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func setEditionPublished(tx *models.Tx, row models.RoundEdition) error {
	return tx.G.Model(&models.RoundEdition{}).Where("id = ? and published_at is null", row.ID).Update("published_at", tx.Now).Error
}

// waitingCorrections gives the newest revision of each response of a round that was
// corrected since the last edition and submitted again.
func waitingCorrections(tx *models.Tx, roundID uuid.UUID) ([]models.Submission, error) {
	var rows []models.Submission
	err := tx.G.Table("submissions s").Select("s.*").Joins("join responses r on r.id = s.response_id and r.revision = s.revision").
		Where("r.round_id = ? and r.correcting and not s.latest", roundID).Order("s.id").Find(&rows).Error
	return rows, err
}

// countCorrections lets corrected revisions count, in place of those before. A response
// that is being corrected further stays open.
func countCorrections(tx *models.Tx, rows []models.Submission) error {
	for _, row := range rows {
		if err := tx.G.Model(&models.Submission{}).Where("response_id = ?", row.ResponseID).
			Update("latest", gorm.Expr("id = ?", row.ID)).Error; err != nil {
			return err
		}
		err := tx.G.Model(&models.Response{}).Where("id = ?", row.ResponseID).Updates(map[string]any{
			"correcting": gorm.Expr("state in ?", []ResponseState{NotStarted, InProgress, ForReview, Approved}),
			"version":    gorm.Expr("version + 1"), "updated_at": tx.Now}).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// correctionsOpen counts the responses of a round that the council has opened again and
// that are not submitted.
func correctionsOpen(tx *models.Tx, roundID uuid.UUID) (int64, error) {
	var n int64
	err := tx.G.Model(&models.Response{}).Where("round_id = ? and correcting and state in ?", roundID,
		[]ResponseState{NotStarted, InProgress, ForReview, Approved}).Count(&n).Error
	return n, err
}
