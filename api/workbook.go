package api

import (
	"context"
	"io"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/orgs"
	"loftet/surveys"
	"loftet/surveys/paper"
	"loftet/surveys/workbook"
)

// GetWorkbook gives the questions of a response as a spreadsheet.
func (s *Server) GetWorkbook(ctx context.Context, r contract.GetWorkbookRequestObject) (contract.GetWorkbookResponseObject, error) {
	check, err := s.Surveys.CheckResponse(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	body, err := workbook.Write(r.ResponseID, check.Goals, check.Own, langOr(ctx, r.Params.Lang))
	if err != nil {
		return nil, err
	}
	name := slug(check.Detail.Response.Municipality.Name + " " + check.Detail.Response.Round.Name)
	exported(ctx, name)
	return toSave(name+".xlsx", body), nil
}

// ReadWorkbook reads a spreadsheet that was filled in.
func (s *Server) ReadWorkbook(ctx context.Context, r contract.ReadWorkbookRequestObject) (contract.ReadWorkbookResponseObject, error) {
	a := who(ctx)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, malformed(err)
	}
	read, err := s.readFilled(ctx, a, r.ResponseID, body)
	if err != nil {
		return nil, err
	}
	filling, err := s.Surveys.FillIn(ctx, a, r.ResponseID, read.Rows, read.Entries,
		surveys.Filled{Save: valueOf(r.Params.Save), Overtake: valueOf(r.Params.Overtake)})
	if err != nil {
		return nil, err
	}
	return contract.ReadWorkbook200JSONResponse(s.toFilling(read.Reading, filling, read.own, a.Language)), nil
}

// filled is a spreadsheet that was read, and the own questions that it was read by.
type filled struct {
	workbook.Reading
	own *surveys.OwnQuestions
}

type filledKey struct{}

// readFilled reads a spreadsheet by what its response asks, if that was not done ahead.
func (s *Server) readFilled(ctx context.Context, a orgs.Actor, id uuid.UUID, body []byte) (filled, error) {
	if read, done := ctx.Value(filledKey{}).(filled); done {
		return read, nil
	}
	check, err := s.Surveys.CheckResponse(ctx, a, id)
	if err != nil {
		return filled{}, err
	}
	var asked []indicators.Indicator
	for _, goal := range check.Goals {
		for _, q := range goal.Questions {
			asked = append(asked, q.Question)
		}
	}
	reading, err := workbook.Read(body, id, asked, check.Own)
	return filled{reading, check.Own}, err
}

func (s *Server) toFilling(reading workbook.Reading, f surveys.Filling, own *surveys.OwnQuestions, lang string) contract.Filling {
	answer := func(one surveys.FilledAnswer) contract.FilledAnswer {
		return contract.FilledAnswer{
			Code: one.Question.Code, Name: say(one.Question.Name, lang), By: one.By,
			Before: inWords(one.Question, one.Before, lang), After: inWords(one.Question, one.After, lang),
		}
	}
	out := contract.Filling{
		Saved: f.Saved, Answers: append(convertAll(f.Sound, answer), filledOwn(own, f.Entries, lang)...),
		Overtaken: append(convertAll(f.Overtaken, answer), filledOwn(own, f.EntriesOvertaken, lang)...), Faults: []contract.CellFault{},
	}
	add := func(at workbook.Place, code string, field fault.Field) {
		out.Faults = append(out.Faults, contract.CellFault{Sheet: at.Sheet, Cell: at.Cell, Code: code, Message: s.catalogue.Message(field, lang)})
	}
	for _, one := range reading.Faults {
		add(one.Place, one.Code, one.Field)
	}
	for _, one := range f.Faults {
		for _, field := range one.Fields {
			add(reading.PlaceOf(one.Code, one.Row, field.Path), one.Code, field)
		}
	}
	return out
}

// filledOwn tells of own questions as of indicators.
func filledOwn(own *surveys.OwnQuestions, list []surveys.FilledOwn, lang string) []contract.FilledAnswer {
	return convertAll(list, func(one surveys.FilledOwn) contract.FilledAnswer {
		before, after := paper.OneOwn(one.Before, own.Asked, lang), paper.OneOwn(one.After, own.Asked, lang)
		name := after.Label
		if one.After.Row > 0 {
			name = after.Around + ": " + name
		}
		return contract.FilledAnswer{Code: one.After.Name, Name: name, By: one.By, Before: before.InWords(lang), After: after.InWords(lang)}
	})
}
