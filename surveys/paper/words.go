package paper

import (
	"strconv"
	"strings"

	"loftet/models"
	"loftet/surveys"
)

var stateWords = map[surveys.AnswerState]models.Text{
	surveys.NotAnswered:   {"nb": "Ikke besvart", "nn": "Ikkje svart på", "en": "Not answered"},
	surveys.NoData:        {"nb": "Har ikke data", "nn": "Har ikkje data", "en": "No data"},
	surveys.NotApplicable: {"nb": "Ikke aktuelt", "nn": "Ikkje aktuelt", "en": "Not applicable"},
	surveys.Declined:      {"nb": "Ønsker ikke å svare", "nn": "Ønskjer ikkje å svare", "en": "Declined"},
	surveys.Value:         {"nb": "Svar", "nn": "Svar", "en": "Answer"},
}

var choiceWords = map[string]models.Text{
	"yes":    {"nb": "Ja", "nn": "Ja", "en": "Yes"},
	"partly": {"nb": "Delvis", "nn": "Delvis", "en": "Partly"},
	"no":     {"nb": "Nei", "nn": "Nei", "en": "No"},
}

var qualityWords = map[string]models.Text{
	"accurate_measurement": {"nb": "Nøyaktig måling", "nn": "Nøyaktig måling", "en": "Accurate measurement"},
	"inhabitant_survey":    {"nb": "Innbyggerundersøkelse", "nn": "Innbyggjarundersøking", "en": "Survey of residents"},
	"higher_level_data":    {"nb": "Tall fra et høyere nivå", "nn": "Tal frå eit høgare nivå", "en": "Figures from a higher level"},
	"assumptions":          {"nb": "Bygger på antakelser", "nn": "Byggjer på føresetnader", "en": "Built on assumptions"},
	"personal_estimate":    {"nb": "Eget anslag", "nn": "Eige overslag", "en": "Personal estimate"},
	"untraceable":          {"nb": "Kan ikke spores", "nn": "Kan ikkje sporast", "en": "Cannot be traced"},
}

// StateWord tells in nb, nn or en what an answer is.
func StateWord(state surveys.AnswerState, lang string) string { return in(stateWords[state], lang) }

// ChoiceWord tells a choice: yes, partly or no.
func ChoiceWord(choice, lang string) string { return in(choiceWords[choice], lang) }

// QualityWord tells how good a figure is.
func QualityWord(quality, lang string) string { return in(qualityWords[quality], lang) }

// OtherWord tells the choice that is none of a list.
func OtherWord(lang string) string { return label("otherChoice", lang) }

func in(t models.Text, lang string) string {
	text, _ := t.In(lang)
	return text
}

// NumberWord writes a figure with all the decimals that it has, as the language does.
func NumberWord(value float64, lang string) string {
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if lang != "en" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}
