package surveys

import (
	"errors"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// insertSubmission adds a revision. Where it is the latest one, it is so from now on.
func insertSubmission(tx *models.Tx, sub models.Submission) error {
	if sub.Revision > 1 && sub.Latest {
		err := tx.Later("update submissions set latest = $1 where response_id = $2 and latest", nil, false, sub.ResponseID)
		if err != nil {
			return err
		}
	}
	return models.InsertAll(tx, []models.Submission{sub})
}

// askReceipts asks which of some receipt numbers are taken.
func askReceipts(receipts []string, taken map[string]bool) models.Question {
	return models.Question{SQL: "select receipt from submissions where receipt in ?", Args: []any{receipts}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var receipt string
			if err := rows.Scan(&receipt); err != nil {
				return err
			}
			taken[receipt] = true
		}
		return nil
	}}
}

// submissionsOf gives the revisions of a response, newest first.
func submissionsOf(tx *models.Tx, responseID uuid.UUID) ([]models.Submission, error) {
	var rows []models.Submission
	err := tx.G.Where("response_id = ?", responseID).Order("revision desc").Find(&rows).Error
	return rows, err
}

func submissionOf(tx *models.Tx, responseID uuid.UUID, revision int) (models.Submission, error) {
	var row models.Submission
	err := tx.G.Where("response_id = ? and revision = ?", responseID, revision).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

// latestSubmission gives what counts of a municipality in a round; nil before
// the first submission.
func latestSubmission(tx *models.Tx, roundID, organisationID uuid.UUID) (*models.Submission, error) {
	var rows []models.Submission
	err := tx.G.Where("round_id = ? and organisation_id = ? and latest = ?", roundID, organisationID, true).
		Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// askSubmitted asks for each of several responses when it was last submitted.
func askSubmitted(responses []uuid.UUID, found map[uuid.UUID]time.Time) models.Question {
	return models.Question{SQL: "select response_id, submitted_at from submissions where response_id in ? and latest",
		Args: []any{responses}, Read: func(rows models.Rows) error {
			for rows.Next() {
				var response uuid.UUID
				var at time.Time
				if err := rows.Scan(&response, &at); err != nil {
					return err
				}
				found[response] = at
			}
			return nil
		}}
}

// submissionHeads gives revisions without their documents.
func submissionHeads(tx *models.Tx, ids []uuid.UUID) ([]models.Submission, error) {
	var rows []models.Submission
	if len(ids) == 0 {
		return rows, nil
	}
	err := tx.G.Select("id", "receipt", "revision", "submitted_at", "approved_at").Where("id in ?", ids).Find(&rows).Error
	return rows, err
}

func submissionDocument(tx *models.Tx, id uuid.UUID) (string, error) {
	var row models.Submission
	err := tx.G.Select("document").Where("id = ?", id).Take(&row).Error
	return row.Document, err
}
