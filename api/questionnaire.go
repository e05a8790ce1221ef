package api

import (
	"context"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/surveys"
)

// GetQuestionnaire gives the questions of a round, by goal.
func (s *Server) GetQuestionnaire(ctx context.Context, r contract.GetQuestionnaireRequestObject) (contract.GetQuestionnaireResponseObject, error) {
	a := who(ctx)
	round, sections, own, err := s.Surveys.GetQuestionnaire(ctx, a, r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.GetQuestionnaire200JSONResponse{
		Round: toRound(round), Version: round.QuestionnaireVersion, Form: toForm(own),
		Sections: convertAll(sections, func(section surveys.QuestionSection) contract.QuestionnaireSection {
			return contract.QuestionnaireSection{
				Goal: section.Goal, Name: sectionName(section.Goal, a.Language),
				Questions: convertAll(section.Questions, func(in indicators.Indicator) contract.Question { return toQuestion(in, a.Language) }),
			}
		}),
	}, nil
}

func toQuestion(in indicators.Indicator, lang string) contract.Question {
	question := contract.Question{
		Code: in.Code, Target: in.Target, TargetLabel: targetLabel(in.Target, lang),
		Name: say(in.Name, lang), Question: say(in.Question, lang), Help: say(in.Help, lang),
		Numerator: paragraphOrNil(in.Numerator, lang), Denominator: paragraphOrNil(in.Denominator, lang),
		Type: contract.QuestionType(in.Type), Unit: say(in.Unit, lang), Decimals: in.Decimals,
		Direction: contract.Direction(in.Direction), Min: in.Min, Max: in.Max,
		Parts: convertAll(in.Parts, func(p indicators.Part) contract.QuestionPart {
			return contract.QuestionPart{Key: p.Key, Type: contract.PartType(p.Type), Label: say(p.Label, lang)}
		}),
		Source: toStatisticsSource(in.Definition, lang),
	}
	if in.Combine != "" {
		combine := contract.Combine(in.Combine)
		question.Combine = &combine
	}
	return question
}
