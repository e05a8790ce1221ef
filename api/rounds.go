package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// ListRounds gives the rounds that the reader may see.
func (s *Server) ListRounds(ctx context.Context, r contract.ListRoundsRequestObject) (contract.ListRoundsResponseObject, error) {
	rounds, err := s.Surveys.ListRounds(ctx, who(ctx), r.Params.Region)
	if err != nil {
		return nil, err
	}
	return contract.ListRounds200JSONResponse{Items: convertAll(rounds, toRound)}, nil
}

// CreateRound plans a round.
func (s *Server) CreateRound(ctx context.Context, r contract.CreateRoundRequestObject) (contract.CreateRoundResponseObject, error) {
	plan := surveys.RoundPlan{
		RegionID: r.Body.RegionID, Name: r.Body.Name, Year: r.Body.Year,
		OpensAt: r.Body.OpensAt, ClosesAt: r.Body.ClosesAt, CatalogueID: r.Body.CatalogueID, QuestionnaireVersionID: r.Body.QuestionnaireVersionID,
		TwoEyes: r.Body.FourEyes != nil && !*r.Body.FourEyes,
	}
	if r.Body.Cohort != nil {
		plan.Cohort = *r.Body.Cohort
	}
	if r.Body.Method != nil {
		plan.Method = string(*r.Body.Method)
	}
	round, err := s.Surveys.CreateRound(ctx, who(ctx), plan)
	if err != nil {
		return nil, err
	}
	return contract.CreateRound201JSONResponse{
		Body: toRound(round), Headers: contract.CreateRound201ResponseHeaders{ETag: etag(round.Version)},
	}, nil
}

// GetRound gives a round.
func (s *Server) GetRound(ctx context.Context, r contract.GetRoundRequestObject) (contract.GetRoundResponseObject, error) {
	round, err := s.Surveys.GetRound(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.GetRound200JSONResponse{
		Body: toRound(round), Headers: contract.GetRound200ResponseHeaders{ETag: etag(round.Version)},
	}, nil
}

// UpdateRound changes name or dates of a round.
func (s *Server) UpdateRound(ctx context.Context, r contract.UpdateRoundRequestObject) (contract.UpdateRoundResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	round, err := s.Surveys.UpdateRound(ctx, who(ctx), r.RoundID, version, surveys.RoundEdit{
		Name: r.Body.Name, OpensAt: r.Body.OpensAt, ClosesAt: r.Body.ClosesAt, Cohort: r.Body.Cohort, FourEyes: r.Body.FourEyes,
	})
	if err != nil {
		return nil, withCurrent(err, toRound)
	}
	return contract.UpdateRound200JSONResponse{
		Body: toRound(round), Headers: contract.UpdateRound200ResponseHeaders{ETag: etag(round.Version)},
	}, nil
}

// ChangeRoundState takes a round to another state.
func (s *Server) ChangeRoundState(ctx context.Context, r contract.ChangeRoundStateRequestObject) (contract.ChangeRoundStateResponseObject, error) {
	reason := ""
	if r.Body.Reason != nil {
		reason = *r.Body.Reason
	}
	round, err := s.Surveys.ChangeRoundState(ctx, who(ctx), r.RoundID, surveys.RoundState(r.Body.To), reason)
	if err != nil {
		return nil, withCurrent(err, toRound)
	}
	return contract.ChangeRoundState200JSONResponse{
		Body: toRound(round), Headers: contract.ChangeRoundState200ResponseHeaders{ETag: etag(round.Version)},
	}, nil
}

func toRound(r surveys.RoundInfo) contract.Round {
	round := contract.Round{
		ID: r.ID, RegionID: r.RegionID, RegionName: r.RegionName, Name: r.Name, Year: r.Year,
		Method: contract.Method(r.Method), State: contract.RoundState(r.State),
		OpensAt: r.OpensAt, ClosesAt: r.ClosesAt, ClosedAt: r.ClosedAt, PublishedAt: r.PublishedAt, MadeUp: r.MadeUp, FourEyes: r.FourEyes,
		QuestionnaireVersion: r.QuestionnaireVersion, CatalogueID: r.CatalogueID,
		Municipalities: r.Municipalities, Submitted: r.Submitted, Version: r.Version, Cohort: textOrNil(r.Cohort),
		NextStates: convertAll(r.NextStates, func(s surveys.RoundState) contract.RoundState { return contract.RoundState(s) }),
	}
	if r.Questionnaire != "" {
		round.Questionnaire = &contract.RoundQuestionnaire{Name: r.Questionnaire, Edition: r.Edition}
	}
	return round
}
