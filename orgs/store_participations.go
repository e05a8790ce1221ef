package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// participationRow gives one; without version when there is none.
func participationRow(tx *models.Tx, regionID, organisationID uuid.UUID) (models.Participation, error) {
	var rows []models.Participation
	err := tx.G.Where("region_id = ? and organisation_id = ?", regionID, organisationID).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return models.Participation{}, err
	}
	return rows[0], nil
}

func insertParticipation(tx *models.Tx, row *models.Participation) error {
	return tx.G.Create(row).Error
}

func updateParticipation(tx *models.Tx, row *models.Participation) error {
	row.Version, row.UpdatedAt = row.Version+1, tx.Now
	return tx.G.Model(&models.Participation{}).Where("id = ?", row.ID).
		Select("version", "updated_at", "state", "cohort", "invited_on", "outcome", "decision_body", "decided_on", "decision_reference",
			"reason", "recorded_by").Updates(row).Error
}

// CouncilDecisions gives what a regional council said, newest first.
func CouncilDecisions(tx *models.Tx, regionID uuid.UUID) ([]CouncilDecision, error) {
	var rows []models.CouncilDecision
	err := tx.G.Where("region_id = ?", regionID).Order("decided_on desc, created_at desc, id").Find(&rows).Error
	found := make([]CouncilDecision, len(rows))
	for i, row := range rows {
		found[i] = councilDecisionOf(row)
	}
	return found, err
}

// councilDecision gives one; without version when there is none.
func councilDecisionRow(tx *models.Tx, regionID, id uuid.UUID) (models.CouncilDecision, error) {
	var rows []models.CouncilDecision
	err := tx.G.Where("region_id = ? and id = ?", regionID, id).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return models.CouncilDecision{}, err
	}
	return rows[0], nil
}

func insertCouncilDecision(tx *models.Tx, row *models.CouncilDecision) error {
	return tx.G.Create(row).Error
}

// updateCouncilDecision writes an edit when the version still is the one before it.
func updateCouncilDecision(tx *models.Tx, row *models.CouncilDecision) (bool, error) {
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	done := tx.G.Model(&models.CouncilDecision{}).Where("id = ? and version = ?", row.ID, before).
		Select("version", "updated_at", "outcome", "body", "decided_on", "reference", "text", "recorded_by").Updates(row)
	return done.RowsAffected == 1, done.Error
}
