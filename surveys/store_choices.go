package surveys

import (
	"github.com/google/uuid"
	"gorm.io/gorm/clause"

	"loftet/models"
)

// askChoices asks what municipalities have chosen in several responses, by response.
func askChoices(responses []uuid.UUID, found map[uuid.UUID]choices) models.Question {
	return askChosen("response_id in ?", responses, found)
}

// askRoundChoices asks what they have chosen in all responses of a round.
func askRoundChoices(roundID uuid.UUID, found map[uuid.UUID]choices) models.Question {
	return askChosen("response_id in (select id from responses where round_id = ?)", roundID, found)
}

func askChosen(where string, value any, found map[uuid.UUID]choices) models.Question {
	return models.Question{SQL: "select id, response_id, indicator_id, chosen, reason from indicator_choices where " + where,
		Args: []any{value}, Read: func(rows models.Rows) error {
			for rows.Next() {
				var c models.IndicatorChoice
				if err := rows.Scan(&c.ID, &c.ResponseID, &c.IndicatorID, &c.Chosen, &c.Reason); err != nil {
					return err
				}
				if found[c.ResponseID] == nil {
					found[c.ResponseID] = choices{}
				}
				found[c.ResponseID][c.IndicatorID] = c
			}
			return nil
		}}
}

// saveChoice writes what is said of an indicator, in place of what was said before.
func saveChoice(tx *models.Tx, row models.IndicatorChoice) error {
	if err := tx.G.Clauses(clause.OnConflict{
		Columns:   []clause.Column{{Name: "response_id"}, {Name: "indicator_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"chosen", "reason", "updated_by", "updated_at"}),
	}).Create(&row).Error; err != nil {
		return err
	}
	return countChange(tx, row.ResponseID)
}
