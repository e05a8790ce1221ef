package orgs

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/models"
)

// erasedAddress ends the addresses of erased accounts. They belong to nobody:
// ".invalid" is kept free for that (RFC 2606).
const erasedAddress = "@erased.invalid"

// anonymise takes from an account what tells whose it was, and ends its parts in teams.
func anonymise(tx *models.Tx, who models.Person) error {
	name := RemovedPerson(who.Language)
	err := tx.G.Model(&models.Person{}).Where("id = ?", who.ID).Updates(map[string]any{
		"name": name, "sort_key": models.SortKey(name), "email": who.ID.String() + erasedAddress, "password_hash": "",
		"disabled_at": tx.Now, "updated_at": tx.Now, "version": who.Version + 1,
	}).Error
	if err != nil {
		return err
	}
	today := models.DateOf(tx.Now)
	return tx.G.Model(&models.TeamMember{}).Where("person_id = ? and (valid_to = '' or valid_to > ?)", who.ID, today).
		Updates(map[string]any{"valid_to": today, "updated_at": tx.Now}).Error
}

// unnameInTeams ends the parts that were given to an address without account, and
// takes name and address from them.
func unnameInTeams(tx *models.Tx, who models.Person) error {
	named := func() *gorm.DB {
		return tx.G.Model(&models.TeamMember{}).Where("person_id is null and email = ?", who.Email)
	}
	today := models.DateOf(tx.Now)
	err := named().Where("valid_to = '' or valid_to > ?", today).Update("valid_to", today).Error
	if err != nil {
		return err
	}
	return named().Updates(map[string]any{"name": RemovedPerson(who.Language), "email": "", "updated_at": tx.Now}).Error
}

// endRolesOf ends all roles of a person that are not over.
func endRolesOf(tx *models.Tx, id uuid.UUID, on models.Date) error {
	return tx.G.Model(&models.Membership{}).Where("person_id = ? and (valid_to = '' or valid_to > ?)", id, on).Update("valid_to", on).Error
}

func deleteOnceOf(tx *models.Tx, id uuid.UUID) error {
	return tx.G.Where("person_id = ?", id).Delete(&models.IdempotencyKey{}).Error
}

// allRolesOf gives the roles that a person has or had, the oldest first.
func allRolesOf(tx *models.Tx, id uuid.UUID) ([]HeldRole, error) {
	var rows []HeldRole
	err := tx.G.Table("memberships m").Select(`o.name as organisation, m.role, m.valid_from as "from", m.valid_to as "to"`).
		Joins("join organisations o on o.id = m.organisation_id").Where("m.person_id = ?", id).Order("m.valid_from, m.id").Scan(&rows).Error
	return rows, err
}

// allPartsOf gives the parts that a person has or had in teams, those too that were given
// to the address alone, the oldest first.
func allPartsOf(tx *models.Tx, who models.Person) ([]HeldRole, error) {
	var rows []HeldRole
	err := tx.G.Table("team_members m").Select(`o.name as organisation, m.role, m.valid_from as "from", m.valid_to as "to"`).
		Joins("join organisations o on o.id = m.organisation_id").Where("m.person_id = ? or m.person_id is null and m.email = ?", who.ID, who.Email).Order("m.valid_from, m.id").Scan(&rows).Error
	return rows, err
}

// mostEvents is how many events are given of one person, the newest ones.
const mostEvents = 20_000

func eventsBy(tx *models.Tx, id uuid.UUID) ([]PersonalEvent, error) {
	var rows []PersonalEvent
	err := tx.G.Model(&models.AuditEvent{}).Select("at, action, object_kind as kind, object_id as id").
		Where("person_id = ?", id).Order("at desc, audit_events.id").Limit(mostEvents).Scan(&rows).Error
	return rows, err
}
