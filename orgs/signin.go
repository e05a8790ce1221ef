package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Credentials are what somebody signs in with. Address is the network address
// they come from, as the server itself sees it.
type Credentials struct {
	Email, Password, Address string
}

// SignIn checks credentials and gives the person. Whatever is wrong, the answer
// and the time it takes are the same: Unauthenticated. Too many tries are
// TooMany, for an account that exists as for one that does not.
func (s *Service) SignIn(ctx context.Context, a Actor, in Credentials) (uuid.UUID, error) {
	email := plainEmail(in.Email)
	perAddress, perAccount := attemptKey("sign-in-address", in.Address), attemptKey("sign-in-account", email)
	perPair, known := attemptKey("sign-in-pair", in.Address, email), knownKey(in.Address, email)
	var who models.Person
	var isKnown bool
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if err := signInPerAddress.try(tx, perAddress); err != nil {
			return err
		}
		if err := signInPerPair.try(tx, perPair); err != nil {
			return err
		}
		var err error
		if isKnown, err = attemptStands(tx, known); err != nil {
			return err
		}
		if !isKnown {
			if err := signInPerAccount.try(tx, perAccount); err != nil {
				return err
			}
		}
		who, _, err = personByEmail(tx, email)
		return err
	})
	if err != nil {
		notice(ctx, "sign-in refused", a, "error", err)
		return uuid.Nil, err
	}
	right, err := s.matches(in.Password, who.PasswordHash)
	if err != nil {
		return uuid.Nil, err
	}
	if !right || who.DisabledAt != nil {
		notice(ctx, "sign-in failed", a, "account", who.ID)
		return uuid.Nil, fault.New(fault.Unauthenticated, "wrong-credentials")
	}
	return who.ID, s.db.Write(ctx, func(tx *models.Tx) error {
		// in the order in which a try takes them, or two could wait for each other
		if err := forgetAttempt(tx, perAddress); err != nil {
			return err
		}
		if err := forgetAttempts(tx, perPair); err != nil {
			return err
		}
		if !isKnown { // else strangers' tries stay counted against strangers
			if err := forgetAttempts(tx, perAccount); err != nil {
				return err
			}
		}
		if err := rememberAttempt(tx, known, tx.Now.Add(knownFor)); err != nil {
			return err
		}
		return auditSignIn(tx, a, who.ID, "password")
	})
}

// knownKey is under which it stands that an address is somebody's own.
func knownKey(address, email string) string { return attemptKey("known", address, email) }

func auditSignIn(tx *models.Tx, a Actor, personID uuid.UUID, how string) error {
	return Audit(tx, Actor{Person: personID, RequestID: a.RequestID},
		Change{Action: "session.sign_in", Kind: "person", ID: personID.String(), After: map[string]any{"with": how}})
}
