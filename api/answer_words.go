package api

import (
	"strings"

	"loftet/indicators"
	"loftet/surveys"
	"loftet/surveys/paper"
)

// service is who did what no person did.
const service = "Løftet"

func nameOf(w *surveys.Who) string {
	if w == nil {
		return service
	}
	return w.Name
}

// inWords tells an answer as its history shows it: the value with its unit, or
// why there is none, and what was written beside it.
func inWords(question indicators.Indicator, record *surveys.AnswerRecord, lang string) string {
	if record == nil {
		return paper.StateWord(surveys.NotAnswered, lang)
	}
	var words []string
	switch {
	case record.Choice != "":
		words = append(words, paper.ChoiceWord(record.Choice, lang))
	case record.Value != nil:
		words = append(words, strings.TrimSpace(inFull(*record.Value, lang)+" "+say(question.Unit, lang)))
		for _, part := range question.Parts {
			if value, given := record.Parts[part.Key]; given {
				words = append(words, say(part.Label, lang)+": "+inFull(value, lang))
			}
		}
	default:
		words = append(words, paper.StateWord(record.State, lang))
	}
	for _, text := range []string{record.Reason, record.OverrideReason, record.PriorityReason, record.Source, record.Comment, record.CaseNumber} {
		if text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " · ")
}
