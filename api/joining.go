package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
)

// ListParticipations gives who takes part in a region and who decided what.
func (s *Server) ListParticipations(ctx context.Context, r contract.ListParticipationsRequestObject) (contract.ListParticipationsResponseObject, error) {
	joining, err := s.Orgs.Participations(ctx, who(ctx), r.RegionID, valueOf(r.Params.Cohort))
	if err != nil {
		return nil, err
	}
	return contract.ListParticipations200JSONResponse{
		Region: contract.NamedRegion{ID: joining.Region.ID, Name: joining.Region.Name},
		Items:  convertAll(joining.Members, toParticipation), Cohorts: append([]string{}, joining.Cohorts...),
		Council: convertAll(joining.Council, toCouncilDecision),
	}, nil
}

// GetParticipation gives a municipality's part in a region.
func (s *Server) GetParticipation(ctx context.Context, r contract.GetParticipationRequestObject) (contract.GetParticipationResponseObject, error) {
	p, err := s.Orgs.Participation(ctx, who(ctx), r.RegionID, r.OrganisationID)
	if err != nil {
		return nil, err
	}
	return contract.GetParticipation200JSONResponse{
		Body: toParticipation(p), Headers: contract.GetParticipation200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// GetParticipationHistory gives what happened to a municipality's part in a region.
func (s *Server) GetParticipationHistory(ctx context.Context, r contract.GetParticipationHistoryRequestObject) (contract.GetParticipationHistoryResponseObject, error) {
	events, err := s.Orgs.ParticipationHistory(ctx, who(ctx), r.RegionID, r.OrganisationID)
	if err != nil {
		return nil, err
	}
	return contract.GetParticipationHistory200JSONResponse{Items: convertAll(events, func(e orgs.ParticipationEvent) contract.ParticipationEvent {
		return contract.ParticipationEvent{At: e.At, By: e.By, Action: contract.ParticipationEventAction(e.Action), State: contract.ParticipationState(e.State),
			Cohort: e.Cohort, Decision: toOwnDecision(e.Decision), Reason: e.Reason}
	})}, nil
}

// InviteMunicipality tells a municipality of the rounds.
func (s *Server) InviteMunicipality(ctx context.Context, r contract.InviteMunicipalityRequestObject) (contract.InviteMunicipalityResponseObject, error) {
	p, err := s.Orgs.InviteMunicipality(ctx, who(ctx), r.RegionID, r.OrganisationID, orgs.JoinInvitation{
		Mail: r.Body.Mail, To: valueOf(r.Body.To), Cohort: valueOf(r.Body.Cohort),
	})
	if err != nil {
		return nil, err
	}
	return contract.InviteMunicipality200JSONResponse{
		Body: toParticipation(p), Headers: contract.InviteMunicipality200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// RecordOwnDecision keeps what the municipality itself decided.
func (s *Server) RecordOwnDecision(ctx context.Context, r contract.RecordOwnDecisionRequestObject) (contract.RecordOwnDecisionResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	p, err := s.Orgs.RecordDecision(ctx, who(ctx), r.RegionID, r.OrganisationID, version, orgs.Decision{
		Outcome: orgs.Outcome(r.Body.Outcome), Body: valueOf(r.Body.Body), On: models.Date(valueOf(r.Body.DecidedOn)), Reference: valueOf(r.Body.Reference),
	})
	if err != nil {
		return nil, withCurrent(err, toParticipation)
	}
	return contract.RecordOwnDecision200JSONResponse{
		Body: toParticipation(p), Headers: contract.RecordOwnDecision200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// MoveParticipation takes a participation along its table.
func (s *Server) MoveParticipation(ctx context.Context, r contract.MoveParticipationRequestObject) (contract.MoveParticipationResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	p, err := s.Orgs.MoveParticipation(ctx, who(ctx), r.RegionID, r.OrganisationID, version,
		orgs.ParticipationAction(r.Body.Step), valueOf(r.Body.Reason))
	if err != nil {
		return nil, withCurrent(err, toParticipation)
	}
	return contract.MoveParticipation200JSONResponse{
		Body: toParticipation(p), Headers: contract.MoveParticipation200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

// SetCohort puts a municipality into a cohort.
func (s *Server) SetCohort(ctx context.Context, r contract.SetCohortRequestObject) (contract.SetCohortResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	p, err := s.Orgs.SetCohort(ctx, who(ctx), r.RegionID, r.OrganisationID, version, r.Body.Cohort)
	if err != nil {
		return nil, withCurrent(err, toParticipation)
	}
	return contract.SetCohort200JSONResponse{
		Body: toParticipation(p), Headers: contract.SetCohort200ResponseHeaders{ETag: etag(p.Version)},
	}, nil
}

func toParticipation(p orgs.Participation) contract.Participation {
	shown := contract.Participation{
		RegionID: p.RegionID, Municipality: toMunicipality(p.Municipality), State: contract.ParticipationStateNone, Cohort: p.Cohort,
		InvitedOn: textOrNil(string(p.InvitedOn)), Reason: p.Reason, Version: p.Version,
		Actions: convertAll(p.Actions, func(a orgs.ParticipationAction) contract.ParticipationAction { return contract.ParticipationAction(a) }),
	}
	if p.State != orgs.Uninvited {
		shown.State = contract.ParticipationState(p.State)
	}
	shown.Decision = toOwnDecision(p.Decision)
	return shown
}

// toOwnDecision shows a decision; none before there is one.
func toOwnDecision(d orgs.Decision) *contract.OwnDecision {
	if d.Outcome == "" {
		return nil
	}
	return &contract.OwnDecision{Outcome: contract.JoinOutcome(d.Outcome), Body: textOrNil(d.Body),
		DecidedOn: textOrNil(string(d.On)), Reference: textOrNil(d.Reference)}
}
