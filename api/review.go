package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// SendForReview hands a response to the approver.
func (s *Server) SendForReview(ctx context.Context, r contract.SendForReviewRequestObject) (contract.SendForReviewResponseObject, error) {
	a := who(ctx)
	detail, err := s.Surveys.SendForReview(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.SendForReview200JSONResponse{
		Body:    toResponseDetail(detail, a.Language),
		Headers: contract.SendForReview200ResponseHeaders{ETag: etag(detail.Response.Version)},
	}, nil
}

// ReturnResponse sends a response back to the respondent.
func (s *Server) ReturnResponse(ctx context.Context, r contract.ReturnResponseRequestObject) (contract.ReturnResponseResponseObject, error) {
	a := who(ctx)
	detail, err := s.Surveys.ReturnResponse(ctx, a, r.ResponseID, r.Body.Reason)
	if err != nil {
		return nil, err
	}
	return contract.ReturnResponse200JSONResponse{
		Body:    toResponseDetail(detail, a.Language),
		Headers: contract.ReturnResponse200ResponseHeaders{ETag: etag(detail.Response.Version)},
	}, nil
}

// ApproveResponse approves a response for submitting.
func (s *Server) ApproveResponse(ctx context.Context, r contract.ApproveResponseRequestObject) (contract.ApproveResponseResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	detail, err := s.Surveys.ApproveResponse(ctx, a, r.ResponseID, version)
	if err != nil {
		return nil, withCurrent(err, func(d surveys.ResponseDetail) contract.ResponseDetail { return toResponseDetail(d, a.Language) })
	}
	return contract.ApproveResponse200JSONResponse{
		Body:    toResponseDetail(detail, a.Language),
		Headers: contract.ApproveResponse200ResponseHeaders{ETag: etag(detail.Response.Version)},
	}, nil
}

// ReopenResponse takes a submitted response up again.
func (s *Server) ReopenResponse(ctx context.Context, r contract.ReopenResponseRequestObject) (contract.ReopenResponseResponseObject, error) {
	a := who(ctx)
	detail, err := s.Surveys.ReopenResponse(ctx, a, r.ResponseID, r.Body.Reason)
	if err != nil {
		return nil, err
	}
	return contract.ReopenResponse200JSONResponse{
		Body:    toResponseDetail(detail, a.Language),
		Headers: contract.ReopenResponse200ResponseHeaders{ETag: etag(detail.Response.Version)},
	}, nil
}
