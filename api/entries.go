package api

import (
	"cmp"
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

// ListEditions gives the editions that a response can be moved among.
func (s *Server) ListEditions(ctx context.Context, r contract.ListEditionsRequestObject) (contract.ListEditionsResponseObject, error) {
	found, err := s.Surveys.Editions(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListEditions200JSONResponse{
		Response: toResponse(found.Response), Current: toEdition(found.Current), Others: convertAll(found.Others, toEdition), Editable: found.Editable,
	}, nil
}

// GetEntryHistory gives the changes of an answer to an own question.
func (s *Server) GetEntryHistory(ctx context.Context, r contract.GetEntryHistoryRequestObject) (contract.GetEntryHistoryResponseObject, error) {
	changes, files, err := s.Surveys.EntryHistory(ctx, who(ctx), r.ResponseID, r.Name, valueOf(r.Params.Row))
	if err != nil {
		return nil, err
	}
	return contract.GetEntryHistory200JSONResponse{
		Files: convertAll(files, toAttachment),
		Items: convertAll(changes, func(c surveys.AnswerChange) contract.EntryChange {
			change := contract.EntryChange{At: c.At, Kind: contract.HistoryKind(c.Kind), By: nameOf(c.By), From: entryValueOrNil(c.Before), To: entryValueOrNil(c.After), Why: c.Why}
			if c.Revision > 0 {
				change.Revision = &c.Revision
			}
			return change
		}),
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
	moved := func(m surveys.MovedAnswer) contract.MovedAnswer {
		return contract.MovedAnswer{Code: m.Code, Row: m.Row, Own: m.Own, Name: cmp.Or(say(m.Name, a.Language), m.Code)}
	}
	return contract.MoveResponse200JSONResponse{
		Headers: contract.MoveResponse200ResponseHeaders{ETag: etag(move.Version)},
		Body: contract.MovedResponse{
			From: toEdition(move.From), To: toEdition(move.To), Carried: convertAll(move.Carried, moved), Added: convertAll(move.Added, moved),
			Lost: convertAll(move.Lost, func(l surveys.LostAnswer) contract.MovedAnswer {
				answer := moved(l.MovedAnswer)
				answer.Message = new(phrase(a.Language, l.Key))
				return answer
			}),
		},
	}, nil
}

func entryValueOrNil(value any) *contract.EntryValue {
	if value == nil {
		return nil
	}
	return &value
}

func toEntry(e surveys.Entry) contract.Entry {
	return contract.Entry{Name: e.Name, Row: e.Row, Value: e.Value, Version: e.Version, UpdatedAt: e.UpdatedAt, By: toPersonName(e.By)}
}

func toOwn(own *surveys.OwnQuestions) *contract.OwnQuestions {
	if own == nil {
		return nil
	}
	return &contract.OwnQuestions{Form: *toForm(&own.Form), Entries: convertAll(own.Entries, toEntry), Files: convertAll(own.Files, toAttachment)}
}
