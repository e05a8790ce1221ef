package surveys

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/surveys/form"
)

// Questionnaire is the document of a questionnaire version: for each goal the
// questions, each pinned to the version of its indicator's texts and bounds, and the
// questionnaire's own questions. A goal that only those are asked about has a section
// without questions, and goal 0 is what is asked for all goals together. It never
// changes once it is stored.
type Questionnaire struct {
	Sections []QuestionnaireSection `json:"sections"`
	Derived  []PinnedQuestion       `json:"derived,omitempty"` // worked out from the answers, and not asked
	Form     *form.Form             `json:"form,omitempty"`

	own *form.Compiled // Form, ready to be asked
}

// QuestionnaireSection is one goal's questions in the order they are asked.
type QuestionnaireSection struct {
	Goal      int              `json:"goal"`
	Questions []PinnedQuestion `json:"questions"`
}

// PinnedQuestion is an indicator and the version of it that is asked.
type PinnedQuestion struct {
	Code      string    `json:"code"`
	Indicator uuid.UUID `json:"indicator"`
	Version   uuid.UUID `json:"version"`

	Additional bool `json:"-"` // taken in by the municipality beside what the version asks
}

// questionnaireOf groups indicators by goal, keeping their order within it. Those that
// are derived from others stand apart.
func questionnaireOf(all []indicators.Indicator) Questionnaire {
	var q Questionnaire
	for goal := 1; goal <= 17; goal++ {
		section := QuestionnaireSection{Goal: goal}
		for _, i := range all {
			switch {
			case i.Goal == goal && i.Derived():
				q.Derived = append(q.Derived, PinnedQuestion{Code: i.Code, Indicator: i.ID, Version: i.VersionID})
			case i.Goal == goal:
				section.Questions = append(section.Questions, PinnedQuestion{Code: i.Code, Indicator: i.ID, Version: i.VersionID})
			}
		}
		if len(section.Questions) > 0 {
			q.Sections = append(q.Sections, section)
		}
	}
	return q
}

// with adds a form to the questions, with sections for the goals that nothing else
// is asked about.
func (q Questionnaire) with(own *form.Compiled) Questionnaire {
	asked := own.Form()
	q.own, q.Form = own, &asked
	for _, goal := range own.Goals() {
		if _, there := q.section(goal); !there {
			q.Sections = append(q.Sections, QuestionnaireSection{Goal: goal, Questions: []PinnedQuestion{}})
		}
	}
	slices.SortStableFunc(q.Sections, func(a, b QuestionnaireSection) int { return cmp.Compare(a.Goal, b.Goal) })
	return q
}

// document writes the questionnaire as it is stored; the same questions give
// the same text.
func (q Questionnaire) document() (string, error) {
	text, err := json.Marshal(q)
	return string(text), err
}

func parseQuestionnaire(document string) (Questionnaire, error) {
	var q Questionnaire
	if err := json.Unmarshal([]byte(document), &q); err != nil {
		return q, fmt.Errorf("read questionnaire version: %w", err)
	}
	if q.Form == nil {
		return q, nil
	}
	var faults []fault.Field
	if q.own, faults = form.Compile(*q.Form); len(faults) > 0 {
		return q, fmt.Errorf("read questionnaire version: %s at %s", faults[0].Code, faults[0].Path)
	}
	return q, nil
}

// versions gives the pinned indicator versions of one goal, or of all when goal
// is 0.
func (q Questionnaire) versions(goal int) []uuid.UUID {
	var ids []uuid.UUID
	for _, s := range q.Sections {
		if goal != 0 && s.Goal != goal {
			continue
		}
		for _, question := range s.Questions {
			ids = append(ids, question.Version)
		}
	}
	return ids
}

// find gives the question with a code and its goal; false when it is not asked.
func (q Questionnaire) find(code string) (PinnedQuestion, int, bool) {
	for _, s := range q.Sections {
		for _, question := range s.Questions {
			if question.Code == code {
				return question, s.Goal, true
			}
		}
	}
	return PinnedQuestion{}, 0, false
}

// count gives the number of questions.
func (q Questionnaire) count() (n int) {
	for _, s := range q.Sections {
		n += len(s.Questions)
	}
	return n
}

// indicators gives the ids of all indicators asked for.
func (q Questionnaire) indicators() []uuid.UUID {
	var ids []uuid.UUID
	for _, s := range q.Sections {
		for _, question := range s.Questions {
			ids = append(ids, question.Indicator)
		}
	}
	return ids
}

// asks tells whether an indicator is asked for.
func (q Questionnaire) asks(indicator uuid.UUID) bool {
	return slices.Contains(q.indicators(), indicator)
}

// section gives one goal's part; false when the goal is not asked about.
func (q Questionnaire) section(goal int) (QuestionnaireSection, bool) {
	for _, s := range q.Sections {
		if s.Goal == goal {
			return s, true
		}
	}
	return QuestionnaireSection{}, false
}

// codeOf gives the code that an indicator is asked by; empty where it is not.
func (q Questionnaire) codeOf(indicator uuid.UUID) string {
	for _, s := range q.Sections {
		for _, question := range s.Questions {
			if question.Indicator == indicator {
				return question.Code
			}
		}
	}
	return ""
}

// goalOf gives the goal that an indicator is asked under, 0 for none.
func (q Questionnaire) goalOf(indicator uuid.UUID) int {
	for _, s := range q.Sections {
		for _, question := range s.Questions {
			if question.Indicator == indicator {
				return s.Goal
			}
		}
	}
	return 0
}

// ownItem gives an own question by its name, false where it is not asked.
func (q Questionnaire) ownItem(name string) (*form.Item, bool) {
	if q.own == nil {
		return nil, false
	}
	item, _, _, asked := q.own.Item(name)
	return item, asked
}

// ownItems gives all own questions, those in groups too, in the order of the form.
func (q Questionnaire) ownItems() []*form.Item {
	if q.own == nil {
		return nil
	}
	return q.own.Items()
}
