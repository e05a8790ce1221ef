package orgs

import (
	"errors"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

// rolesOn gives a person's roles that are valid on a day, with the
// organisations they are in, in alphabetical order of the organisations.
func rolesOn(tx *models.Tx, personID uuid.UUID, on models.Date) ([]OrganisationRoles, error) {
	var rows []roleRow
	err := tx.G.Table("memberships m").Select("o.id, o.name, o.kind, m.role, m.created_at").
		Joins("join organisations o on o.id = m.organisation_id").
		Where("m.person_id = ? and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)", personID, on, on).
		Order("o.sort_key, o.id, m.role").Scan(&rows).Error
	var found []OrganisationRoles
	for _, row := range rows {
		found = withRole(found, row)
	}
	return found, err
}

// roleRow is one role of a person, with the organisation.
type roleRow struct {
	ID        uuid.UUID
	Name      string
	Kind      string
	Role      Role
	CreatedAt time.Time
}

// withRole adds a role to the organisation it is in, which is the last one or a
// new one.
func withRole(found []OrganisationRoles, row roleRow) []OrganisationRoles {
	if n := len(found); n == 0 || found[n-1].ID != row.ID {
		found = append(found, OrganisationRoles{ID: row.ID, Name: row.Name, Kind: row.Kind})
	}
	last := &found[len(found)-1]
	last.Roles = append(last.Roles, row.Role)
	if last.since.IsZero() || row.CreatedAt.Before(last.since) {
		last.since = row.CreatedAt
	}
	return found
}

// membershipsOf gives the roles in an organisation that are not over on a day.
func membershipsOf(tx *models.Tx, organisationID uuid.UUID, on models.Date) ([]Membership, error) {
	var rows []Membership
	err := memberships(tx).Where("m.organisation_id = ? and (m.valid_to = '' or m.valid_to > ?)", organisationID, on).
		Order("p.sort_key, p.id, m.role, m.valid_from").Scan(&rows).Error
	return rows, err
}

// rolesIn counts the roles in an organisation that are not over.
func rolesIn(tx *models.Tx, organisationID uuid.UUID) (int64, error) {
	today := models.DateOf(tx.Now)
	var n int64
	err := tx.G.Model(&models.Membership{}).Where("organisation_id = ? and (valid_to = '' or valid_to > ?)", organisationID, today).Count(&n).Error
	return n, err
}

// membership gives one role in an organisation; a fault NotFound when there is
// none.
func membership(tx *models.Tx, organisationID, id uuid.UUID) (Membership, error) {
	var row Membership
	err := memberships(tx).Where("m.organisation_id = ? and m.id = ?", organisationID, id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func memberships(tx *models.Tx) *gorm.DB {
	return tx.G.Table("memberships m").
		Select(`m.id, m.person_id, p.name as person_name, p.email, m.role, m.valid_from, m.valid_to,
			(p.password_hash = '') as invited, (p.disabled_at is not null) as disabled`).
		Joins("join people p on p.id = m.person_id")
}

// membershipsIn gives all rows, ended ones too, of a person's role in an
// organisation.
func membershipsIn(tx *models.Tx, personID, organisationID uuid.UUID, role Role) ([]models.Membership, error) {
	var rows []models.Membership
	err := tx.G.Where("person_id = ? and organisation_id = ? and role = ?", personID, organisationID, role).
		Order("valid_from").Find(&rows).Error
	return rows, err
}

func insertMembership(tx *models.Tx, row *models.Membership) error { return tx.G.Create(row).Error }

func setMembershipEnd(tx *models.Tx, id uuid.UUID, validTo models.Date) error {
	return tx.G.Model(&models.Membership{}).Where("id = ?", id).Update("valid_to", validTo).Error
}

// lockOrganisation makes other transactions that lock the same organisation
// wait until this one ends. SQLite has one writer at a time anyway.
func lockOrganisation(tx *models.Tx, id uuid.UUID) (models.Organisation, error) {
	var row models.Organisation
	err := tx.G.Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

// ActiveHolders gives the people who hold a role today and can sign in.
func ActiveHolders(tx *models.Tx, organisationID uuid.UUID, role Role) ([]uuid.UUID, error) {
	today := models.DateOf(tx.Now)
	var ids []uuid.UUID
	err := tx.G.Table("memberships m").Joins("join people p on p.id = m.person_id").
		Where("m.organisation_id = ? and m.role = ? and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)",
			organisationID, role, today, today).
		Where("p.password_hash <> '' and p.disabled_at is null").
		Distinct("p.id").Order("p.id").Pluck("p.id", &ids).Error
	return ids, err
}
