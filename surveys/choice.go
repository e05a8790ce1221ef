package surveys

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
)

// choices are what a municipality has said of indicators, by indicator: whether it
// takes them, and why. What it has said nothing of is as the round has it: the
// questionnaire is asked, what is offered beside it is not.
type choices map[uuid.UUID]models.IndicatorChoice

// additionsOf reads what a round offers beside its questionnaire.
func additionsOf(round models.Round) ([]models.Addition, error) {
	if round.Additions == "" {
		return nil, nil
	}
	var list []models.Addition
	if err := json.Unmarshal([]byte(round.Additions), &list); err != nil {
		return nil, fmt.Errorf("read additions of round %s: %w", round.ID, err)
	}
	return list, nil
}

// chosen gives the questionnaire as a municipality answers it: without what it leaves
// out, and with the additions that it takes in, each under its goal. The questionnaire
// itself is shared and stays as it is.
func (q Questionnaire) chosen(said choices, additions []models.Addition) Questionnaire {
	if len(said) == 0 {
		return q
	}
	own := Questionnaire{Form: q.Form, own: q.own}
	for _, s := range q.Sections {
		s.Questions = slices.DeleteFunc(slices.Clone(s.Questions), func(p PinnedQuestion) bool {
			c, there := said[p.Indicator]
			return there && !c.Chosen
		})
		own.Sections = append(own.Sections, s)
	}
	for _, a := range additions {
		if said[a.Indicator].Chosen {
			own.add(a)
		}
	}
	slices.SortStableFunc(own.Sections, func(a, b QuestionnaireSection) int { return a.Goal - b.Goal })
	return own
}

func (q *Questionnaire) add(a models.Addition) {
	at := slices.IndexFunc(q.Sections, func(s QuestionnaireSection) bool { return s.Goal == a.Goal })
	if at < 0 {
		at, q.Sections = len(q.Sections), append(q.Sections, QuestionnaireSection{Goal: a.Goal})
	}
	s := &q.Sections[at]
	s.Questions = append(s.Questions, PinnedQuestion{Code: a.Code, Indicator: a.Indicator, Version: a.Version, Additional: true})
}

// fit sets the questions of a response by what its municipality has chosen.
func (o *opened) fit(whole Questionnaire) (err error) {
	o.whole = whole
	if o.additions, err = additionsOf(o.round); err == nil {
		o.asked = whole.chosen(o.choices, o.additions)
	}
	return err
}

// notChosen lists what of the questionnaire a response leaves out, but for goals that
// are left out as a whole.
func (o opened) notChosen() []DocumentChoice {
	var list []DocumentChoice
	for _, s := range o.whole.Sections {
		for _, q := range s.Questions {
			if c, there := o.choices[q.Indicator]; there && !c.Chosen && !o.leftOut(s.Goal) {
				list = append(list, DocumentChoice{Goal: s.Goal, Code: q.Code, IndicatorID: q.Indicator, Reason: c.Reason})
			}
		}
	}
	return list
}

// additionalVersions gives the versions of the additions that are asked.
func (q Questionnaire) additionalVersions() []uuid.UUID {
	var ids []uuid.UUID
	for _, s := range q.Sections {
		for _, p := range s.Questions {
			if p.Additional {
				ids = append(ids, p.Version)
			}
		}
	}
	return ids
}
