package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
)

// earlierRounds is in how many earlier rounds an answer is looked for.
const earlierRounds = 4

// askEarlier asks what counts of a municipality in the latest finished rounds before
// the one of a response, the newest first.
func askEarlier(o opened, found *[]earlierSubmission) models.Question {
	return models.Question{SQL: `select s.id, o.name from submissions s join rounds o on o.id = s.round_id
where s.organisation_id = ? and s.latest and o.state in ? and o.id <> ? and (o.year < ? or (o.year = ? and o.opens_at < ?))
order by o.year desc, o.opens_at desc, o.id limit ?`,
		Args: []any{o.response.OrganisationID, finishedStates(), o.round.ID, o.round.Year, o.round.Year, o.round.OpensAt, earlierRounds},
		Read: func(rows models.Rows) error {
			for rows.Next() {
				var sub earlierSubmission
				if err := rows.Scan(&sub.id, &sub.round); err != nil {
					return err
				}
				*found = append(*found, sub)
			}
			return nil
		}}
}

func finishedStates() []string {
	states := make([]string, len(finished))
	for i, state := range finished {
		states[i] = string(state)
	}
	return states
}

func documentOf(tx *models.Tx, submission uuid.UUID) (document string, err error) {
	err = tx.Ask(models.Question{SQL: "select document from submissions where id = ?", Args: []any{submission}, Read: models.One(&document)})
	return document, err
}

// askComparable asks for the values that other municipalities of a comparison group
// submitted in rounds of the same year, by indicator.
func askComparable(o opened, group string, indicators []uuid.UUID, values map[uuid.UUID][]float64) models.Question {
	return models.Question{SQL: `select b.indicator_id, b.value from observations b
join submissions s on s.id = b.submission_id and s.latest join rounds o on o.id = s.round_id
join organisations u on u.id = b.organisation_id
where b.indicator_id in ? and b.state = 'value' and o.year = ? and o.made_up = ? and u.comparison_group = ? and u.id <> ?`,
		Args: []any{indicators, o.round.Year, o.round.MadeUp, group, o.response.OrganisationID},
		Read: func(rows models.Rows) error {
			for rows.Next() {
				var id uuid.UUID
				var value float64
				if err := rows.Scan(&id, &value); err != nil {
					return err
				}
				values[id] = append(values[id], value)
			}
			return nil
		}}
}
