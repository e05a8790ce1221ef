package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// ListReviews gives the queue of those who check.
func (s *Server) ListReviews(ctx context.Context, _ contract.ListReviewsRequestObject) (contract.ListReviewsResponseObject, error) {
	items, err := s.Surveys.ReviewQueue(ctx, who(ctx))
	if err != nil {
		return nil, err
	}
	return contract.ListReviews200JSONResponse{Items: convertAll(items, toReviewItem)}, nil
}

// GetReview gives a submitted response to those who check it.
func (s *Server) GetReview(ctx context.Context, r contract.GetReviewRequestObject) (contract.GetReviewResponseObject, error) {
	a := who(ctx)
	review, err := s.Surveys.GetReview(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.GetReview200JSONResponse(toReview(review, a.Language)), nil
}

// MarkChecked marks a revision as checked.
func (s *Server) MarkChecked(ctx context.Context, r contract.MarkCheckedRequestObject) (contract.MarkCheckedResponseObject, error) {
	a := who(ctx)
	review, err := s.Surveys.MarkChecked(ctx, a, r.ResponseID, r.Body.Revision)
	if err != nil {
		return nil, err
	}
	return contract.MarkChecked200JSONResponse(toReview(review, a.Language)), nil
}

// ListQuestions gives the plausibility questions of a response.
func (s *Server) ListQuestions(ctx context.Context, r contract.ListQuestionsRequestObject) (contract.ListQuestionsResponseObject, error) {
	a := who(ctx)
	list, err := s.Surveys.ListQuestions(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListQuestions200JSONResponse{Items: toQuestions(list, a.Language)}, nil
}

// AskQuestion asks about an answer.
func (s *Server) AskQuestion(ctx context.Context, r contract.AskQuestionRequestObject) (contract.AskQuestionResponseObject, error) {
	a := who(ctx)
	question, err := s.Surveys.AskQuestion(ctx, a, r.ResponseID, r.Body.Revision, valueOf(r.Body.Code), valueOf(r.Body.Question), r.Body.Reason)
	if err != nil {
		return nil, err
	}
	return contract.AskQuestion201JSONResponse(toPlausibilityQuestion(question, a.Language)), nil
}

// StandByAnswer stands by a figure.
func (s *Server) StandByAnswer(ctx context.Context, r contract.StandByAnswerRequestObject) (contract.StandByAnswerResponseObject, error) {
	a := who(ctx)
	question, err := s.Surveys.StandBy(ctx, a, r.ResponseID, r.QuestionID, r.Body.Reason)
	if err != nil {
		return nil, err
	}
	return contract.StandByAnswer200JSONResponse(toPlausibilityQuestion(question, a.Language)), nil
}

// WithdrawQuestion takes a question back.
func (s *Server) WithdrawQuestion(ctx context.Context, r contract.WithdrawQuestionRequestObject) (contract.WithdrawQuestionResponseObject, error) {
	a := who(ctx)
	question, err := s.Surveys.WithdrawQuestion(ctx, a, r.ResponseID, r.QuestionID)
	if err != nil {
		return nil, err
	}
	return contract.WithdrawQuestion200JSONResponse(toPlausibilityQuestion(question, a.Language)), nil
}

func toQuestions(list []surveys.PlausibilityQuestion, lang string) []contract.PlausibilityQuestion {
	return convertAll(list, func(q surveys.PlausibilityQuestion) contract.PlausibilityQuestion {
		return toPlausibilityQuestion(q, lang)
	})
}
