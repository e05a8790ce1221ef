package surveys

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
	"loftet/surveys/xlsform"
)

// readForm is what the reading of an XLSForm gave.
type readForm struct {
	form     form.Form
	warnings []xlsform.Warning
	err      error
}

type formKey struct{}

// FormAhead gives a context under which ImportQuestionnaire has read the form already:
// it is for who makes that part of a larger transaction, which the reading of a large
// form would keep long.
func (s *Service) FormAhead(ctx context.Context, a orgs.Actor, region uuid.UUID, file string, content []byte) context.Context {
	read, err := s.readForm(ctx, a, region, file, content)
	if err != nil {
		return ctx // ImportQuestionnaire says it
	}
	return context.WithValue(ctx, formKey{}, read)
}

// readForm reads a form for who may make questionnaires for the region.
func (s *Service) readForm(ctx context.Context, a orgs.Actor, region uuid.UUID, file string, content []byte) (readForm, error) {
	if err := s.db.Read(ctx, func(tx *models.Tx) error { return mayMake(tx, a, region) }); err != nil {
		return readForm{}, err
	}
	if read, done := ctx.Value(formKey{}).(readForm); done {
		return read, nil
	}
	read, _, warnings, err := xlsform.Read(file, content)
	return readForm{read, warnings, err}, nil
}

// ImportQuestionnaire makes a questionnaire for a region that the actor runs from an
// XLSForm, .xlsx or .csv by the ending of its name. It is called as the form is, with a
// number where that is taken, and asks all of the common core beside. The warnings name
// what the form was taken without; its faults are those of fields, by sheet and row.
func (s *Service) ImportQuestionnaire(ctx context.Context, a orgs.Actor, region uuid.UUID, file string, content []byte) (QuestionnaireDraft, []xlsform.Warning, error) {
	read, err := s.readForm(ctx, a, region, file, content)
	if err != nil {
		return QuestionnaireDraft{}, nil, err
	}
	var faults xlsform.Faults
	if errors.As(read.err, &faults) {
		return QuestionnaireDraft{}, nil, unreadable(faults)
	}
	if read.err != nil {
		return QuestionnaireDraft{}, nil, fmt.Errorf("read form: %w", read.err)
	}
	name := cmp.Or(strings.TrimSpace(read.form.Title.In(read.form.Languages)), strings.TrimSuffix(path.Base(file), path.Ext(file)))
	if name, err = s.freeName(ctx, region, name); err != nil {
		return QuestionnaireDraft{}, nil, err
	}
	draft, err := s.CreateQuestionnaire(ctx, a, QuestionnaireInput{RegionID: region, Name: name, Form: &read.form})
	return draft, read.warnings, err
}

// ExportQuestionnaire gives the own questions of a questionnaire of a region that the
// actor runs as an XLSForm, .xlsx or .csv by the ending, with the questionnaire's name. One without own
// questions is a fault NotFound.
func (s *Service) ExportQuestionnaire(ctx context.Context, a orgs.Actor, id uuid.UUID, ending string) (name string, content []byte, err error) {
	draft, err := s.GetQuestionnaireDraft(ctx, a, id)
	if err != nil {
		return "", nil, err
	}
	if draft.Form == nil {
		return "", nil, fault.Missing()
	}
	content, err = xlsform.Write(*draft.Form, ending)
	var faults xlsform.Faults
	if errors.As(err, &faults) {
		return "", nil, unreadable(faults)
	}
	return draft.Name, content, err
}

// maxFaults is how many faults of a file are told.
const maxFaults = 200

func unreadable(faults xlsform.Faults) error {
	var fields []fault.Field
	for _, f := range faults[:min(len(faults), maxFaults)] {
		place := cmp.Or(f.Sheet, "file")
		if f.Row > 0 {
			place += "." + strconv.Itoa(f.Row)
		}
		if f.Column != "" {
			place += "." + f.Column
		}
		fields = append(fields, f.On(place, "xlsform_"+string(f.Code)))
	}
	return fault.InvalidFields(fields...)
}

// freeName gives a name that no questionnaire of the region has.
func (s *Service) freeName(ctx context.Context, region uuid.UUID, name string) (free string, err error) {
	runes := []rune(name)
	name = string(runes[:min(len(runes), maxDraftName-5)])
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		for n := 1; ; n++ {
			free = name
			if n > 1 {
				free = fmt.Sprintf("%s (%d)", name, n)
			}
			taken, err := draftNameTaken(tx, region, free, uuid.Nil)
			if err != nil || !taken || n > 900 {
				return err
			}
		}
	})
	return free, err
}
