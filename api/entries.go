package api

import (
	"context"

	"loftet/api/contract"
	"loftet/surveys"
)

// SaveEntry saves the answer to an own question as it is typed.
func (s *Server) SaveEntry(ctx context.Context, r contract.SaveEntryRequestObject) (contract.SaveEntryResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	entry, err := s.Surveys.SaveEntry(ctx, who(ctx), r.ResponseID, r.Name, valueOf(r.Params.Row), version, r.Body.Value)
	if err != nil {
		return nil, withCurrent(err, toEntry)
	}
	return contract.SaveEntry200JSONResponse{
		Body: toEntry(entry), Headers: contract.SaveEntry200ResponseHeaders{ETag: etag(entry.Version)},
	}, nil
}

// MoveResponse moves a response to another edition of its questionnaire.
func (s *Server) MoveResponse(ctx context.Context, r contract.MoveResponseRequestObject) (contract.MoveResponseResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	move, err := s.Surveys.MoveResponse(ctx, a, r.ResponseID, version, r.Body.QuestionnaireVersionID, r.Body.Preview)
	if err != nil {
		return nil, withCurrent(err, func(d surveys.ResponseDetail) contract.ResponseDetail { return toResponseDetail(d, a.Language) })
	}
	return contract.MoveResponse200JSONResponse{
		Headers: contract.MoveResponse200ResponseHeaders{ETag: etag(move.Version)},
		Body: contract.MovedResponse{
			From: toEdition(move.From), To: toEdition(move.To), Kept: move.Kept,
			Lost: convertAll(move.Lost, func(l surveys.LostAnswer) contract.LostAnswer {
				return contract.LostAnswer{Code: l.Code, Row: l.Row, Own: l.Own, Message: phrase(a.Language, l.Key)}
			}),
		},
	}, nil
}

func toEntry(e surveys.Entry) contract.Entry {
	return contract.Entry{Name: e.Name, Row: e.Row, Value: e.Value, Version: e.Version, UpdatedAt: e.UpdatedAt, By: toPersonName(e.By)}
}

func toOwn(own *surveys.OwnQuestions) *contract.OwnQuestions {
	if own == nil {
		return nil
	}
	return &contract.OwnQuestions{Form: *toForm(&own.Form), Entries: convertAll(own.Entries, toEntry)}
}
