package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
)

// askEntries asks for the answers to own questions of several responses, those that
// were taken away too, in the order of name and row.
func askEntries(responses []uuid.UUID, found *[]models.Entry) models.Question {
	return models.Question{SQL: `select id, response_id, name, row, value, version, updated_by, updated_at
from entries where response_id in ? order by name, row`, Args: []any{responses}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var e models.Entry
			if err := rows.Scan(&e.ID, &e.ResponseID, &e.Name, &e.Row, &e.Value, &e.Version, &e.UpdatedBy, &e.UpdatedAt); err != nil {
				return err
			}
			*found = append(*found, e)
		}
		return nil
	}}
}

// entriesOf gives the answers to the own questions of a response; nothing is read
// where it has none.
func entriesOf(tx *models.Tx, o opened) ([]models.Entry, error) {
	if o.asked.own == nil {
		return nil, nil
	}
	var rows []models.Entry
	return rows, tx.Ask(askEntries([]uuid.UUID{o.response.ID}, &rows))
}

func insertEntry(tx *models.Tx, e *models.Entry) error {
	if err := tx.G.Create(e).Error; err != nil {
		return err
	}
	return countChange(tx, e.ResponseID)
}

// updateEntry writes an entry and counts its version up; false when somebody else
// changed it first.
func updateEntry(tx *models.Tx, e *models.Entry) (bool, error) {
	before := e.Version
	e.Version = before + 1
	result := tx.G.Model(&models.Entry{}).Where("id = ? and version = ?", e.ID, before).Select("*").Updates(e)
	if result.Error != nil || result.RowsAffected != 1 {
		return false, result.Error
	}
	return true, countChange(tx, e.ResponseID)
}
