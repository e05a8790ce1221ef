package orgs

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// erasedName is what an erased account is called from then on.
const erasedName = "Slettet konto"

// PersonalData is all that is stored about somebody, but for secrets.
type PersonalData struct {
	Account     Account
	CreatedAt   time.Time
	DisabledAt  *time.Time
	Memberships []HeldRole
	Sessions    []OpenSession
	Events      []PersonalEvent
}

// HeldRole is a role that somebody has or had.
type HeldRole struct {
	Organisation string
	Role         Role
	From, To     models.Date
}

// PersonalEvent is something that somebody did: to which record, and when. What
// stood in the record is the organisation's, not theirs.
type PersonalEvent struct {
	At     time.Time
	Action string
	Kind   string
	ID     string
}

// PersonalData gives the actor all that is stored about them.
func (s *Service) PersonalData(ctx context.Context, a Actor) (PersonalData, error) {
	var d PersonalData
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		who, err := person(tx, a.Person)
		if err != nil {
			return err
		}
		d.Account, d.CreatedAt, d.DisabledAt = *accountOf(who), who.CreatedAt, who.DisabledAt
		if d.Memberships, err = allRolesOf(tx, a.Person); err != nil {
			return err
		}
		open, err := sessionsOf(tx, a.Person)
		if err != nil {
			return err
		}
		for _, row := range open {
			d.Sessions = append(d.Sessions, OpenSession{CreatedAt: row.CreatedAt, ExpiresAt: row.ExpiresAt})
		}
		d.Events, err = eventsBy(tx, a.Person)
		return err
	})
	return d, err
}

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
		return erase(tx, a, who)
	})
}

// ErasePerson erases the account with an address, for whoever runs the service.
func (s *Service) ErasePerson(ctx context.Context, a Actor, email string) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		who, found, err := personByEmail(tx, plainEmail(email))
		if err != nil {
			return err
		}
		if !found {
			return fault.Missing()
		}
		return erase(tx, a, who)
	})
}

// erase takes name, address, password and roles from an account, ends its sessions and
// links. The row stays without them, so that what was done still has one who did it;
// submitted documents name people as they were called that day, and stay. Whoever is
// the last to let people in somewhere lets somebody else in first.
func erase(tx *models.Tx, a Actor, who models.Person) error {
	today := models.DateOf(tx.Now)
	held, err := rolesOn(tx, who.ID, today)
	if err != nil {
		return err
	}
	for _, o := range held {
		for _, role := range o.Roles {
			if last, err := lastKeeper(tx, o.ID, who.ID, role); err != nil || last {
				return orLast(err)
			}
		}
	}
	for _, step := range []func() error{
		func() error { return anonymise(tx, who.ID) },
		func() error { return endRolesOf(tx, who.ID, today) },
		func() error { return killLinks(tx, who.ID) },
		func() error { return deleteSessionsOf(tx, who.ID) },
		func() error { return deleteOnceOf(tx, who.ID) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return Audit(tx, a, Change{Action: "person.erase", Kind: "person", ID: who.ID.String()})
}

func orLast(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, "last-of-role")
}

// lastKeeper tells whether nobody else could let people in.
func lastKeeper(tx *models.Tx, organisation, personID uuid.UUID, role Role) (bool, error) {
	if !slices.Contains(keepers, role) {
		return false, nil
	}
	holders, err := ActiveHolders(tx, organisation, role)
	for _, id := range holders {
		if id != personID {
			return false, err
		}
	}
	return err == nil, err
}
