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
	if a.System == "" {
		return uuid.Nil, fault.New(fault.Denied, "not-your-role")
	}
	hash := ""
	if in.Password != "" {
		who := models.Person{Name: in.Name, Email: plainEmail(in.Email)}
		if err := checkPassword("password", in.Password, who); err != nil {
			return uuid.Nil, err
		}
		var err error
		if hash, err = s.hash(in.Password); err != nil {
			return uuid.Nil, err
		}
	}
	var id uuid.UUID
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		who, err := findOrCreatePerson(tx, a, in.Name, plainEmail(in.Email), in.Language)
		if err != nil {
			return err
		}
		id = who.ID
		if hash != "" && who.PasswordHash == "" {
			if _, err := setPasswordHash(tx, who.ID, "", hash); err != nil {
				return err
			}
		}
		_, err = giveRole(tx, a, who.ID, in.Organisation, in.Role, "")
		return err
	})
	return id, err
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
