package orgs

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// RemovedPerson is what somebody who was erased is called from then on, in the
// language that they had.
func RemovedPerson(language string) string {
	switch language {
	case "nn":
		return "Fjerna person"
	case "en":
		return "Removed person"
	}
	return "Fjernet person"
}

// letIn are the roles whose last holder hands them over before they erase themselves,
// so that somebody still lets people in. Whoever runs the service can do that too, and
// so erases anybody but the last who runs it.
var letIn = append([]Role{Coordinator}, keepers...)

// EraseAccount erases the actor's own account after their password; tries are limited
// as those at a change of password are.
func (s *Service) EraseAccount(ctx context.Context, a Actor, password string) error {
	var who models.Person
	tries := attemptKey("password", a.Person.String())
	err := s.db.Write(ctx, func(tx *models.Tx) (err error) {
		if who, err = person(tx, a.Person); err != nil {
			return err
		}
		return passwordCheck.try(tx, tries)
	})
	if err != nil {
		return err
	}
	right, err := s.matches(password, who.PasswordHash)
	if err != nil {
		return err
	}
	if !right {
		return fault.InvalidFields(fault.OnField("password", "wrong_password"))
	}
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := forgetAttempts(tx, tries); err != nil {
			return err
		}
		return s.eraseEverywhere(tx, a, who, "", letIn)
	})
}

// ErasePerson erases the account with an address, for whoever runs the service, who
// says why. Nobody erases themselves that way.
func (s *Service) ErasePerson(ctx context.Context, a Actor, email, reason string) error {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return fault.InvalidFields(fault.OnField("reason", "required"))
	}
	return s.db.Write(ctx, func(tx *models.Tx) error {
		who, found, err := personByEmail(tx, plainEmail(email))
		switch {
		case err != nil:
			return err
		case !found || strings.HasSuffix(who.Email, erasedAddress):
			return fault.InvalidFields(fault.OnField("email", "nobody_with_address"))
		case who.ID == a.Person:
			return fault.InvalidFields(fault.OnField("email", "erase_own_account"))
		}
		return s.eraseEverywhere(tx, a, who, reason, []Role{Admin})
	})
}

// eraseEverywhere erases an account, and takes the name from parts in teams that
// somebody was given by name and address, without the account being known of.
func (s *Service) eraseEverywhere(tx *models.Tx, a Actor, who models.Person, reason string, needed []Role) error {
	if err := s.erase(tx, a, who, reason, needed); err != nil {
		return err
	}
	return unnameInTeams(tx, who)
}

// erase takes name, address, password and roles from an account, ends its sessions and
// links, and takes back what waits for it. The row stays without them, so that what was
// done still has one who did it; submitted documents name people as they were called
// that day, and stay. Whoever is the last to hold one of some roles is not erased:
// somebody else must have it first.
func (s *Service) erase(tx *models.Tx, a Actor, who models.Person, reason string, needed []Role) error {
	today := models.DateOf(tx.Now)
	held, err := rolesOn(tx, who.ID, today)
	if err != nil {
		return err
	}
	for _, o := range held {
		for _, role := range o.Roles {
			if !slices.Contains(needed, role) {
				continue
			}
			if _, err := lockOrganisation(tx, o.ID); err != nil { // of two at once one stays
				return err
			}
			if last, err := lastOf(tx, o.ID, who.ID, role); err != nil || last {
				return cmp.Or(err, error(fault.New(fault.Conflict, "last-before-erasure", "organisation", o.Name)))
			}
		}
	}
	for _, step := range []func() error{
		func() error { return s.release(tx, a, who) },
		func() error { return anonymise(tx, who) },
		func() error { return endRolesOf(tx, who.ID, today) },
		func() error { return killLinks(tx, who.ID) },
		func() error { return deleteSessionsOf(tx, who.ID) },
		func() error { return deleteOnceOf(tx, who.ID) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return Audit(tx, a, Change{Action: "person.erase", Kind: "person", ID: who.ID.String(), After: map[string]any{"reason": reason}})
}

func (s *Service) release(tx *models.Tx, a Actor, who models.Person) error {
	if s.duties == nil {
		return nil
	}
	return s.duties.Release(tx, a, who.ID, RemovedPerson(who.Language))
}

// lastOf tells whether somebody can sign in with a role, and nobody else can.
func lastOf(tx *models.Tx, organisation, personID uuid.UUID, role Role) (bool, error) {
	holders, err := ActiveHolders(tx, organisation, role)
	return len(holders) == 1 && holders[0] == personID, err
}
