package api

import (
	"context"

	"loftet/api/contract"
	"loftet/matching"
	"loftet/models"
)

// ListSolutions gives the solutions that the reader may see.
func (s *Server) ListSolutions(ctx context.Context, _ contract.ListSolutionsRequestObject) (contract.ListSolutionsResponseObject, error) {
	list, err := s.Matching.List(ctx, who(ctx))
	if err != nil {
		return nil, err
	}
	return contract.ListSolutions200JSONResponse{Items: convertAll(list, toSolution)}, nil
}

// CreateSolution begins a solution of the business.
func (s *Server) CreateSolution(ctx context.Context, r contract.CreateSolutionRequestObject) (contract.CreateSolutionResponseObject, error) {
	d, err := s.Matching.Create(ctx, who(ctx), fromSolutionEdit(*r.Body))
	if err != nil {
		return nil, err
	}
	return contract.CreateSolution201JSONResponse{
		Body: toSolution(d), Headers: contract.CreateSolution201ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// GetSolution gives a solution.
func (s *Server) GetSolution(ctx context.Context, r contract.GetSolutionRequestObject) (contract.GetSolutionResponseObject, error) {
	d, err := s.Matching.Get(ctx, who(ctx), r.SolutionID)
	if err != nil {
		return nil, err
	}
	return contract.GetSolution200JSONResponse{
		Body: toSolution(d), Headers: contract.GetSolution200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// UpdateSolution changes a solution.
func (s *Server) UpdateSolution(ctx context.Context, r contract.UpdateSolutionRequestObject) (contract.UpdateSolutionResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := s.Matching.Update(ctx, who(ctx), r.SolutionID, version, fromSolutionEdit(*r.Body))
	if err != nil {
		return nil, withCurrent(err, toSolution)
	}
	return contract.UpdateSolution200JSONResponse{
		Body: toSolution(d), Headers: contract.UpdateSolution200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// SubmitSolution sends a solution to those who publish it.
func (s *Server) SubmitSolution(ctx context.Context, r contract.SubmitSolutionRequestObject) (contract.SubmitSolutionResponseObject, error) {
	d, err := s.Matching.Submit(ctx, who(ctx), r.SolutionID)
	if err != nil {
		return nil, withCurrent(err, toSolution)
	}
	return contract.SubmitSolution200JSONResponse{
		Body: toSolution(d), Headers: contract.SubmitSolution200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// PublishSolution shows a solution to those it is offered to.
func (s *Server) PublishSolution(ctx context.Context, r contract.PublishSolutionRequestObject) (contract.PublishSolutionResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := s.Matching.Publish(ctx, who(ctx), r.SolutionID, version)
	if err != nil {
		return nil, withCurrent(err, toSolution)
	}
	return contract.PublishSolution200JSONResponse{
		Body: toSolution(d), Headers: contract.PublishSolution200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// ReturnSolution sends a solution back with the reason.
func (s *Server) ReturnSolution(ctx context.Context, r contract.ReturnSolutionRequestObject) (contract.ReturnSolutionResponseObject, error) {
	d, err := s.Matching.Return(ctx, who(ctx), r.SolutionID, r.Body.Reason)
	if err != nil {
		return nil, withCurrent(err, toSolution)
	}
	return contract.ReturnSolution200JSONResponse{
		Body: toSolution(d), Headers: contract.ReturnSolution200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

func fromSolutionEdit(b contract.SolutionEdit) matching.Edit {
	return matching.Edit{
		Title: models.Text(b.Title), Summary: models.Text(b.Summary), Description: models.Text(b.Description),
		Goals: b.Goals, Targets: b.Targets, CPV: b.Cpv, RegionIDs: b.RegionIds, TRL: b.Trl,
		Indicators: convertAll(b.Indicators, func(e contract.IndicatorEffect) models.IndicatorEffect {
			return models.IndicatorEffect{Code: e.Code, Effect: e.Effect, Proof: string(e.Proof)}
		}),
		MarketState: string(b.MarketState), PriceModel: string(b.PriceModel), References: b.References, Website: b.Website,
	}
}

func toSolution(d matching.Detail) contract.Solution {
	return contract.Solution{
		ID: d.ID, State: contract.SolutionState(d.State), Business: toBusinessName(d.Business),
		Title: contract.Texts(d.Title), Summary: contract.Texts(d.Summary), Description: contract.Texts(d.Description),
		Goals: d.Goals, Targets: d.Targets, Cpv: convertAll(d.Codes, toCPVCode), RegionIds: d.RegionIDs, Trl: d.TRL,
		Indicators: convertAll(d.Indicators, func(e models.IndicatorEffect) contract.IndicatorEffect {
			return contract.IndicatorEffect{Code: e.Code, Effect: e.Effect, Proof: contract.Proof(e.Proof)}
		}),
		MarketState: contract.MarketState(d.MarketState), PriceModel: contract.PriceModel(d.PriceModel),
		References: d.References, Website: d.Website, ReturnReason: d.ReturnReason,
		Actions:     convertAll(d.Actions, func(a matching.Action) contract.SolutionAction { return contract.SolutionAction(a) }),
		SubmittedAt: d.SubmittedAt, PublishedAt: d.PublishedAt, UpdatedAt: d.UpdatedAt, Version: d.Version,
	}
}

func toBusinessName(o models.Organisation) contract.BusinessName {
	return contract.BusinessName{
		ID: o.ID, Name: o.Name, OrgNumber: o.OrgNumber, Website: textOrNil(o.Website), Mailbox: textOrNil(o.Mailbox),
	}
}
