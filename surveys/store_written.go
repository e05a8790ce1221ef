package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// Written is an answer by who wrote it last: where it stands, not what it says.
type Written struct {
	Municipality, Round, Code string
	At                        time.Time
}

// mostWritten is how many answers are given of one person, the newest ones.
const mostWritten = 20_000

// WrittenBy gives the answers that the actor wrote last.
func (s *Service) WrittenBy(ctx context.Context, a orgs.Actor) ([]Written, error) {
	var list []Written
	err := s.db.Read(ctx, func(tx *models.Tx) error { return tx.Ask(askWritten(a.Person, &list)) })
	return list, err
}

func askWritten(person uuid.UUID, found *[]Written) models.Question {
	return models.Question{SQL: `select o.name, n.name, i.code, a.updated_at from answers a
join responses r on r.id = a.response_id join rounds n on n.id = r.round_id join organisations o on o.id = r.organisation_id
join indicators i on i.id = a.indicator_id
where a.updated_by = ? order by a.updated_at desc, a.id limit ?`, Args: []any{person, mostWritten}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var w Written
			if err := rows.Scan(&w.Municipality, &w.Round, &w.Code, &w.At); err != nil {
				return err
			}
			*found = append(*found, w)
		}
		return nil
	}}
}
