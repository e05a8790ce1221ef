package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// SaveAnswer saves one answer.
func (s *Server) SaveAnswer(ctx context.Context, r contract.SaveAnswerRequestObject) (contract.SaveAnswerResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	edit, err := fromAnswerEdit(*r.Body)
	if err != nil {
		return nil, err
	}
	answer, err := s.Surveys.SaveAnswer(ctx, a, r.ResponseID, r.Code, version, edit)
	if err != nil {
		return nil, withCurrent(err, func(current surveys.Answer) contract.Answer { return toAnswer(current, a.Language) })
	}
	return contract.SaveAnswer200JSONResponse{
		Body: toAnswer(answer, a.Language), Headers: contract.SaveAnswer200ResponseHeaders{ETag: etag(answer.Version)},
	}, nil
}

// ClearAnswer takes an answer away.
func (s *Server) ClearAnswer(ctx context.Context, r contract.ClearAnswerRequestObject) (contract.ClearAnswerResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	if err := s.Surveys.ClearAnswer(ctx, a, r.ResponseID, r.Code, version); err != nil {
		return nil, withCurrent(err, func(current surveys.Answer) contract.Answer { return toAnswer(current, a.Language) })
	}
	return contract.ClearAnswer204Response{}, nil
}

// ConfirmStatistic confirms the figure from statistics.
func (s *Server) ConfirmStatistic(ctx context.Context, r contract.ConfirmStatisticRequestObject) (contract.ConfirmStatisticResponseObject, error) {
	a := who(ctx)
	answer, err := s.Surveys.ConfirmStatistic(ctx, a, r.ResponseID, r.Code)
	if err != nil {
		return nil, err
	}
	return contract.ConfirmStatistic200JSONResponse{
		Body: toAnswer(answer, a.Language), Headers: contract.ConfirmStatistic200ResponseHeaders{ETag: etag(answer.Version)},
	}, nil
}

// ConfirmGoalStatistics confirms all figures of a goal.
func (s *Server) ConfirmGoalStatistics(ctx context.Context, r contract.ConfirmGoalStatisticsRequestObject) (contract.ConfirmGoalStatisticsResponseObject, error) {
	a := who(ctx)
	goal, err := s.Surveys.ConfirmGoalStatistics(ctx, a, r.ResponseID, r.Goal)
	if err != nil {
		return nil, err
	}
	return contract.ConfirmGoalStatistics200JSONResponse(toResponseGoal(goal, a.Language)), nil
}

// GetAnswerHistory gives the changes of an answer.
func (s *Server) GetAnswerHistory(ctx context.Context, r contract.GetAnswerHistoryRequestObject) (contract.GetAnswerHistoryResponseObject, error) {
	a := who(ctx)
	question, changes, err := s.Surveys.AnswerHistory(ctx, a, r.ResponseID, r.Code)
	if err != nil {
		return nil, err
	}
	return contract.GetAnswerHistory200JSONResponse{
		Items: convertAll(changes, func(c surveys.AnswerChange) contract.AnswerChange {
			change := contract.AnswerChange{At: c.At, Kind: contract.HistoryKind(c.Kind), By: nameOf(c.By), Why: c.Why}
			switch c.Kind {
			case surveys.AnswerChanged:
				change.From, change.To = inWords(question, c.From, a.Language), inWords(question, c.To, a.Language)
			case surveys.EvidenceAdded:
				change.To = c.Evidence
			case surveys.EvidenceTaken:
				change.From = c.Evidence
			}
			if c.Revision > 0 {
				change.Revision = &c.Revision
			}
			return change
		}),
	}, nil
}

// RepeatAnswer answers as in the last round.
func (s *Server) RepeatAnswer(ctx context.Context, r contract.RepeatAnswerRequestObject) (contract.RepeatAnswerResponseObject, error) {
	a := who(ctx)
	answer, err := s.Surveys.RepeatAnswer(ctx, a, r.ResponseID, r.Code)
	if err != nil {
		return nil, err
	}
	return contract.RepeatAnswer200JSONResponse{
		Body: toAnswer(answer, a.Language), Headers: contract.RepeatAnswer200ResponseHeaders{ETag: etag(answer.Version)},
	}, nil
}

// RepeatGoal takes the last round's answers of a goal over.
func (s *Server) RepeatGoal(ctx context.Context, r contract.RepeatGoalRequestObject) (contract.RepeatGoalResponseObject, error) {
	a := who(ctx)
	goal, err := s.Surveys.RepeatGoal(ctx, a, r.ResponseID, r.Goal)
	if err != nil {
		return nil, err
	}
	return contract.RepeatGoal200JSONResponse(toResponseGoal(goal, a.Language)), nil
}
