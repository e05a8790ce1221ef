package surveys

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys/form"
)

// QuestionnaireInput is a questionnaire as a region writes it: chosen indicators of
// a catalogue, by code, and questions of its own. Without Indicators it asks for all
// of the catalogue, without CatalogueID it takes the common core; without Form it has
// no questions of its own.
type QuestionnaireInput struct {
	RegionID    uuid.UUID // cannot be changed later
	CatalogueID *uuid.UUID
	Name        string
	Indicators  []string
	Form        *form.Form
}

// QuestionnaireDraft is a questionnaire that a region is making, with what was
// published of it. Lists tell neither indicators nor form.
type QuestionnaireDraft struct {
	ID          uuid.UUID
	RegionID    uuid.UUID
	CatalogueID uuid.UUID
	Name        string
	Indicators  []string // nil for all of the catalogue
	Form        *form.Form
	Version     int
	UpdatedAt   time.Time
	Editions    []QuestionnaireEdition // newest first
}

// QuestionnaireEdition is a published version of a region's questionnaire.
type QuestionnaireEdition struct {
	ID          uuid.UUID // of the questionnaire version
	Edition     int
	PublishedAt time.Time
}

// draftDocument is what a draft keeps beside its name.
type draftDocument struct {
	Indicators []string   `json:"indicators"`
	Form       *form.Form `json:"form,omitempty"`
}

const maxDraftName = 200

// drafted checks what a region wrote and gives it as it is kept. all are the
// indicators of the catalogue.
func drafted(in QuestionnaireInput, all []indicators.Indicator) (name, document string, faults []fault.Field, err error) {
	name = strings.TrimSpace(in.Name)
	switch {
	case name == "":
		faults = append(faults, fault.OnField("name", "required"))
	case utf8.RuneCountInString(name) > maxDraftName:
		faults = append(faults, fault.OnField("name", "too_long", "max", maxDraftName))
	}
	if in.Indicators != nil && len(in.Indicators) == 0 {
		faults = append(faults, fault.OnField("indicators", "questionnaire_indicator"))
	}
	for i, code := range in.Indicators {
		path := fmt.Sprintf("indicators.%d", i)
		switch {
		case !slices.ContainsFunc(all, func(one indicators.Indicator) bool { return one.Code == code }):
			faults = append(faults, fault.OnField(path, "not_in_list"))
		case slices.Contains(in.Indicators[:i], code):
			faults = append(faults, fault.OnField(path, "repeated"))
		}
	}
	kept := draftDocument{Indicators: in.Indicators}
	if in.Form != nil {
		compiled, wrong := form.Compile(*in.Form)
		for _, f := range wrong {
			f.Path = "form." + f.Path
			faults = append(faults, f)
		}
		if compiled != nil {
			asked := compiled.Form()
			kept.Form = &asked
			faults = append(faults, givingFaults(compiled, kept.chosen(all))...)
		}
	}
	text, err := json.Marshal(kept)
	return name, string(text), faults, err
}

// chosen gives the indicators that a draft asks for, in the order of the catalogue.
func (d draftDocument) chosen(all []indicators.Indicator) []indicators.Indicator {
	if d.Indicators == nil {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(i indicators.Indicator) bool { return !slices.Contains(d.Indicators, i.Code) })
}

func parseDraft(document string) (d draftDocument, err error) {
	if err := json.Unmarshal([]byte(document), &d); err != nil {
		return d, fmt.Errorf("read questionnaire: %w", err)
	}
	return d, nil
}

// draftShown gives a draft as it is shown.
func draftShown(row models.QuestionnaireDraft, editions []models.QuestionnaireVersion) (QuestionnaireDraft, error) {
	d := QuestionnaireDraft{
		ID: row.ID, RegionID: row.RegionID, CatalogueID: row.CatalogueID, Name: row.Name, Version: row.Version, UpdatedAt: row.UpdatedAt,
		Editions: []QuestionnaireEdition{},
	}
	for _, e := range editions {
		if e.QuestionnaireID != nil && *e.QuestionnaireID == row.ID {
			d.Editions = append(d.Editions, QuestionnaireEdition{ID: e.ID, Edition: e.Edition, PublishedAt: e.PublishedAt})
		}
	}
	if row.Document == "" {
		return d, nil
	}
	kept, err := parseDraft(row.Document)
	d.Indicators, d.Form = kept.Indicators, kept.Form
	return d, err
}
