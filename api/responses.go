package api

import (
	"cmp"
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/surveys"
)

// ListResponses gives the responses of the reader's municipality.
func (s *Server) ListResponses(ctx context.Context, _ contract.ListResponsesRequestObject) (contract.ListResponsesResponseObject, error) {
	responses, err := s.Surveys.ListResponses(ctx, who(ctx))
	if err != nil {
		return nil, err
	}
	return contract.ListResponses200JSONResponse{Items: convertAll(responses, toResponse)}, nil
}

// GetResponse gives a response with its task list.
func (s *Server) GetResponse(ctx context.Context, r contract.GetResponseRequestObject) (contract.GetResponseResponseObject, error) {
	a := who(ctx)
	detail, err := s.Surveys.GetResponse(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.GetResponse200JSONResponse{
		Body:    toResponseDetail(detail, a.Language),
		Headers: contract.GetResponse200ResponseHeaders{ETag: etag(detail.Response.Version)},
	}, nil
}

// GetResponseGoal gives the questions of one goal.
func (s *Server) GetResponseGoal(ctx context.Context, r contract.GetResponseGoalRequestObject) (contract.GetResponseGoalResponseObject, error) {
	a := who(ctx)
	goal, err := s.Surveys.GetResponseGoal(ctx, a, r.ResponseID, r.Goal)
	if err != nil {
		return nil, err
	}
	return contract.GetResponseGoal200JSONResponse(toResponseGoal(goal, a.Language)), nil
}

// ChooseGoal leaves a goal out or takes it in again.
func (s *Server) ChooseGoal(ctx context.Context, r contract.ChooseGoalRequestObject) (contract.ChooseGoalResponseObject, error) {
	a := who(ctx)
	detail, err := s.Surveys.ChooseGoal(ctx, a, r.ResponseID, r.Goal, r.Body.LeftOut, given(r.Body.Reason))
	if err != nil {
		return nil, err
	}
	return contract.ChooseGoal200JSONResponse{
		Body:    toResponseDetail(detail, a.Language),
		Headers: contract.ChooseGoal200ResponseHeaders{ETag: etag(detail.Response.Version)},
	}, nil
}

// CheckResponse gives all answers and what must be mended.
func (s *Server) CheckResponse(ctx context.Context, r contract.CheckResponseRequestObject) (contract.CheckResponseResponseObject, error) {
	a := who(ctx)
	check, err := s.Surveys.CheckResponse(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.CheckResponse200JSONResponse{
		Detail: toResponseDetail(check.Detail, a.Language), Ready: check.Ready,
		Faults: convertAll(check.Faults, func(f surveys.AnswerFault) contract.AnswerFault {
			return toAnswerFault(f, a.Language)
		}),
		Goals: convertAll(check.Goals, func(g surveys.ResponseGoal) contract.ResponseGoal { return toResponseGoal(g, a.Language) }),
		Own:   toOwn(check.Own),
	}, nil
}

func toAnswerFault(f surveys.AnswerFault, language string) contract.AnswerFault {
	wrong := contract.AnswerFault{Code: f.Code, Goal: f.Goal, Message: phrase(language, f.Key)}
	if f.Own != nil {
		own := true
		wrong.Own, wrong.Message = &own, phrases().Message(*f.Own, language)
	}
	if f.Row > 0 {
		wrong.Row = &f.Row
	}
	return wrong
}

func toResponse(r surveys.ResponseInfo) contract.Response {
	response := contract.Response{
		ID: r.ID, Round: toRound(r.Round), Municipality: toMunicipality(r.Municipality), State: contract.ResponseState(r.State),
		SectionsDone: r.SectionsDone, Sections: r.Sections, Revision: r.Revision, SubmittedAt: r.SubmittedAt, Version: r.Version,
	}
	if r.ResumeGoal > 0 {
		response.ResumeGoal = &r.ResumeGoal
	}
	return response
}

func toResponseDetail(d surveys.ResponseDetail, lang string) contract.ResponseDetail {
	return contract.ResponseDetail{
		Response: toResponse(d.Response), ReturnReason: d.ReturnReason,
		ApprovedBy: toPersonName(d.ApprovedBy), ApprovedAt: d.ApprovedAt,
		Actions: toActions(d.Actions), Locks: toLocks(d.Locks, lang), FourEyes: d.FourEyes,
		OpenQuestions: d.OpenQuestions, OpenComments: d.OpenComments, Unanchored: toLevels(d.Unanchored),
		Sections: convertAll(d.Sections, func(s surveys.Section) contract.SectionProgress {
			section := contract.SectionProgress{
				Goal: s.Goal, Name: sectionName(s.Goal, lang), State: contract.SectionState(s.State), Answered: s.Answered,
				Questions: s.Questions, Unconfirmed: s.Unconfirmed, LeftOut: s.LeftOut(), Assignment: handedTo(d.Handed, s.Goal, lang),
			}
			if s.Waiting > 0 {
				section.Waiting = &s.Waiting
			}
			return section
		}),
	}
}

func toPersonName(w *surveys.Who) *contract.PersonName {
	if w == nil {
		return nil
	}
	return &contract.PersonName{ID: w.ID, Name: w.Name}
}

func toResponseGoal(g surveys.ResponseGoal, lang string) contract.ResponseGoal {
	goal := contract.ResponseGoal{
		Response: toResponse(g.Response), Goal: g.Goal, Name: sectionName(g.Goal, lang), LeftOut: g.LeftOut, Editable: g.Editable, Own: toOwn(g.Own),
		Questions: convertAll(g.Questions, func(q surveys.AnsweredQuestion) contract.AnsweredQuestion {
			answered := contract.AnsweredQuestion{
				Question: toQuestion(q.Question, lang), Statistic: toFigure(q.Statistic), LastRound: toFigure(q.LastRound), Median: toMedian(q.Median),
			}
			if knower, known := surveys.KnownBy(q.Question.Definition); known {
				answered.KnownBy = new(say(knower.Name, lang))
			}
			if q.Additional {
				answered.Additional = &q.Additional
			}
			if q.GivenBy != nil {
				answered.GivenBy = &contract.Giver{Name: q.GivenBy.Name, Goal: q.GivenIn, Label: cmp.Or(say(models.Text(q.GivenBy.Label), lang), q.GivenBy.Name)}
			}
			if len(q.Evidence) > 0 {
				answered.Evidence = new(convertAll(q.Evidence, toAttachment))
			}
			if q.Repeatable() {
				answered.Repeatable = new(true)
			}
			if q.Answer != nil {
				answer := toAnswer(*q.Answer, lang)
				answered.Answer = &answer
			}
			return answered
		}),
	}
	if g.Handed != nil {
		goal.Assignment = new(toAssignment(lang)(*g.Handed))
	}
	if len(g.NotChosen) > 0 {
		goal.NotChosen = new(toNotChosen(g.NotChosen, lang))
	}
	if g.PreviousGoal >= 0 {
		goal.PreviousGoal = &g.PreviousGoal
	}
	if g.NextGoal >= 0 {
		goal.NextGoal = &g.NextGoal
	}
	return goal
}

func toFigure(f *surveys.Figure) *contract.Figure {
	if f == nil {
		return nil
	}
	figure := &contract.Figure{State: contract.FigureState(f.State), Value: f.Value, Year: f.Year, Source: f.Source}
	if f.Comment != "" {
		figure.Comment = &f.Comment
	}
	if f.Round != "" {
		figure.Round = &f.Round
	}
	return figure
}

func toMedian(m *surveys.Median) *contract.ComparedMedian {
	if m == nil {
		return nil
	}
	return &contract.ComparedMedian{Value: m.Value, Units: m.Units, Group: m.Group}
}
