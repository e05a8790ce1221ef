package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// ChangePassword replaces the actor's password and ends all their sessions; the
// caller begins a new one. The current password is asked for, and tries are
// limited.
func (s *Service) ChangePassword(ctx context.Context, a Actor, current, wanted string) error {
	var who models.Person
	tries := attemptKey("password", a.Person.String())
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		var err error
		if who, err = person(tx, a.Person); err != nil {
			return err
		}
		return passwordCheck.try(tx, tries)
	})
	if err != nil {
		return err
	}
	right, err := s.matches(current, who.PasswordHash)
	if err != nil {
		return err
	}
	if !right {
		return fault.InvalidFields(fault.OnField("currentPassword", "wrong_password"))
	}
	if err := checkPassword("newPassword", wanted, who); err != nil {
		return err
	}
	hash, err := s.hash(wanted)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := forgetAttempts(tx, tries); err != nil {
			return err
		}
		return s.replacePassword(tx, a, who, hash)
	})
}

// replacePassword stores a new hash, kills all links, ends all sessions and
// tells the person. It fails with Conflict when the password was changed
// meanwhile.
func (s *Service) replacePassword(tx *models.Tx, a Actor, who models.Person, hash string) error {
	done, err := setPasswordHash(tx, who.ID, who.PasswordHash, hash)
	if err != nil {
		return err
	}
	if !done {
		return fault.New(fault.Conflict, "password-changed-meanwhile")
	}
	if err := killLinks(tx, who.ID); err != nil {
		return err
	}
	if err := deleteSessionsOf(tx, who.ID); err != nil {
		return err
	}
	if who.PasswordHash != "" && s.jobs != nil {
		if err := s.post(tx, letter{Kind: letterPasswordChanged, Person: who.ID}); err != nil {
			return err
		}
	}
	return Audit(tx, a, Change{Action: "person.password", Kind: "person", ID: who.ID.String()})
}

// LinkUse is a mailed link with the password that somebody wants. Address is as
// in Credentials.
type LinkUse struct {
	Token, Password, Address string
}

// SetPasswordByLink sets the password of the person a mailed link belongs to,
// and gives that person. A link works once, also when several try at the same
// time. Where it was used the person is known from now on: a link is the way in
// for those whom strangers' tries keep out.
func (s *Service) SetPasswordByLink(ctx context.Context, a Actor, in LinkUse) (uuid.UUID, error) {
	var who models.Person
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		link, ok, err := openLink(tx, in.Token)
		if err != nil {
			return err
		}
		if ok {
			if who, err = person(tx, link.PersonID); err != nil {
				return err
			}
		}
		if !ok || who.DisabledAt != nil {
			return deadLink()
		}
		return nil
	})
	if err != nil {
		return uuid.Nil, err
	}
	if err := checkPassword("password", in.Password, who); err != nil {
		return uuid.Nil, err
	}
	hash, err := s.hash(in.Password)
	if err != nil {
		return uuid.Nil, err
	}
	return who.ID, s.db.Write(ctx, func(tx *models.Tx) error {
		link, ok, err := openLink(tx, in.Token)
		if err != nil {
			return err
		}
		if ok {
			ok, err = useLink(tx, link.ID)
		}
		if err != nil {
			return err
		}
		if !ok {
			return deadLink()
		}
		self := Actor{Person: who.ID, RequestID: a.RequestID}
		if err := s.replacePassword(tx, self, who, hash); err != nil {
			return err
		}
		if err := rememberAttempt(tx, knownKey(in.Address, who.Email), tx.Now.Add(knownFor)); err != nil {
			return err
		}
		return auditSignIn(tx, a, who.ID, link.Kind)
	})
}

// deadLink says that a link is unknown, used or out of date: which of them is
// nobody's business.
func deadLink() error { return fault.New(fault.Conflict, "link-not-valid") }

// RequestPasswordReset has a link mailed to the account with an address, if
// there is one. What it does here is the same in both cases; only the job finds
// out which it is.
func (s *Service) RequestPasswordReset(ctx context.Context, a Actor, email, address string) error {
	email = plainEmail(email)
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := limitMail(tx, address, email); err != nil {
			return err
		}
		return s.post(tx, letter{Kind: letterReset, To: email})
	})
}

// limitMail counts a request that makes the service mail somebody.
func limitMail(tx *models.Tx, address, email string) error {
	if err := mailPerAddress.try(tx, attemptKey("mail-address", address)); err != nil {
		return err
	}
	return mailPerAccount.try(tx, attemptKey("mail-account", email))
}
