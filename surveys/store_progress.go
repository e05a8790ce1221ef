package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
)

// askMinutes asks for the own effort of each municipality in a round.
func askMinutes(roundID uuid.UUID, minutes map[uuid.UUID]int) models.Question {
	return models.Question{SQL: "select organisation_id, sum(minutes) from efforts where round_id = ? group by organisation_id",
		Args: []any{roundID}, Read: counted(minutes)}
}

// askHandedOut asks how many sections each municipality has with a colleague.
func askHandedOut(roundID uuid.UUID, out map[uuid.UUID]int) models.Question {
	return models.Question{SQL: `select r.organisation_id, count(*) from assignments a join responses r on r.id = a.response_id
where r.round_id = ? and a.state in ('not_started', 'started') group by r.organisation_id`, Args: []any{roundID}, Read: counted(out)}
}

// counted reads a number for each id.
func counted(into map[uuid.UUID]int) func(models.Rows) error {
	return func(rows models.Rows) error {
		for rows.Next() {
			var id uuid.UUID
			var n int
			if err := rows.Scan(&id, &n); err != nil {
				return err
			}
			into[id] = n
		}
		return nil
	}
}
