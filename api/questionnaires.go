package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"loftet/api/contract"
	"loftet/indicators/catalogue"
	"loftet/surveys"
	"loftet/surveys/form"
	"loftet/surveys/xlsform"
)

// ListQuestionnaires gives the questionnaires of one's regions.
func (s *Server) ListQuestionnaires(ctx context.Context, _ contract.ListQuestionnairesRequestObject) (contract.ListQuestionnairesResponseObject, error) {
	list, err := s.Surveys.ListQuestionnaires(ctx, who(ctx))
	if err != nil {
		return nil, err
	}
	return contract.ListQuestionnaires200JSONResponse{Items: convertAll(list, toDraft)}, nil
}

// CreateQuestionnaire makes a questionnaire.
func (s *Server) CreateQuestionnaire(ctx context.Context, r contract.CreateQuestionnaireRequestObject) (contract.CreateQuestionnaireResponseObject, error) {
	asked, err := fromForm(r.Body.Form)
	if err != nil {
		return nil, err
	}
	draft, err := s.Surveys.CreateQuestionnaire(ctx, who(ctx), surveys.QuestionnaireInput{
		RegionID: r.Body.RegionID, CatalogueID: r.Body.CatalogueID, Name: r.Body.Name, Indicators: valueOf(r.Body.Indicators), Form: asked,
	})
	if err != nil {
		return nil, err
	}
	return contract.CreateQuestionnaire201JSONResponse{
		Body: toDraft(draft), Headers: contract.CreateQuestionnaire201ResponseHeaders{ETag: etag(draft.Version)},
	}, nil
}

// ImportQuestionnaire makes a questionnaire from an XLSForm.
func (s *Server) ImportQuestionnaire(ctx context.Context, r contract.ImportQuestionnaireRequestObject) (contract.ImportQuestionnaireResponseObject, error) {
	content, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, malformed(err)
	}
	draft, warnings, err := s.Surveys.ImportQuestionnaire(ctx, who(ctx), r.RegionID, r.Params.Name, content)
	if err != nil {
		return nil, err
	}
	language := who(ctx).Language
	return contract.ImportQuestionnaire201JSONResponse{
		Headers: contract.ImportQuestionnaire201ResponseHeaders{ETag: etag(draft.Version)},
		Body: contract.ImportedQuestionnaire{Questionnaire: toDraft(draft), Warnings: convertAll(warnings, func(w xlsform.Warning) contract.ImportWarning {
			code := "xlsform_" + w.Sentence.Key
			return contract.ImportWarning{Sheet: w.Sheet, Row: w.Row, Column: w.Column, Code: code, Message: phrases().Message(w.On("", code), language)}
		})},
	}, nil
}

// ExportQuestionnaire gives the own questions of a questionnaire as an XLSForm.
func (s *Server) ExportQuestionnaire(ctx context.Context, r contract.ExportQuestionnaireRequestObject) (contract.ExportQuestionnaireResponseObject, error) {
	ending := ".xlsx"
	if valueOf(r.Params.Format) == contract.ExportQuestionnaireParamsFormatCsv {
		ending = ".csv"
	}
	name, body, err := s.Surveys.ExportQuestionnaire(ctx, who(ctx), r.QuestionnaireID, ending)
	if err != nil {
		return nil, err
	}
	exported(ctx, name)
	return toSave(slug(name)+ending, body), nil
}

// GetQuestionnaireDraft gives a questionnaire as it is being made.
func (s *Server) GetQuestionnaireDraft(ctx context.Context, r contract.GetQuestionnaireDraftRequestObject) (contract.GetQuestionnaireDraftResponseObject, error) {
	draft, err := s.Surveys.GetQuestionnaireDraft(ctx, who(ctx), r.QuestionnaireID)
	if err != nil {
		return nil, err
	}
	return contract.GetQuestionnaireDraft200JSONResponse{
		Body: toDraft(draft), Headers: contract.GetQuestionnaireDraft200ResponseHeaders{ETag: etag(draft.Version)},
	}, nil
}

