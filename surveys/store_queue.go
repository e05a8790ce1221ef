package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// roundsToCheck gives the rounds in which the actor may mark responses as checked,
// newest first.
func roundsToCheck(tx *models.Tx, a orgs.Actor) ([]models.Round, error) {
	query := tx.G.Where("state in ?", Check.steps()[0].rounds)
	switch a.Scope {
	case orgs.ScopeAny:
	case orgs.ScopeRegion:
		query = query.Where("region_id in (select id from regions where owner_id = ?)", a.Org)
	default:
		return nil, nil
	}
	var rounds []models.Round
	err := query.Order("year desc, opens_at desc, id desc").Find(&rounds).Error
	return rounds, err
}

// uncheckedIn gives the latest revisions of a round that nobody has checked, unless
// the municipality is at work on a new one. Their documents stay where they are.
func uncheckedIn(tx *models.Tx, round uuid.UUID) ([]models.Submission, error) {
	var rows []models.Submission
	err := tx.G.Omit("document").Where("round_id = ? and latest = ?", round, true).
		Where("response_id in (select id from responses where round_id = ? and state in ?)", round, []ResponseState{Submitted, Questioned}).
		Order("submitted_at, id").Limit(maxQueue).Find(&rows).Error
	return rows, err
}

// noteChecked keeps that somebody has checked the latest revision: where the response
// is tells it no longer once it was reopened.
func noteChecked(tx *models.Tx, r models.Response) error {
	return tx.Later("update responses set checked_revision = $1 where id = $2", nil, r.Revision, r.ID)
}

// latestBefore gives what municipalities submitted last in an earlier round of the same
// region that is finished: each in its own, as a round may have asked one cohort alone.
func latestBefore(tx *models.Tx, round models.Round, towns []uuid.UUID) (map[uuid.UUID]uuid.UUID, error) {
	last := map[uuid.UUID]uuid.UUID{} // submission by municipality
	return last, tx.Ask(models.Question{SQL: `select s.organisation_id, s.id from submissions s join rounds o on o.id = s.round_id
where s.organisation_id in ? and s.latest and o.region_id = ? and o.state in ? and (o.year < ? or o.year = ? and o.opens_at < ?)
order by o.year, o.opens_at, o.id desc`, Args: []any{towns, round.RegionID, finishedStates(), round.Year, round.Year, round.OpensAt},
		Read: func(rows models.Rows) error {
			for rows.Next() {
				var town, submission uuid.UUID
				if err := rows.Scan(&town, &submission); err != nil {
					return err
				}
				last[town] = submission
			}
			return nil
		}})
}

// documentsOf gives what submissions hold, by their ids.
func documentsOf(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]Document, error) {
	found := make(map[uuid.UUID]Document, len(ids))
	return found, tx.Ask(models.Question{SQL: "select id, document from submissions where id in ?", Args: []any{ids},
		Read: func(rows models.Rows) error {
			for rows.Next() {
				var id uuid.UUID
				var text string
				err := rows.Scan(&id, &text)
				if err == nil {
					found[id], err = parseDocument(text)
				}
				if err != nil {
					return err
				}
			}
			return nil
		}})
}

// askStates asks where several responses are.
func askStates(ids []uuid.UUID, found map[uuid.UUID]ResponseState) models.Question {
	return models.Question{SQL: "select id, state from responses where id in ?", Args: []any{ids}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var id uuid.UUID
			var state string
			if err := rows.Scan(&id, &state); err != nil {
				return err
			}
			found[id] = ResponseState(state)
		}
		return nil
	}}
}
