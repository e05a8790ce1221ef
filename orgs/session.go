package orgs

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// OrganisationRoles is an organisation with the roles that somebody has in it
// today.
type OrganisationRoles struct {
	ID       uuid.UUID
	Name     string
	Kind     string
	Roles    []Role
	RegionID *uuid.UUID // the council region that it owns or is a member of

	since time.Time // of the first of the roles
}

// SessionInfo is who is signed in. Person is nil for the public.
type SessionInfo struct {
	Person        *Account
	Organisation  *OrganisationRoles // the one acted for
	Organisations []OrganisationRoles
	Idle, Left    time.Duration // how long it lives without use at least, and at most from now
}

// Actor gives the actor for a session: the person, acting for the organisation
// that was chosen, with the roles that are valid at this moment. Where none was
// chosen, or the choice is no longer valid, it is the person's first in
// alphabetical order. Somebody who does not exist or is disabled is the public.
func (s *Service) Actor(ctx context.Context, personID, organisationID uuid.UUID) (Actor, error) {
	var a Actor
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		v, err := visitorOf(tx, personID)
		a = v.actor(organisationID)
		return err
	})
	return a, err
}

// Visitor is Actor for the person behind the session of a request, who has been read
// together with it.
func (s *Service) Visitor(ctx context.Context, personID, organisationID uuid.UUID) (Actor, error) {
	if v := visiting(ctx); v != nil && v.who.Person == personID {
		return v.actor(organisationID), nil
	}
	return s.Actor(ctx, personID, organisationID)
}

// actor is the visitor, acting for an organisation.
func (v visitor) actor(organisationID uuid.UUID) Actor {
	a := v.who
	if len(v.roles) == 0 {
		return a
	}
	chosen := slices.MinFunc(v.roles, func(x, y OrganisationRoles) int { return x.since.Compare(y.since) })
	for _, o := range v.roles {
		if o.ID == organisationID {
			chosen = o
		}
	}
	a.Org, a.OrgKind, a.Roles = chosen.ID, chosen.Kind, chosen.Roles
	return a
}

// Session describes who is signed in and for which organisations they may act.
func (s *Service) Session(ctx context.Context, a Actor) (SessionInfo, error) {
	var info SessionInfo
	if !a.SignedIn() {
		return info, nil
	}
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		who, err := person(tx, a.Person)
		if err != nil {
			return err
		}
		info.Person = accountOf(who)
		info.Idle, info.Left = sessionIdle-sessionTouch, SessionLife
		if v := visiting(ctx); v != nil && !v.began.IsZero() {
			info.Left = v.began.Add(SessionLife).Sub(tx.Now)
		}
		today := models.DateOf(tx.Now)
		if a.Section != nil {
			o, err := Organisation(tx, a.Org)
			info.Organisation = &OrganisationRoles{ID: o.ID, Name: o.Name, Kind: o.Kind, Roles: a.Roles}
			return err
		}
		if info.Organisations, err = rolesOn(tx, who.ID, today); err != nil {
			return err
		}
		for i := range info.Organisations {
			o := &info.Organisations[i]
			regions, err := RegionsOf(tx, o.ID, today)
			if err != nil {
				return err
			}
			if len(regions) > 0 && regions[0].Kind == "council" {
				o.RegionID = &regions[0].ID
			}
			if o.ID == a.Org {
				info.Organisation = o
			}
		}
		return nil
	})
	return info, err
}

// ChooseOrganisation checks that the actor may act for an organisation. One
// without a role that is valid today is answered like one that is not there.
func (s *Service) ChooseOrganisation(ctx context.Context, a Actor, organisationID uuid.UUID) (Actor, error) {
	chosen, err := s.Actor(ctx, a.Person, organisationID)
	if err != nil {
		return Actor{}, err
	}
	if chosen.Org != organisationID || organisationID == uuid.Nil {
		return Actor{}, fault.Missing()
	}
	chosen.Language, chosen.RequestID = a.Language, a.RequestID
	return chosen, nil
}
