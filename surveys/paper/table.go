package paper

import (
	"fmt"
	"strings"
	"time"

	"loftet/indicators/catalogue"
	"loftet/surveys"
)

// cell is one field of the table: a figure where Number is set, else text.
type cell struct {
	Text   string
	Number *float64
}

// columns are the fields of an answer in their order, by the key of their label.
var columns = []string{
	"goal", "code", "name", "question", "unit", "state", "value", "choice", "parts", "year", "reason", "quality", "source", "comment",
	"statistic", "override", "priority", "caseNumber", "internal", "withheld", "evidence", "answeredBy", "answeredAt", "row", "ownText",
}

// header gives the names of the columns.
func header(lang string) []string {
	names := make([]string, len(columns))
	for i, key := range columns {
		names[i] = label(key, lang)
	}
	return names
}

// rows gives one row for each answer, those to own questions last.
func rows(t surveys.Taken, lang string) [][]cell {
	var all [][]cell
	for _, answer := range t.Document.Answers {
		all = append(all, inColumns(fieldsOf(t, answer, lang)))
	}
	own := OwnAnswers(t.Document, t.Own, lang)
	for i, e := range t.Document.Entries {
		all = append(all, inColumns(ownFields(e, own[i], lang)))
	}
	return all
}

func inColumns(fields map[string]cell) []cell {
	row := make([]cell, len(columns))
	for i, key := range columns {
		row[i] = fields[key]
	}
	return row
}

// ownFields are the fields of an answer to an own question: the code is the name that
// the questionnaire has for it, the row the number that stays with it.
func ownFields(e surveys.DocumentEntry, o OwnAnswer, lang string) map[string]cell {
	goal := float64(e.Goal)
	fields := map[string]cell{
		"goal": {Number: &goal}, "code": {Text: e.Name}, "name": {Text: o.Label}, "question": {Text: o.Hint}, "unit": {Text: o.Unit},
		"state": {Text: StateWord(o.State, lang)}, "value": {Number: o.Number}, "ownText": {Text: o.Text},
	}
	if e.Row > 0 {
		row := float64(e.Row)
		fields["row"] = cell{Number: &row}
	}
	return fields
}

func fieldsOf(t surveys.Taken, a surveys.DocumentAnswer, lang string) map[string]cell {
	q := t.Questions[a.VersionID]
	goal, year := float64(a.Goal), float64(a.Year)
	fields := map[string]cell{
		"goal": {Number: &goal}, "code": {Text: a.Code}, "name": {Text: in(q.Name, lang)}, "question": {Text: in(q.Question, lang)},
		"unit": {Text: in(q.Unit, lang)}, "state": {Text: StateWord(a.State, lang)}, "value": {Number: a.Value}, "choice": {Text: ChoiceWord(a.Choice, lang)},
		"parts": {Text: partsOf(t, a, lang)}, "year": {Number: &year}, "reason": {Text: a.Reason}, "quality": {Text: QualityWord(a.Quality, lang)},
		"source": {Text: a.Source}, "comment": {Text: a.Comment}, "statistic": {Number: a.StatisticValue}, "override": {Text: a.OverrideReason},
		"priority": {Text: a.PriorityReason}, "caseNumber": {Text: a.CaseNumber}, "withheld": {Text: a.Withheld}, "evidence": {Text: evidenceText(a)},
	}
	if a.Internal {
		fields["internal"] = cell{Text: ChoiceWord("yes", lang)}
	}
	if a.AnsweredBy != nil {
		fields["answeredBy"] = cell{Text: a.AnsweredBy.Name}
	}
	if a.AnsweredAt != nil {
		fields["answeredAt"] = cell{Text: a.AnsweredAt.UTC().Format(time.RFC3339)}
	}
	return fields
}

// partsOf lists the figures that an answer was worked out from.
func partsOf(t surveys.Taken, a surveys.DocumentAnswer, lang string) string {
	var list []string
	for _, part := range t.Questions[a.VersionID].Parts {
		value, given := a.Parts[part.Key]
		if !given {
			continue
		}
		says := NumberWord(value, lang)
		if part.Type == string(catalogue.YesNo) {
			says = ChoiceWord(map[bool]string{true: "yes", false: "no"}[value != 0], lang)
		}
		list = append(list, in(part.Label, lang)+": "+says)
	}
	return strings.Join(list, "; ")
}

func evidenceText(a surveys.DocumentAnswer) string {
	list := make([]string, len(a.Evidence))
	for i, e := range a.Evidence {
		list[i] = evidenceWord(e)
	}
	return strings.Join(list, "; ")
}

// evidenceWord names a file with its checksum, or gives a link.
func evidenceWord(e surveys.DocumentEvidence) string {
	if e.Kind == surveys.EvidenceLink {
		return e.Link
	}
	return fmt.Sprintf("%s (%s)", e.Name, e.Checksum)
}

// shortAnswer tells an answer in a few words: the value with its unit, or why there
// is none.
func shortAnswer(t surveys.Taken, a surveys.DocumentAnswer, lang string) string {
	switch {
	case a.Choice != "":
		return ChoiceWord(a.Choice, lang)
	case a.Value != nil:
		return strings.TrimSpace(NumberWord(*a.Value, lang) + " " + in(t.Questions[a.VersionID].Unit, lang))
	}
	return StateWord(a.State, lang)
}

func goalName(goal int, lang string) string { return catalogue.GoalName(goal, lang) }
