package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
)

// openAssignments gives the sections of a municipality that wait for a person.
func openAssignments(tx *models.Tx, organisationID, person uuid.UUID) ([]models.Assignment, error) {
	var rows []models.Assignment
	err := tx.G.Where("person_id = ? and state in ('not_started', 'started', 'answered')", person).
		Where("response_id in (select id from responses where organisation_id = ?)", organisationID).
		Order("created_at, id").Find(&rows).Error
	return rows, err
}

// giveAssignment gives a section to another person.
func giveAssignment(tx *models.Tx, row models.Assignment, to uuid.UUID) error {
	return tx.G.Model(&models.Assignment{}).Where("id = ?", row.ID).
		Updates(map[string]any{"person_id": to, "version": row.Version + 1, "updated_at": tx.Now}).Error
}

// assignmentsIn counts the sections of a response that were handed to somebody.
func assignmentsIn(tx *models.Tx, responseID uuid.UUID) (int64, error) {
	var n int64
	err := tx.G.Model(&models.Assignment{}).Where("response_id = ?", responseID).Count(&n).Error
	return n, err
}
