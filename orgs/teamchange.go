package orgs

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// TeamEntry names somebody for a part: by account, or by name and address.
type TeamEntry struct {
	Role        TeamRole
	PersonID    *uuid.UUID
	Name, Email string
}

// maxTeam is how many parts are held in one municipality at a time.
const maxTeam = 60

// AddToTeam gives somebody a part from today.
func (s *Service) AddToTeam(ctx context.Context, a Actor, organisationID uuid.UUID, in TeamEntry) (Team, error) {
	return s.changeTeam(ctx, a, organisationID, func(tx *models.Tx, team Team) error {
		if err := in.complete(tx, organisationID); err != nil {
			return err
		}
		if len(team.Members) >= maxTeam {
			return fault.New(fault.Conflict, "too-many-roles", "max", maxTeam)
		}
		if slices.ContainsFunc(team.Members, func(m TeamMember) bool { return m.Role == in.Role && m.Email == in.Email && m.Name == in.Name }) {
			return fault.New(fault.Conflict, "already-exists")
		}
		return giveTeamRole(tx, a, organisationID, in)
	})
}

// LeaveTeam ends somebody's part from today.
func (s *Service) LeaveTeam(ctx context.Context, a Actor, organisationID, id uuid.UUID) (Team, error) {
	return s.changeTeam(ctx, a, organisationID, func(tx *models.Tx, team Team) error {
		i := slices.IndexFunc(team.Members, func(m TeamMember) bool { return m.ID == id })
		if i < 0 {
			return fault.Missing()
		}
		return endTeamRole(tx, a, team.Members[i])
	})
}

func (s *Service) changeTeam(ctx context.Context, a Actor, organisationID uuid.UUID, change func(*models.Tx, Team) error) (Team, error) {
	var team Team
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if err := hasTeam(tx, a, organisationID); err != nil {
			return err
		}
		if _, err := lockOrganisation(tx, organisationID); err != nil {
			return err
		}
		before, err := TeamOf(tx, organisationID)
		if err != nil {
			return err
		}
		if err := change(tx, before); err != nil {
			return err
		}
		team, err = TeamOf(tx, organisationID)
		return err
	})
	return team, err
}

// complete checks who is named. An account must have a role in the municipality, and
// somebody who has one is known by the address.
func (in *TeamEntry) complete(tx *models.Tx, organisationID uuid.UUID) error {
	if !slices.Contains(slices.Concat(neededInTeam, wantedInTeam), in.Role) {
		return fault.InvalidFields(fault.OnField("role", "not_in_list"))
	}
	rows, err := membershipsOf(tx, organisationID, models.DateOf(tx.Now))
	if err != nil {
		return err
	}
	in.Email = plainEmail(in.Email)
	i := slices.IndexFunc(rows, func(m Membership) bool {
		return in.PersonID == nil && m.Email == in.Email || in.PersonID != nil && m.PersonID == *in.PersonID
	})
	if i >= 0 {
		in.PersonID, in.Name, in.Email = &rows[i].PersonID, rows[i].PersonName, rows[i].Email
		return nil
	}
	if in.PersonID != nil {
		return fault.Missing()
	}
	if in.Name, err = plainName("name", in.Name); err == nil && in.Email == "" {
		err = fault.InvalidFields(fault.OnField("email", "required"))
	}
	return err
}

func giveTeamRole(tx *models.Tx, a Actor, organisationID uuid.UUID, in TeamEntry) error {
	row := models.TeamMember{Base: newBase(tx), OrganisationID: organisationID, Role: string(in.Role), PersonID: in.PersonID, ValidFrom: models.DateOf(tx.Now)}
	if in.PersonID == nil {
		row.Name, row.Email = in.Name, in.Email
	}
	if err := insertTeamMember(tx, &row); err != nil {
		return err
	}
	return Audit(tx, a, Change{Action: "team.add", Kind: "team_member", ID: row.ID.String(),
		After: map[string]any{"organisation": organisationID, "role": in.Role, "person": in.PersonID}})
}

func endTeamRole(tx *models.Tx, a Actor, m TeamMember) error {
	if err := setTeamMemberEnd(tx, m.ID, models.DateOf(tx.Now)); err != nil {
		return err
	}
	return Audit(tx, a, Change{Action: "team.leave", Kind: "team_member", ID: m.ID.String(),
		Before: map[string]any{"role": m.Role, "person": m.PersonID}})
}
