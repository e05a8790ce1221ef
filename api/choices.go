package api

import (
	"context"

	"loftet/api/contract"
	"loftet/indicators/catalogue"
	"loftet/surveys"
)

// ListChoices gives what a municipality may choose among.
func (s *Server) ListChoices(ctx context.Context, r contract.ListChoicesRequestObject) (contract.ListChoicesResponseObject, error) {
	a := who(ctx)
	choices, err := s.Surveys.Choices(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListChoices200JSONResponse{
		Body: toChoices(choices, a.Language), Headers: contract.ListChoices200ResponseHeaders{ETag: etag(choices.Response.Version)},
	}, nil
}

// ChooseIndicator takes an indicator in or leaves it out.
func (s *Server) ChooseIndicator(ctx context.Context, r contract.ChooseIndicatorRequestObject) (contract.ChooseIndicatorResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	choices, err := s.Surveys.ChooseIndicator(ctx, a, r.ResponseID, r.Code, version, r.Body.Chosen, given(r.Body.Reason))
	if err != nil {
		return nil, withCurrent(err, func(c surveys.ResponseChoices) contract.ResponseChoices { return toChoices(c, a.Language) })
	}
	return contract.ChooseIndicator200JSONResponse{
		Body: toChoices(choices, a.Language), Headers: contract.ChooseIndicator200ResponseHeaders{ETag: etag(choices.Response.Version)},
	}, nil
}

func toChoices(c surveys.ResponseChoices, lang string) contract.ResponseChoices {
	return contract.ResponseChoices{
		Response: toResponse(c.Response), Editable: c.Editable,
		Goals: convertAll(c.Goals, func(g surveys.GoalChoice) contract.ChosenGoal {
			return contract.ChosenGoal{Goal: g.Goal, Name: catalogue.GoalName(g.Goal, lang), LeftOut: g.LeftOut, Reason: g.Reason}
		}),
		Items: convertAll(c.Items, func(i surveys.IndicatorChoice) contract.IndicatorChoice {
			choice := contract.IndicatorChoice{
				Question: toQuestion(i.Indicator, lang), Goal: i.Goal, Additional: i.Additional, Statistic: toFigure(i.Statistic),
				Chosen: i.Chosen, Reason: i.Reason, Answered: i.Answered,
			}
			if i.Class != (catalogue.Class{}) {
				line, quality := contract.BottomLine(i.Class.BottomLine), contract.FigureGrade(i.Class.Quality)
				choice.BottomLine, choice.Quality = &line, &quality
			}
			return choice
		}),
	}
}

func toNotChosen(list []surveys.NotChosen, lang string) []contract.NotChosen {
	return convertAll(list, func(n surveys.NotChosen) contract.NotChosen {
		name, _ := n.Name.In(lang)
		return contract.NotChosen{Code: n.Code, Name: name, Reason: n.Reason}
	})
}

// given is a text that need not be given.
func given(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
