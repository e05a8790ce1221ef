package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// ListComments gives the comments of a response.
func (s *Server) ListComments(ctx context.Context, r contract.ListCommentsRequestObject) (contract.ListCommentsResponseObject, error) {
	a := who(ctx)
	list, err := s.Surveys.ListComments(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListComments200JSONResponse{
		Items: convertAll(list, func(c surveys.AnswerComment) contract.AnswerComment { return toComment(c, a.Language) }),
	}, nil
}

// AddComment comments on an answer.
func (s *Server) AddComment(ctx context.Context, r contract.AddCommentRequestObject) (contract.AddCommentResponseObject, error) {
	a := who(ctx)
	comment, err := s.Surveys.AddComment(ctx, a, r.ResponseID, valueOf(r.Body.Code), valueOf(r.Body.Question), r.Body.Text)
	if err != nil {
		return nil, err
	}
	return contract.AddComment201JSONResponse{
		Body: toComment(comment, a.Language), Headers: contract.AddComment201ResponseHeaders{ETag: etag(comment.Version)},
	}, nil
}

// MarkComment says whether a comment is seen to.
func (s *Server) MarkComment(ctx context.Context, r contract.MarkCommentRequestObject) (contract.MarkCommentResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	comment, err := s.Surveys.MarkComment(ctx, a, r.ResponseID, r.CommentID, version, string(r.Body.State) == surveys.CommentDone)
	if err != nil {
		return nil, withCurrent(err, func(c surveys.AnswerComment) contract.AnswerComment { return toComment(c, a.Language) })
	}
	return contract.MarkComment200JSONResponse{
		Body: toComment(comment, a.Language), Headers: contract.MarkComment200ResponseHeaders{ETag: etag(comment.Version)},
	}, nil
}
