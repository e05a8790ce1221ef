package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
)

// GetTeam gives a municipality's team.
func (s *Server) GetTeam(ctx context.Context, r contract.GetTeamRequestObject) (contract.GetTeamResponseObject, error) {
	team, err := s.Orgs.Team(ctx, who(ctx), r.OrganisationID)
	if err != nil {
		return nil, err
	}
	return contract.GetTeam200JSONResponse(toTeam(team)), nil
}

// AddToTeam gives somebody a part.
func (s *Server) AddToTeam(ctx context.Context, r contract.AddToTeamRequestObject) (contract.AddToTeamResponseObject, error) {
	team, err := s.Orgs.AddToTeam(ctx, who(ctx), r.OrganisationID, orgs.TeamEntry{
		Role: orgs.TeamRole(r.Body.Role), PersonID: r.Body.PersonID, Name: valueOf(r.Body.Name), Email: valueOf(r.Body.Email),
	})
	if err != nil {
		return nil, err
	}
	return contract.AddToTeam200JSONResponse(toTeam(team)), nil
}

// LeaveTeam ends somebody's part.
func (s *Server) LeaveTeam(ctx context.Context, r contract.LeaveTeamRequestObject) (contract.LeaveTeamResponseObject, error) {
	team, err := s.Orgs.LeaveTeam(ctx, who(ctx), r.OrganisationID, r.TeamMemberID)
	if err != nil {
		return nil, err
	}
	return contract.LeaveTeam200JSONResponse(toTeam(team)), nil
}

// HandOver gives all that somebody holds to a colleague.
func (s *Server) HandOver(ctx context.Context, r contract.HandOverRequestObject) (contract.HandOverResponseObject, error) {
	done, err := s.Orgs.HandOver(ctx, who(ctx), r.OrganisationID, orgs.Handover{
		From: r.Body.FromPersonID, To: r.Body.ToPersonID, EndsOn: models.Date(r.Body.EndsOn),
	})
	if err != nil {
		return nil, err
	}
	return contract.HandOver200JSONResponse{
		Roles:     convertAll(done.Roles, func(r orgs.Role) contract.Role { return contract.Role(r) }),
		TeamRoles: convertAll(done.TeamRoles, toTeamRole), Tasks: done.Tasks, EndsOn: string(done.EndsOn),
	}, nil
}

func toTeam(t orgs.Team) contract.Team {
	return contract.Team{
		Members: convertAll(t.Members, toTeamMember), Missing: convertAll(t.Missing, toTeamRole), Wanted: convertAll(t.Wanted, toTeamRole), Alone: t.Alone,
	}
}

func toTeamRole(r orgs.TeamRole) contract.TeamRole { return contract.TeamRole(r) }

func toTeamMember(m orgs.TeamMember) contract.TeamMember {
	return contract.TeamMember{ID: m.ID, Role: toTeamRole(m.Role), Name: m.Name, Email: m.Email, Account: m.PersonID != nil, ValidFrom: string(m.ValidFrom)}
}
