package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// participationsIn gives where each municipality of a region stands.
func participationsIn(tx *models.Tx, regionID uuid.UUID) ([]models.Participation, error) {
	var rows []models.Participation
	err := tx.G.Where("region_id = ?", regionID).Order("id").Find(&rows).Error
	return rows, err
}

// reachable are people who can be written to.
func reachable(tx *models.Tx, organisations []uuid.UUID, roles []Role, on models.Date) ([]models.Membership, error) {
	var rows []models.Membership
	err := tx.G.Model(&models.Membership{}).Distinct("memberships.organisation_id", "memberships.person_id").
		Joins("join people p on p.id = memberships.person_id").
		Where("memberships.organisation_id in ? and memberships.role in ?", organisations, roles).
		Where("memberships.valid_from <= ? and (memberships.valid_to = '' or memberships.valid_to > ?)", on, on).
		Where("p.password_hash <> '' and p.disabled_at is null").
		Order("memberships.organisation_id, memberships.person_id").Find(&rows).Error
	return rows, err
}
