package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// GetFirstStart gives what a municipality begins with.
func (s *Server) GetFirstStart(ctx context.Context, r contract.GetFirstStartRequestObject) (contract.GetFirstStartResponseObject, error) {
	start, err := s.Surveys.FirstStart(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	lang := who(ctx).Language
	return contract.GetFirstStart200JSONResponse{
		ResponseID: start.Response.ID, Answered: start.Answered, Filled: start.Filled, Missing: start.Missing, Minutes: start.Minutes,
		Work:  convertAll(start.Work, toWorkPart),
		Ask:   convertAll(start.Ask, func(a surveys.Asking) contract.Asking { return toAsking(a, lang) }),
		Steps: convertAll(start.Steps, toStartStep),
	}, nil
}

func toWorkPart(w surveys.Work) contract.WorkPart {
	return contract.WorkPart{Kind: contract.WorkKind(w.Kind), Count: w.Count, Each: w.Each}
}

func toStartStep(s surveys.StartStep) contract.StartStep {
	step := contract.StartStep{Key: contract.StartStepKey(s.Key), Done: s.Done, Minutes: s.Minutes}
	if s.Goal > 0 {
		step.Goal = &s.Goal
	}
	return step
}

func toAsking(a surveys.Asking, lang string) contract.Asking {
	name, _ := a.Who.Name.In(lang)
	return contract.Asking{Who: name, Names: append([]string{}, a.Names...), Minutes: a.Minutes,
		Questions: convertAll(a.Questions, func(q surveys.AskedQuestion) contract.QuestionToAsk {
			title, _ := q.Name.In(lang)
			return contract.QuestionToAsk{Code: q.Code, Goal: q.Goal, Name: title, Kind: contract.WorkKind(q.Kind)}
		})}
}
