package surveys

import (
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// mostForgotten is how many records of a kind are forgotten at a time; the others
// follow the next time.
const mostForgotten = 200

// overByLink gives sections that went out by link and whose last day was before a
// moment, as was the day when they came back.
func overByLink(tx *models.Tx, before time.Time) ([]models.Assignment, error) {
	var rows []models.Assignment
	err := tx.G.Where("email <> '' and deadline < ? and (closed_at is null or closed_at < ?)", models.DateOf(before), before).
		Order("id").Limit(mostForgotten).Find(&rows).Error
	return rows, err
}

// handedTo gives all sections that are or were in somebody's hands.
func handedTo(tx *models.Tx, personID uuid.UUID) ([]models.Assignment, error) {
	var rows []models.Assignment
	err := tx.G.Where("person_id = ?", personID).Order("id").Find(&rows).Error
	return rows, err
}

func withLink(tx *models.Tx, people []uuid.UUID) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	err := tx.G.Model(&models.Assignment{}).Where("email <> '' and person_id in ?", people).Distinct().Pluck("person_id", &ids).Error
	return ids, err
}

// removedEvidence gives evidence that was taken away before a moment and still says
// what it was called.
func removedEvidence(tx *models.Tx, before time.Time) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	err := tx.G.Model(&models.Attachment{}).Where("removed_at < ? and (file_name <> '' or title <> '' or link <> '')", before).
		Order("id").Limit(mostForgotten).Pluck("id", &ids).Error
	return ids, err
}

func unnameEvidence(tx *models.Tx, id uuid.UUID) error {
	return tx.G.Model(&models.Attachment{}).Where("id = ?", id).Updates(map[string]any{"file_name": "", "title": "", "link": ""}).Error
}