// UpdateQuestionnaire changes a questionnaire.
func (s *Server) UpdateQuestionnaire(ctx context.Context, r contract.UpdateQuestionnaireRequestObject) (contract.UpdateQuestionnaireResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	asked, err := fromForm(r.Body.Form)
	if err != nil {
		return nil, err
	}
	draft, err := s.Surveys.UpdateQuestionnaire(ctx, who(ctx), r.QuestionnaireID, version, surveys.QuestionnaireInput{
		CatalogueID: r.Body.CatalogueID, Name: r.Body.Name, Indicators: valueOf(r.Body.Indicators), Form: asked,
	})
	if err != nil {
		return nil, withCurrent(err, toDraft)
	}
	return contract.UpdateQuestionnaire200JSONResponse{
		Body: toDraft(draft), Headers: contract.UpdateQuestionnaire200ResponseHeaders{ETag: etag(draft.Version)},
	}, nil
}

// RemoveQuestionnaire takes a questionnaire out of the list.
func (s *Server) RemoveQuestionnaire(ctx context.Context, r contract.RemoveQuestionnaireRequestObject) (contract.RemoveQuestionnaireResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	if err := s.Surveys.RemoveQuestionnaire(ctx, who(ctx), r.QuestionnaireID, version); err != nil {
		return nil, withCurrent(err, toDraft)
	}
	return contract.RemoveQuestionnaire204Response{}, nil
}

// PublishQuestionnaire publishes a questionnaire as it is.
func (s *Server) PublishQuestionnaire(ctx context.Context, r contract.PublishQuestionnaireRequestObject) (contract.PublishQuestionnaireResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	draft, err := s.Surveys.PublishQuestionnaire(ctx, who(ctx), r.QuestionnaireID, version)
	if err != nil {
		return nil, withCurrent(err, toDraft)
	}
	return contract.PublishQuestionnaire201JSONResponse{
		Body: toDraft(draft), Headers: contract.PublishQuestionnaire201ResponseHeaders{ETag: etag(draft.Version)},
	}, nil
}

func toDraft(d surveys.QuestionnaireDraft) contract.QuestionnaireDraft {
	draft := contract.QuestionnaireDraft{
		ID: d.ID, RegionID: d.RegionID, CatalogueID: d.CatalogueID, Name: d.Name, Version: d.Version, UpdatedAt: d.UpdatedAt,
		Editions: convertAll(d.Editions, toEdition), Form: toForm(d.Form),
	}
	if d.Indicators != nil {
		draft.Indicators = &d.Indicators
	}
	return draft
}

func toEdition(e surveys.QuestionnaireEdition) contract.QuestionnaireEdition {
	return contract.QuestionnaireEdition{QuestionnaireVersionID: e.ID, Edition: e.Edition, PublishedAt: e.PublishedAt}
}

// toForm gives a form as the contract has it, by way of JSON, in which both are the
// same; a test holds that.
func toForm(f *form.Form) *contract.Form {
	if f == nil {
		return nil
	}
	to, err := recast[contract.Form](f)
	if err != nil {
		return nil
	}
	return to
}

func fromForm(f *contract.Form) (*form.Form, error) {
	if f == nil {
		return nil, nil
	}
	return recast[form.Form](f)
}

func recast[T any](from any) (*T, error) {
	text, err := json.Marshal(from)
	if err != nil {
		return nil, fmt.Errorf("write form: %w", err)
	}
	var to T
	if err := json.Unmarshal(text, &to); err != nil {
		return nil, fmt.Errorf("read form: %w", err)
	}
	return &to, nil
}

// sectionName gives the name of a goal, or of what is asked for all together.
func sectionName(goal int, language string) string {
	if goal == 0 {
		return phrase(language, "general_questions")
	}
	return catalogue.GoalName(goal, language)
}
