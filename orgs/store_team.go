package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// teamMembers gives who has which part in a municipality on a day: by part in their
// usual order, then by name. Of people with an account name and address are those of
// the account.
func teamMembers(tx *models.Tx, organisationID uuid.UUID, on models.Date) ([]TeamMember, error) {
	var rows []TeamMember
	err := tx.G.Table("team_members m").
		Select(`m.id, m.role, m.person_id, coalesce(p.name, m.name) as name, coalesce(p.email, m.email) as email, m.valid_from`).
		Joins("left join people p on p.id = m.person_id").
		Where("m.organisation_id = ? and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)", organisationID, on, on).
		Order(`case m.role when 'top_manager' then 0 when 'business_developer' then 1 when 'procurement_lead' then 2
			when 'statistics' then 3 else 4 end, m.created_at, m.id`).Scan(&rows).Error
	return rows, err
}

func insertTeamMember(tx *models.Tx, row *models.TeamMember) error { return tx.G.Create(row).Error }

func setTeamMemberEnd(tx *models.Tx, id uuid.UUID, validTo models.Date) error {
	return tx.G.Model(&models.TeamMember{}).Where("id = ?", id).
		Updates(map[string]any{"valid_to": validTo, "updated_at": tx.Now}).Error
}
