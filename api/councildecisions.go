package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
)

// RecordCouncilDecision keeps what a regional council said.
func (s *Server) RecordCouncilDecision(
	ctx context.Context, r contract.RecordCouncilDecisionRequestObject,
) (contract.RecordCouncilDecisionResponseObject, error) {
	d, err := s.Orgs.RecordCouncilDecision(ctx, who(ctx), r.RegionID, fromStatement(r.Body))
	if err != nil {
		return nil, err
	}
	return contract.RecordCouncilDecision201JSONResponse{
		Body: toCouncilDecision(d), Headers: contract.RecordCouncilDecision201ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// CorrectCouncilDecision mends what was recorded.
func (s *Server) CorrectCouncilDecision(
	ctx context.Context, r contract.CorrectCouncilDecisionRequestObject,
) (contract.CorrectCouncilDecisionResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := s.Orgs.CorrectCouncilDecision(ctx, who(ctx), r.RegionID, r.DecisionID, version, fromStatement(r.Body))
	if err != nil {
		return nil, withCurrent(err, toCouncilDecision)
	}
	return contract.CorrectCouncilDecision200JSONResponse{
		Body: toCouncilDecision(d), Headers: contract.CorrectCouncilDecision200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

func fromStatement(body *contract.CouncilStatement) orgs.CouncilStatement {
	return orgs.CouncilStatement{Outcome: string(body.Outcome), Body: body.Body, On: models.Date(body.DecidedOn),
		Reference: valueOf(body.Reference), Text: valueOf(body.Text)}
}

func toCouncilDecision(d orgs.CouncilDecision) contract.CouncilDecision {
	return contract.CouncilDecision{ID: d.ID, Outcome: contract.CouncilOutcome(d.Outcome), Body: d.Body, DecidedOn: string(d.On),
		Reference: d.Reference, Text: d.Text, Version: d.Version}
}
