package orgs

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Membership is a role that a person has in an organisation, from a day until,
// not including, another day.
type Membership struct {
	ID         uuid.UUID
	PersonID   uuid.UUID
	PersonName string
	Email      string
	Role       Role
	ValidFrom  models.Date
	ValidTo    models.Date
	Invited    bool // has not set a password yet
	Disabled   bool
}

// Invitation is a role that is to be given to somebody, known or not.
type Invitation struct {
	Name, Email string
	Role        Role
	Language    string // nb, nn or en: of the letter, when the person is new
	ValidTo     models.Date
}

// Memberships gives the people of an organisation with the roles that are not
// over, in alphabetical order.
func (s *Service) Memberships(ctx context.Context, a Actor, organisationID uuid.UUID) ([]Membership, error) {
	var found []Membership
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := Organisation(tx, organisationID)
		if err != nil {
			return err
		}
		if err := managesPeople(tx, a, o); err != nil {
			return err
		}
		found, err = membershipsOf(tx, organisationID, models.DateOf(tx.Now))
		return err
	})
	return found, err
}

// Invite gives somebody a role. A person without an account gets one and a link
// to set a password; asked again while the link is not taken, a new one is sent.
// A person with an account is told of the role.
func (s *Service) Invite(ctx context.Context, a Actor, organisationID uuid.UUID, in Invitation) (Membership, error) {
	name, problem := plainName("name", in.Name)
	if problem != nil {
		return Membership{}, problem
	}
	in.Name, in.Email = name, plainEmail(in.Email)
	var given Membership
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := Organisation(tx, organisationID)
		if err != nil {
			return err
		}
		if err := managesPeople(tx, a, o); err != nil {
			return err
		}
		if err := in.check(tx, o); err != nil {
			return err
		}
		if err := limitInvitations(tx, a, in.Email); err != nil {
			return err
		}
		who, err := findOrCreatePerson(tx, a, in.Name, in.Email, in.Language)
		if err != nil {
			return err
		}
		if err := mayReceive(tx, a, o, who, in.Role); err != nil {
			return err
		}
		if n, err := rolesIn(tx, o.ID); err != nil || n >= maxRoles {
			return cmp.Or(err, error(fault.New(fault.Conflict, "too-many-roles", "max", maxRoles)))
		}
		id, err := giveRole(tx, a, who.ID, o.ID, in.Role, in.ValidTo)
		pending := who.PasswordHash == ""
		if err != nil && (!pending || fault.KindOf(err) != fault.Conflict) {
			return err
		}
		if err := s.postInvitation(tx, a, o, who, in.Role); err != nil {
			return err
		}
		given, err = membership(tx, o.ID, id)
		return err
	})
	return given, err
}

// maxRoles is how many roles people may have in one organisation at a time.
const maxRoles = 500

// limitInvitations counts a letter to somebody whom the actor names: anybody may
// register a business, and must not make the service write to the whole country.
func limitInvitations(tx *models.Tx, a Actor, email string) error {
	if !a.SignedIn() {
		return nil
	}
	if err := invitedByPerson.try(tx, attemptKey("invited-by", a.Person.String())); err != nil {
		return err
	}
	return mailPerAccount.try(tx, attemptKey("mail-account", email))
}

func (s *Service) postInvitation(tx *models.Tx, a Actor, o models.Organisation, who models.Person, role Role) error {
	l := letter{Kind: letterRole, Person: who.ID, Organisation: o.Name, Role: role}
	if who.PasswordHash == "" {
		by, err := PersonNames(tx, []uuid.UUID{a.Person})
		if err != nil {
			return err
		}
		l.Kind, l.By = letterInvitation, by[a.Person]
	}
	return s.post(tx, l)
}

// check holds the role against the kind of organisation, and the end against
// the calendar.
func (in Invitation) check(tx *models.Tx, o models.Organisation) error {
	var fields []fault.Field
	if !in.Role.Fits(o.Kind) {
		fields = append(fields, fault.OnField("role", "role_does_not_fit"))
	}
	if in.ValidTo != "" {
		if _, err := time.Parse(time.DateOnly, string(in.ValidTo)); err != nil {
			fields = append(fields, fault.OnField("validTo", "date"))
		} else if in.ValidTo <= models.DateOf(tx.Now) {
			fields = append(fields, fault.OnField("validTo", "not_in_future"))
		}
	}
	if len(fields) > 0 {
		return fault.InvalidFields(fields...)
	}
	return nil
}

// mayReceive keeps a council from acting in a municipality's name: whoever runs
// its rounds may let people of the municipality in, but neither themselves nor,
// as approver, others who run them.
func mayReceive(tx *models.Tx, a Actor, o models.Organisation, who models.Person, role Role) error {
	if a.Scope != ScopeRegion || o.ID == a.Org {
		return nil
	}
	if who.ID == a.Person {
		return fault.InvalidFields(fault.OnField("email", "not_yourself"))
	}
	if role != Approver {
		return nil
	}
	theirs, err := rolesOn(tx, who.ID, models.DateOf(tx.Now))
	if err != nil {
		return err
	}
	for _, r := range theirs {
		if r.ID == a.Org && slices.Contains(r.Roles, Coordinator) {
			return fault.InvalidFields(fault.OnField("email", "coordinator_as_approver"))
		}
	}
	return nil
}

// EndMembership ends a role at once. Nobody who is the last to let people in
// can lay that role down.
func (s *Service) EndMembership(ctx context.Context, a Actor, organisationID, id uuid.UUID) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := lockOrganisation(tx, organisationID)
		if err != nil {
			return err
		}
		if err := managesPeople(tx, a, o); err != nil {
			return err
		}
		m, err := membership(tx, organisationID, id)
		if err != nil {
			return err
		}
		today := models.DateOf(tx.Now)
		if m.ValidTo != "" && m.ValidTo <= today {
			return nil // it is over
		}
		if m.PersonID == a.Person && slices.Contains(keepers, m.Role) {
			holders, err := ActiveHolders(tx, organisationID, m.Role)
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(holders, func(id uuid.UUID) bool { return id != a.Person }) {
				return fault.New(fault.Conflict, "last-of-role")
			}
		}
		return endRole(tx, a, organisationID, m, max(today, m.ValidFrom))
	})
}

// endRole sets the day from which a role is over; none takes an end away.
func endRole(tx *models.Tx, a Actor, organisationID uuid.UUID, m Membership, on models.Date) error {
	if err := setMembershipEnd(tx, m.ID, on); err != nil {
		return err
	}
	return Audit(tx, a, Change{Action: "role.end", Kind: "membership", ID: m.ID.String(),
		Before: map[string]any{"person": m.PersonID, "organisation": organisationID, "role": m.Role, "validTo": m.ValidTo},
		After:  map[string]any{"validTo": on}})
}
