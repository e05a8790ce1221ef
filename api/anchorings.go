package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/surveys"
)

// ListAnchorings gives the decisions on a response.
func (s *Server) ListAnchorings(ctx context.Context, r contract.ListAnchoringsRequestObject) (contract.ListAnchoringsResponseObject, error) {
	list, missing, err := s.Surveys.ListAnchorings(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListAnchorings200JSONResponse{Items: convertAll(list, toAnchoring), Missing: toLevels(missing)}, nil
}

// RecordAnchoring records a decision.
func (s *Server) RecordAnchoring(ctx context.Context, r contract.RecordAnchoringRequestObject) (contract.RecordAnchoringResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	recorded, err := s.Surveys.RecordAnchoring(ctx, who(ctx), r.ResponseID, surveys.Level(r.Level), version, surveys.AnchoringInput{
		Body: r.Body.Body, CaseNumber: r.Body.CaseNumber, DecidedOn: models.Date(r.Body.DecidedOn), Text: r.Body.Text, Link: r.Body.Link,
	})
	if err != nil {
		return nil, withCurrent(err, toAnchoring)
	}
	return contract.RecordAnchoring200JSONResponse{
		Body: toAnchoring(recorded), Headers: contract.RecordAnchoring200ResponseHeaders{ETag: etag(recorded.Version)},
	}, nil
}

func toLevels(list []surveys.Level) []contract.AnchoringLevel {
	return convertAll(list, func(level surveys.Level) contract.AnchoringLevel { return contract.AnchoringLevel(level) })
}
