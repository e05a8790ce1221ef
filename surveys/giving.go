package surveys

import (
	"maps"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// OriginOwn is the origin of an answer that an own question gives, see [givingFault].
const OriginOwn = "own_question"

// givingFault tells what keeps an own question from giving the answer to the indicator
// it names; "" for nothing. There is one such question of an indicator, asked once, in
// the indicator's section or for all goals together, and nobody gives its answer by a
// default: then its answer and the indicator's can never be two.
func givingFault(item *form.Item, goal int, repeat *form.Item, to indicators.Definition, lists map[string][]form.Choice) string {
	switch {
	case repeat != nil:
		return "form_gives_in_repeat"
	case item.Default != "":
		return "form_gives_default"
	case goal != 0 && goal != to.Goal:
		return "form_gives_goal"
	case !givesKind(item, to, lists):
		return "form_gives_kind"
	}
	return ""
}

// givesKind tells whether the answers of a question can be answers to an indicator.
func givesKind(item *form.Item, to indicators.Definition, lists map[string][]form.Choice) bool {
	if item.Kind == form.Calculated {
		return catalogue.Type(to.Type) != catalogue.InParts
	}
	switch catalogue.Type(to.Type) {
	case catalogue.YesPartlyNo:
		return item.Kind == form.YesNo || item.Kind == form.ChoiceOf && !item.Other &&
			!slices.ContainsFunc(lists[item.List], func(c form.Choice) bool { _, counts := catalogue.ChoiceValue(c.Name); return !counts })
	case catalogue.InParts:
		return item.Kind == form.Parts && len(item.Parts) == len(to.Parts) &&
			!slices.ContainsFunc(to.Parts, func(p indicators.Part) bool {
				return !slices.ContainsFunc(item.Parts, func(own form.Part) bool { return own.Name == p.Key })
			})
	}
	return item.Kind.Number()
}

// givingFaults checks the questions of a form that name an indicator which is asked.
// Another code says what an answer is about, for those who compare questionnaires.
func givingFaults(own *form.Compiled, asked []indicators.Indicator) []fault.Field {
	var found []fault.Field
	given, lists := map[string]bool{}, own.Form().Lists
	for _, item := range own.Items() {
		at := slices.IndexFunc(asked, func(i indicators.Indicator) bool { return item.Indicator == i.Code })
		if item.Indicator == "" || at < 0 {
			continue
		}
		_, goal, repeat, _ := own.Item(item.Name)
		code := givingFault(item, goal, repeat, asked[at].Definition, lists)
		if given[item.Indicator] {
			code = "form_gives_twice"
		}
		given[item.Indicator] = true
		if code != "" {
			found = append(found, fault.OnField("form."+own.Path(item.Name)+".indicator", code, "item", item.Name, "code", item.Indicator))
		}
	}
	return found
}

// giver finds the own question that gives the answer to an indicator that is asked.
func (q Questionnaire) giver(code string) (*form.Item, bool) {
	if _, _, asked := q.find(code); !asked {
		return nil, false
	}
	for _, item := range q.ownItems() {
		if item.Indicator == code {
			return item, true
		}
	}
	return nil, false
}

// asAnswer makes an indicator's answer of an own question's, nil where that has none, or
// says why it can't be one.
func asAnswer(to indicators.Definition, value any) (*AnswerInput, []fault.Field) {
	in := AnswerInput{State: Value}
	switch v := value.(type) {
	case nil:
		return nil, nil
	case float64:
		in.Value = &v
	case bool:
		in.Choice = map[bool]string{true: "yes", false: "no"}[v]
	case string:
		in.Choice = v
	case map[string]float64:
		in.Parts = v
	}
	worth, faults := worth(to, in)
	if len(faults) > 0 {
		return nil, faults
	}
	in.Value = &worth
	return &in, nil
}

// notGiven says why an own question's answer can't be that of its indicator.
func notGiven(state form.State, goals []ResponseGoal) []fault.Field {
	for _, goal := range goals {
		for _, q := range goal.Questions {
			if q.GivenBy != nil && q.GivenBy.Name == state.Item.Name {
				_, faults := asAnswer(q.Question.Definition, state.Value)
				return faults
			}
		}
	}
	return nil
}

// stands tells whether an answer is one that an own question gives now.
func stands(row *models.Answer) bool {
	return row != nil && row.Origin == OriginOwn && row.State == string(Value)
}

// settleGiven writes the answers that own questions give, after something that they
// hang on has changed. What was noted beside an answer stays with it.
func (s *Service) settleGiven(tx *models.Tx, a orgs.Actor, o *opened) error {
	if !slices.ContainsFunc(o.whole.ownItems(), func(i *form.Item) bool { return i.Indicator != "" }) {
		return nil
	}
	entries, err := entriesOf(tx, *o)
	if err != nil {
		return err
	}
	states, err := o.whole.standing(entries, tx.Now)
	if err != nil {
		return err
	}
	answers, err := answersOf(tx, o.response.ID)
	if err != nil {
		return err
	}
	texts, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil {
		return err
	}
	for _, state := range states {
		at := slices.IndexFunc(texts, func(i indicators.Indicator) bool { return state.Item.Indicator == i.Code })
		if at < 0 || state.Item.Indicator == "" {
			continue
		}
		if err := s.settleOne(tx, a, o, texts[at], answers, state.Value); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) settleOne(tx *models.Tx, a orgs.Actor, o *opened, to indicators.Indicator, answers map[uuid.UUID]models.Answer, value any) error {
	var before *models.Answer
	var next models.Answer
	if row, there := answers[to.ID]; there {
		before = &row
		if row.State == string(Value) {
			next = row
		}
	}
	in, _ := asAnswer(to.Definition, value)
	switch {
	case in == nil && !stands(before):
		return nil
	case in == nil:
		next = models.Answer{Origin: OriginOwn} // it goes as it came
	case stands(before) && equal(before.Value, in.Value) && before.Choice == in.Choice && maps.Equal(before.Parts, in.Parts):
		return nil
	default:
		next.State, next.Value, next.Choice, next.Parts, next.Origin = string(Value), in.Value, in.Choice, in.Parts, OriginOwn
		next.StatisticID, next.StatisticValue, next.StatisticYear, next.StatisticSource, next.OverrideReason, next.Reason = nil, nil, 0, "", "", ""
	}
	next.ResponseID, next.IndicatorID = o.response.ID, to.ID
	return s.write(tx, a, o, before, &next)
}

// keepsGiven lets an answer that an own question gives be what it is: beside it one may
// note source, quality and comment, and where it gives none one may say why there is
// none. Next keeps its origin then.
func (o opened) keepsGiven(before, next *models.Answer) error {
	item, gives := o.whole.giver(o.whole.codeOf(next.IndicatorID))
	switch {
	case !gives || next.Origin == OriginOwn:
		return nil
	case stands(before) && next.State == string(Value) && equal(before.Value, next.Value) && before.Choice == next.Choice && maps.Equal(before.Parts, next.Parts):
		next.Origin = OriginOwn
		return nil
	case !stands(before) && next.State != string(Value):
		return nil
	}
	return fault.New(fault.Conflict, "given-by-own-question", "question", labelOf(item, o.whole.Form))
}

func labelOf(item *form.Item, asked *form.Form) string {
	if label := item.Label.In(asked.Languages); label != "" {
		return label
	}
	return item.Name
}
