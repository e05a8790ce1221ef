package surveys

import (
	"database/sql"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// askTurnouts asks how far a round's responses have come. A region has hundreds:
// nothing is asked for that the list doesn't tell.
func askTurnouts(roundID uuid.UUID, found *[]turnout) models.Question {
	return models.Question{SQL: `select r.id, r.organisation_id, r.state, r.questionnaire_version_id, r.left_out, r.revision, r.version, r.changes, r.updated_at, s.submitted_at
from responses r left join submissions s on s.response_id = r.id and s.latest where r.round_id = ?`,
		Args: []any{roundID}, Read: func(rows models.Rows) error {
			for rows.Next() {
				var t turnout
				var leftOut string
				err := rows.Scan(&t.id, &t.municipality, &t.state, &t.edition, &leftOut, &t.revision, &t.version, &t.changes, &t.changedAt, &t.submittedAt)
				if err == nil {
					t.leftOut, err = goalsIn(leftOut)
				}
				if err != nil {
					return err
				}
				*found = append(*found, t)
			}
			return nil
		}}
}

// soFar is what of a response has an answer, and when one was changed last.
type soFar struct {
	indicators map[uuid.UUID]bool
	at         time.Time
}

// askAnswered asks it of several responses, a row for each: a region has tens of
// thousands of answers. What was taken over and not confirmed is no answer.
func askAnswered(d models.Dialect, responses []uuid.UUID, found map[uuid.UUID]soFar) models.Question {
	// SQLite's driver knows only columns to be times. Beside max(), one is that of its row.
	columns := "updated_at, group_concat(case when origin <> 'taken_over' then indicator_id end, ''), max(updated_at)"
	if d == models.Postgres {
		columns = "max(updated_at), string_agg(case when origin <> 'taken_over' then cast(indicator_id as text) end, ''), null"
	}
	return models.Question{SQL: "select response_id, " + columns + " from answers where response_id in ? and state <> '' group by response_id",
		Args: []any{responses}, Read: func(rows models.Rows) error {
			for rows.Next() {
				var id uuid.UUID
				var ids sql.NullString
				var a soFar
				if err := rows.Scan(&id, &a.at, &ids, new(any)); err != nil {
					return err
				}
				var err error
				if a.indicators, err = idsIn(ids.String); err != nil {
					return err
				}
				found[id] = a
			}
			return nil
		}}
}

// idsIn reads ids that are written one after the other.
func idsIn(text string) (map[uuid.UUID]bool, error) {
	const length = 36
	found := make(map[uuid.UUID]bool, len(text)/length)
	for ; len(text) >= length; text = text[length:] {
		id, err := uuid.Parse(text[:length])
		if err != nil {
			return nil, err
		}
		found[id] = true
	}
	return found, nil
}

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
