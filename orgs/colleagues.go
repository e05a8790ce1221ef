package orgs

import (
	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Colleague is a person of an organisation by name.
type Colleague struct {
	ID   uuid.UUID
	Name string
}

// Colleagues gives the people who hold one of some roles in an organisation today
// and can sign in, in alphabetical order.
func Colleagues(tx *models.Tx, organisationID uuid.UUID, roles ...Role) ([]Colleague, error) {
	today := models.DateOf(tx.Now)
	var found []Colleague
	err := tx.G.Table("memberships m").Joins("join people p on p.id = m.person_id").
		Where("m.organisation_id = ? and m.role in ? and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)",
			organisationID, roles, today, today).
		Where("p.password_hash <> '' and p.disabled_at is null").
		Distinct("p.id, p.name, p.sort_key").Order("p.sort_key, p.id").Scan(&found).Error
	return found, err
}

// Named gives the person with an e-mail address, for work that a mailed link is to
// open: made without password or role when there is none. It counts as a letter that
// the actor has sent to somebody they name.
func Named(tx *models.Tx, a Actor, name, email, language string) (models.Person, error) {
	name, err := plainName("name", name)
	if err != nil {
		return models.Person{}, err
	}
	email = plainEmail(email)
	if err := limitInvitations(tx, a, email); err != nil {
		return models.Person{}, err
	}
	return findOrCreatePerson(tx, a, name, email, language)
}

// Helping gives the actor that a person is in the session of a link; a fault
// NotFound for somebody who may not sign in.
func Helping(tx *models.Tx, personID, organisationID uuid.UUID, section Section) (Actor, error) {
	who, err := person(tx, personID)
	if err != nil {
		return Actor{}, err
	}
	if who.DisabledAt != nil {
		return Actor{}, fault.Missing()
	}
	return Actor{Person: who.ID, Org: organisationID, OrgKind: KindMunicipality, Roles: []Role{Helper}, Language: who.Language,
		Section: &section}, nil
}
