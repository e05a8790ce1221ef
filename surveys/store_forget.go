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

// strayFiles gives files, without what stands in them, that were handed in before a
// moment for an own question and never became its answer, or are none any more, and
// that no submission names.
func strayFiles(tx *models.Tx, before time.Time) ([]models.Attachment, error) {
	var rows []models.Attachment
	err := tx.G.Omit("content").Where("question <> '' and indicator_id is null and removed_at is null and created_at < ?", before).
		Where(`not exists (select 1 from entries e where e.response_id = attachments.response_id and e.name = attachments.question
  and e.value = '"' || cast(attachments.id as text) || '"')`).
		Where(`not exists (select 1 from submissions s where s.response_id = attachments.response_id
  and s.document like '%"' || cast(attachments.id as text) || '"%')`).
		Order("response_id, id").Limit(mostForgotten).Find(&rows).Error
	return rows, err
}

// isStray tells it of one file, while nobody else may change the answers of its response.
func isStray(tx *models.Tx, file models.Attachment) (bool, error) {
	var entries []models.Entry
	if err := tx.Ask(askEntries([]uuid.UUID{file.ResponseID}, &entries)); err != nil || inEntries(entries, file.Question, file.ID) {
		return false, err
	}
	named, err := namedInSubmission(tx, file.ResponseID, file.ID)
	return !named, err
}
