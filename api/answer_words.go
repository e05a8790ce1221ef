package api

import (
	"strings"

	"loftet/api/problems"
	"loftet/indicators"
	"loftet/surveys"
)

// service is who did what no person did.
const service = "Løftet"

func nameOf(w *surveys.Who) string {
	if w == nil {
		return service
	}
	return w.Name
}

var answerWords = map[surveys.AnswerState]problems.Texts{
	surveys.NotAnswered:   {NB: "Ikke besvart", NN: "Ikkje svart på", EN: "Not answered"},
	surveys.NoData:        {NB: "Har ikke data", NN: "Har ikkje data", EN: "No data"},
	surveys.NotApplicable: {NB: "Ikke aktuelt", NN: "Ikkje aktuelt", EN: "Not applicable"},
	surveys.Declined:      {NB: "Ønsker ikke å svare", NN: "Ønskjer ikkje å svare", EN: "Declined"},
}

var choiceWords = map[string]problems.Texts{
	"yes":    {NB: "Ja", NN: "Ja", EN: "Yes"},
	"partly": {NB: "Delvis", NN: "Delvis", EN: "Partly"},
	"no":     {NB: "Nei", NN: "Nei", EN: "No"},
}

// inWords tells an answer as its history shows it: the value with its unit, or
// why there is none, and what was written beside it.
func inWords(question indicators.Indicator, record *surveys.AnswerRecord, lang string) string {
	if record == nil {
		return answerWords[surveys.NotAnswered].In(lang)
	}
	var words []string
	switch {
	case record.Choice != "":
		words = append(words, choiceWords[record.Choice].In(lang))
	case record.Value != nil:
		words = append(words, strings.TrimSpace(inFull(*record.Value, lang)+" "+say(question.Unit, lang)))
		for _, part := range question.Parts {
			if value, given := record.Parts[part.Key]; given {
				words = append(words, say(part.Label, lang)+": "+inFull(value, lang))
			}
		}
	default:
		words = append(words, answerWords[record.State].In(lang))
	}
	for _, text := range []string{record.Reason, record.OverrideReason, record.PriorityReason, record.Source, record.Comment, record.CaseNumber} {
		if text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " · ")
}
