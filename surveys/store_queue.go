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
// the municipality is at work on a new one.
func uncheckedIn(tx *models.Tx, round uuid.UUID) ([]models.Submission, error) {
	var rows []models.Submission
	err := tx.G.Where("round_id = ? and latest = ?", round, true).
		Where("response_id in (select id from responses where round_id = ? and state in ?)", round, []ResponseState{Submitted, Questioned}).
		Order("submitted_at, id").Limit(maxQueue).Find(&rows).Error
	return rows, err
}

// noteChecked keeps that somebody has checked the latest revision: where the response
// is tells it no longer once it was reopened.
func noteChecked(tx *models.Tx, r models.Response) error {
	return tx.Later("update responses set checked_revision = $1 where id = $2", nil, r.Revision, r.ID)
}

// latestBefore gives what municipalities submitted in the round before one.
func latestBefore(tx *models.Tx, round models.Round, towns []uuid.UUID) (map[uuid.UUID]models.Submission, error) {
	before, err := roundBefore(tx, round)
	if err != nil || before == nil {
		return nil, err
	}
	var rows []models.Submission
	err = tx.G.Where("round_id = ? and latest = ? and organisation_id in ?", before.ID, true, towns).Find(&rows).Error
	found := make(map[uuid.UUID]models.Submission, len(rows))
	for _, row := range rows {
		found[row.OrganisationID] = row
	}
	return found, err
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
