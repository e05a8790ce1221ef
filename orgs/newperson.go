package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// NewPerson is an account that the operator makes without an invitation.
type NewPerson struct {
	Name, Email, Language string
	Organisation          uuid.UUID
	Role                  Role
	Password              string // empty: the person needs a link to set one
}

// AddPerson makes an account, or takes the one with the address, and gives it a
// role from today. A password is set only on an account that has none. It
// checks no permission and is for the service's own commands.
func (s *Service) AddPerson(ctx context.Context, a Actor, in NewPerson) (uuid.UUID, error) {
	hash, err := s.newHash(in)
	if err != nil {
		return uuid.Nil, err
	}
	var id uuid.UUID
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		who, _, err := s.admit(tx, a, in, hash)
		id = who.ID
		return err
	})
	return id, err
}

// newHash checks the password of a new account and hashes it; nothing stays
// nothing.
func (s *Service) newHash(in NewPerson) (string, error) {
	if in.Password == "" {
		return "", nil
	}
	if err := checkPassword("password", in.Password, models.Person{Name: in.Name, Email: plainEmail(in.Email)}); err != nil {
		return "", err
	}
	return s.hash(in.Password)
}

// admit is for the service's own commands. It makes the account if need be and gives the role. It tells whether the
// password was set: only an account that has none gets one.
func (s *Service) admit(tx *models.Tx, a Actor, in NewPerson, hash string) (who models.Person, set bool, err error) {
	if a.System == "" {
		return who, false, fault.New(fault.Denied, "not-your-role")
	}
	who, err = findOrCreatePerson(tx, a, in.Name, plainEmail(in.Email), in.Language)
	if err != nil {
		return who, false, err
	}
	if _, err := giveRole(tx, a, who.ID, in.Organisation, in.Role, ""); err != nil {
		pending := who.PasswordHash == "" && fault.KindOf(err) == fault.Conflict
		if !pending { // somebody who never came in may be let in once more
			return who, false, err
		}
	}
	if hash == "" || who.PasswordHash != "" {
		return who, false, nil
	}
	return who, true, s.replacePassword(tx, a, who, hash)
}

// PersonByEmail gives the id of the account with an address.
func (s *Service) PersonByEmail(ctx context.Context, email string) (uuid.UUID, error) {
	var id uuid.UUID
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		who, found, err := personByEmail(tx, plainEmail(email))
		if err == nil && !found {
			err = fault.Missing()
		}
		id = who.ID
		return err
	})
	return id, err
}

// Nobody tells whether there is no account at all.
func (s *Service) Nobody(ctx context.Context) (bool, error) {
	var nobody bool
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		nobody, err = noPeople(tx)
		return err
	})
	return nobody, err
}
