package api

import (
	"context"
	"net/http"

	"loftet/api/contract"
	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/paper"
)

// ListJudgements gives the strengths and weaknesses of the reader's municipality.
func (s *Server) ListJudgements(ctx context.Context, r contract.ListJudgementsRequestObject) (contract.ListJudgementsResponseObject, error) {
	list, at, err := s.Surveys.Judgements(ctx, who(ctx), r.Params.Round)
	if err != nil {
		return nil, err
	}
	return contract.ListJudgements200JSONResponse{Items: convertAll(list, toJudgement), At: at}, nil
}

// RecordJudgement adds one to the list.
func (s *Server) RecordJudgement(ctx context.Context, r contract.RecordJudgementRequestObject) (contract.RecordJudgementResponseObject, error) {
	j, err := s.Surveys.RecordJudgement(ctx, who(ctx), judgementText(*r.Body))
	if err != nil {
		return nil, err
	}
	return contract.RecordJudgement201JSONResponse{Body: toJudgement(j), Headers: contract.RecordJudgement201ResponseHeaders{ETag: etag(j.Version)}}, nil
}

// ChangeJudgement words one anew.
func (s *Server) ChangeJudgement(ctx context.Context, r contract.ChangeJudgementRequestObject) (contract.ChangeJudgementResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	j, err := s.Surveys.ChangeJudgement(ctx, who(ctx), r.JudgementID, version, judgementText(*r.Body))
	if err != nil {
		return nil, withCurrent(err, toJudgement)
	}
	return contract.ChangeJudgement200JSONResponse{Body: toJudgement(j), Headers: contract.ChangeJudgement200ResponseHeaders{ETag: etag(j.Version)}}, nil
}

// GetJudgementHistory gives how one was worded.
func (s *Server) GetJudgementHistory(
	ctx context.Context, r contract.GetJudgementHistoryRequestObject,
) (contract.GetJudgementHistoryResponseObject, error) {
	changes, err := s.Surveys.JudgementHistory(ctx, who(ctx), r.JudgementID)
	if err != nil {
		return nil, err
	}
	return contract.GetJudgementHistory200JSONResponse{Items: convertAll(changes, func(c surveys.JudgementChange) contract.JudgementChange {
		return contract.JudgementChange{At: c.At, Judgement: toJudgement(c.Judgement)}
	})}, nil
}

// GetJudgementsTable gives the list as CSV.
func (s *Server) GetJudgementsTable(ctx context.Context, r contract.GetJudgementsTableRequestObject) (contract.GetJudgementsTableResponseObject, error) {
	lang := langOr(ctx, r.Params.Lang)
	list, _, err := s.Surveys.Judgements(ctx, who(ctx), r.Params.Round)
	if err != nil {
		return nil, err
	}
	body, err := paper.JudgementsCSV(list, lang)
	if err != nil {
		return nil, err
	}
	exported(ctx, judgementsName[lang])
	return &file{contentType: "text/csv; charset=utf-8", name: judgementsName[lang] + ".csv", body: body}, nil
}

// VisitGetJudgementsTableResponse writes the table.
func (f *file) VisitGetJudgementsTableResponse(w http.ResponseWriter) error { return f.write(w) }

var judgementsName = map[string]string{"nb": "styrker-og-svakheter", "nn": "styrkar-og-veikskapar", "en": "strengths-and-weaknesses"}

func judgementText(in contract.JudgementEdit) surveys.JudgementText {
	return surveys.JudgementText{Kind: string(in.Kind), Goal: valueOf(in.Goal), Text: in.Text, Source: valueOf(in.Source),
		JudgedOn: models.Date(in.JudgedOn), EndedOn: models.Date(valueOf(in.EndedOn)), EndReason: valueOf(in.EndReason)}
}

func toJudgement(j surveys.Judgement) contract.Judgement {
	out := contract.Judgement{ID: j.ID, Kind: contract.JudgementKind(j.Kind), Text: j.Text, Source: j.Source, JudgedOn: string(j.JudgedOn),
		EndedOn: textOrNil(string(j.EndedOn)), EndReason: j.EndReason, By: toPersonName(j.By), Version: j.Version}
	if j.Goal > 0 {
		out.Goal = &j.Goal
	}
	return out
}
