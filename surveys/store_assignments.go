package surveys

import (
	"errors"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// askHanded asks which sections of several responses are out, and with whom; by
// response and goal.
func askHanded(responses []uuid.UUID, found map[uuid.UUID]map[int]models.Assignment) models.Question {
	return models.Question{SQL: `select id, version, response_id, goal, person_id, name, email, note, deadline, state, created_at, answered_at
from assignments where response_id in ? and state in ('not_started', 'started', 'answered')`, Args: []any{responses}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var row models.Assignment
			if err := rows.Scan(&row.ID, &row.Version, &row.ResponseID, &row.Goal, &row.PersonID, &row.Name, &row.Email, &row.Note,
				&row.Deadline, &row.State, &row.CreatedAt, &row.AnsweredAt); err != nil {
				return err
			}
			if found[row.ResponseID] == nil {
				found[row.ResponseID] = map[int]models.Assignment{}
			}
			found[row.ResponseID][row.Goal] = row
		}
		return nil
	}}
}

func assignmentByID(tx *models.Tx, id uuid.UUID) (models.Assignment, error) {
	return oneAssignment(tx.G.Where("id = ?", id))
}

// assignmentByToken gives the section that a link opens, while it does.
func assignmentByToken(tx *models.Tx, hash string) (models.Assignment, error) {
	return oneAssignment(tx.G.Where("token_hash = ? and token_expires_at > ?", hash, tx.Now))
}

func oneAssignment(g *gorm.DB) (models.Assignment, error) {
	var row models.Assignment
	err := g.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func assignmentsOf(tx *models.Tx, responseID uuid.UUID) ([]models.Assignment, error) {
	var rows []models.Assignment
	err := tx.G.Where("response_id = ?", responseID).Order("created_at desc, id desc").Find(&rows).Error
	return rows, err
}

// assignmentsOfPerson gives the sections that are out with a person in the open
// rounds of a municipality.
func assignmentsOfPerson(tx *models.Tx, personID, organisationID uuid.UUID) ([]models.Assignment, error) {
	var rows []models.Assignment
	err := tx.G.Where("person_id = ? and state in ?", personID, outStates).
		Where(`response_id in (select r.id from responses r join rounds o on o.id = r.round_id
where r.organisation_id = ? and o.state = ?)`, organisationID, RoundOpen).
		Order("deadline, id").Find(&rows).Error
	return rows, err
}

func insertAssignment(tx *models.Tx, row *models.Assignment) error { return tx.G.Create(row).Error }

// updateAssignment writes a row and counts its version up; a fault Stale when
// somebody else changed it first.
func updateAssignment(tx *models.Tx, row *models.Assignment) error {
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	result := tx.G.Model(&models.Assignment{}).Where("id = ? and version = ?", row.ID, before).Select("*").Updates(row)
	if result.Error == nil && result.RowsAffected != 1 {
		return fault.New(fault.Stale, "stale")
	}
	return result.Error
}

// startAssignment leaves the version: nobody edits what the first answer brings about.
func startAssignment(tx *models.Tx, id uuid.UUID) error {
	return tx.Later("update assignments set state = $1, updated_at = $2 where id = $3", nil, AssignmentStarted, tx.Now, id)
}

// setToken gives a section that is out a new link, until the end of its last day.
func setToken(tx *models.Tx, id uuid.UUID, hash string, until time.Time) error {
	return tx.G.Model(&models.Assignment{}).Where("id = ?", id).Updates(map[string]any{"token_hash": hash, "token_expires_at": until}).Error
}

// assignmentsIn counts the sections of a response that were handed to somebody.
func assignmentsIn(tx *models.Tx, responseID uuid.UUID) (int64, error) {
	var n int64
	err := tx.G.Model(&models.Assignment{}).Where("response_id = ?", responseID).Count(&n).Error
	return n, err
}
