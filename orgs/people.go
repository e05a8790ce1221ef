package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// findOrCreatePerson gives the account with an address, made without password
// when there is none. An account that stands keeps its name and language.
func findOrCreatePerson(tx *models.Tx, a Actor, name, email, language string) (models.Person, error) {
	who, found, err := personByEmail(tx, email)
	if found || err != nil {
		return who, err
	}
	who = models.Person{
		Base: newBase(tx), Name: name, SortKey: models.SortKey(name), Email: email, Language: language,
	}
	if err := insertPerson(tx, &who); err != nil {
		return who, err
	}
	return who, Audit(tx, a, Change{Action: "person.create", Kind: "person", ID: who.ID.String(), After: map[string]any{"language": language}})
}

// giveRole gives a person a role from today until, not including, a day; an
// empty day is no end. Conflict says that they have it already.
func giveRole(tx *models.Tx, a Actor, personID, organisationID uuid.UUID, role Role, until models.Date) (uuid.UUID, error) {
	today := models.DateOf(tx.Now)
	rows, err := membershipsIn(tx, personID, organisationID, role)
	if err != nil {
		return uuid.Nil, err
	}
	row := models.Membership{
		ID: models.NewID(), PersonID: personID, OrganisationID: organisationID, Role: string(role),
		ValidFrom: today, ValidTo: until, CreatedAt: tx.Now,
	}
	reopened := false
	for _, standing := range rows {
		if standing.ValidTo == "" || standing.ValidTo > today {
			return standing.ID, fault.New(fault.Conflict, "role-already-given")
		}
		if standing.ValidFrom == today { // ended on the day it began
			row.ID, reopened = standing.ID, true
		}
	}
	if reopened {
		err = setMembershipEnd(tx, row.ID, until)
	} else {
		err = insertMembership(tx, &row)
	}
	if err != nil {
		return uuid.Nil, err
	}
	return row.ID, Audit(tx, a, Change{Action: "role.give", Kind: "membership", ID: row.ID.String(),
		After: map[string]any{"person": personID, "organisation": organisationID, "role": role, "validTo": until}})
}

// DisablePerson keeps somebody from signing in, ends their sessions and kills
// their links; or lets them in again.
func (s *Service) DisablePerson(ctx context.Context, a Actor, email string, disabled bool) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		who, found, err := personByEmail(tx, plainEmail(email))
		if err != nil {
			return err
		}
		if !found {
			return fault.Missing()
		}
		if err := setDisabled(tx, who.ID, disabled); err != nil {
			return err
		}
		action := "person.enable"
		if disabled {
			action = "person.disable"
			if err := killLinks(tx, who.ID); err != nil {
				return err
			}
			if err := deleteSessionsOf(tx, who.ID); err != nil {
				return err
			}
		}
		return Audit(tx, a, Change{Action: action, Kind: "person", ID: who.ID.String()})
	})
}

func newBase(tx *models.Tx) models.Base {
	return models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
}
