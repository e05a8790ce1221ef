package orgs

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Handover is somebody's work for an organisation going over to a colleague.
type Handover struct {
	From, To uuid.UUID
	EndsOn   models.Date // the day from which the one who leaves has no role any more
}

// HandedOver is what went over.
type HandedOver struct {
	Roles     []Role     // that the colleague did not have before
	TeamRoles []TeamRole // as above
	Tasks     int        // that waited for the one who leaves
	EndsOn    models.Date
}

// Duties are open tasks that other rooms keep for people. HandOver gives those that
// wait for one person in an organisation to another, and tells how many. Release takes
// back those of somebody who is erased, and calls them by another name from then on.
// Awaited gives those of some people for whom a task by mailed link is still kept.
type Duties interface {
	HandOver(tx *models.Tx, a Actor, organisationID, from, to uuid.UUID) (int, error)
	Release(tx *models.Tx, a Actor, personID uuid.UUID, name string) error
	Awaited(tx *models.Tx, people []uuid.UUID) ([]uuid.UUID, error)
}

// OnHandover sets who keeps people's tasks. It is called once, before the service is
// used.
func (s *Service) OnHandover(d Duties) { s.duties = d }

// HandOver moves what somebody holds in an organisation to a colleague in one step:
// roles and parts in the team from today, so that the two overlap, and open tasks.
// The leaver's roles end from a day; what they have done stays theirs. The colleague
// must be able to sign in, so that nothing goes to nobody.
func (s *Service) HandOver(ctx context.Context, a Actor, organisationID uuid.UUID, in Handover) (HandedOver, error) {
	done := HandedOver{EndsOn: in.EndsOn}
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := lockOrganisation(tx, organisationID)
		if err != nil {
			return err
		}
		if err := managesPeople(tx, a, o); err != nil {
			return err
		}
		held, theirs, err := in.check(tx, o)
		if err != nil {
			return err
		}
		for _, m := range held {
			if err := handRole(tx, a, o, in, m, theirs, &done); err != nil {
				return err
			}
		}
		if err := handTeamRoles(tx, a, o.ID, in, &done); err != nil {
			return err
		}
		if s.duties != nil {
			if done.Tasks, err = s.duties.HandOver(tx, a, o.ID, in.From, in.To); err != nil {
				return err
			}
		}
		return Audit(tx, a, Change{Action: "person.hand_over", Kind: "person", ID: in.From.String(), After: map[string]any{
			"organisation": o.ID, "to": in.To, "roles": done.Roles, "teamRoles": done.TeamRoles, "tasks": done.Tasks, "endsOn": in.EndsOn}})
	})
	if err != nil {
		return HandedOver{}, err
	}
	return done, nil
}

// check gives the roles of the two; somebody without one in the organisation is not
// known there.
func (in Handover) check(tx *models.Tx, o models.Organisation) (held, theirs []Membership, err error) {
	today := models.DateOf(tx.Now)
	all, err := membershipsOf(tx, o.ID, today)
	if err != nil {
		return nil, nil, err
	}
	for _, m := range all {
		switch m.PersonID {
		case in.From:
			held = append(held, m)
		case in.To:
			theirs = append(theirs, m)
		}
	}
	if _, bad := time.Parse(time.DateOnly, string(in.EndsOn)); bad != nil {
		return nil, nil, fault.InvalidFields(fault.OnField("endsOn", "date"))
	}
	switch {
	case len(held) == 0, in.From != in.To && len(theirs) == 0:
		return nil, nil, fault.Missing()
	case in.From == in.To:
		return nil, nil, fault.InvalidFields(fault.OnField("toPersonId", "same_person"))
	case theirs[0].Invited || theirs[0].Disabled:
		return nil, nil, fault.InvalidFields(fault.OnField("toPersonId", "cannot_sign_in"))
	case in.EndsOn < today:
		return nil, nil, fault.InvalidFields(fault.OnField("endsOn", "in_past"))
	}
	return held, theirs, nil
}

// handRole gives one role on, unless the colleague has it, and ends it for the leaver.
func handRole(tx *models.Tx, a Actor, o models.Organisation, in Handover, m Membership, theirs []Membership, done *HandedOver) error {
	has := slices.IndexFunc(theirs, func(t Membership) bool { return t.Role == m.Role })
	switch {
	case has < 0:
		if err := mayReceive(tx, a, o, models.Person{Base: models.Base{ID: in.To}}, m.Role); err != nil {
			return err
		}
		if _, err := giveRole(tx, a, in.To, o.ID, m.Role, ""); err != nil {
			return err
		}
		done.Roles = append(done.Roles, m.Role)
	case theirs[has].ValidTo != "": // it would end, and nobody would have the work
		if err := endRole(tx, a, o.ID, theirs[has], ""); err != nil {
			return err
		}
	}
	if m.ValidTo != "" && m.ValidTo <= in.EndsOn {
		return nil // it ends before by itself
	}
	return endRole(tx, a, o.ID, m, max(in.EndsOn, m.ValidFrom))
}

func handTeamRoles(tx *models.Tx, a Actor, organisationID uuid.UUID, in Handover, done *HandedOver) error {
	members, err := teamMembers(tx, organisationID, models.DateOf(tx.Now))
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.PersonID == nil || *m.PersonID != in.From {
			continue
		}
		if err := endTeamRole(tx, a, m); err != nil {
			return err
		}
		has := slices.ContainsFunc(members, func(t TeamMember) bool { return t.Role == m.Role && t.PersonID != nil && *t.PersonID == in.To })
		if has {
			continue
		}
		if err := giveTeamRole(tx, a, organisationID, TeamEntry{Role: m.Role, PersonID: &in.To}); err != nil {
			return err
		}
		done.TeamRoles = append(done.TeamRoles, m.Role)
	}
	return nil
}
