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

func in(t models.Text, lang string) string {
	text, _ := t.In(lang)
	return text
}

// number writes a figure with all the decimals that it has, as the language does.
func number(value float64, lang string) string {
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if lang != "en" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// labels are the words on the page and over the columns.
var labels = map[string]models.Text{
	"title":       {"nb": "Besvarelse", "nn": "Svar", "en": "Response"},
	"draft":       {"nb": "Utkast, ikke sendt inn", "nn": "Utkast, ikkje sendt inn", "en": "Draft, not submitted"},
	"madeUp":      {"nb": "Oppdiktede tall for demonstrasjon", "nn": "Oppdikta tal for demonstrasjon", "en": "Made-up figures for demonstration"},
	"goal":        {"nb": "Bærekraftsmål", "nn": "Berekraftsmål", "en": "Goal"},
	"code":        {"nb": "Kode", "nn": "Kode", "en": "Code"},
	"name":        {"nb": "Indikator", "nn": "Indikator", "en": "Indicator"},
	"question":    {"nb": "Spørsmål", "nn": "Spørsmål", "en": "Question"},
	"unit":        {"nb": "Enhet", "nn": "Eining", "en": "Unit"},
	"state":       {"nb": "Svartype", "nn": "Svartype", "en": "Kind of answer"},
	"value":       {"nb": "Verdi", "nn": "Verdi", "en": "Value"},
	"choice":      {"nb": "Valg", "nn": "Val", "en": "Choice"},
	"parts":       {"nb": "Deler", "nn": "Delar", "en": "Parts"},
	"year":        {"nb": "År", "nn": "År", "en": "Year"},
	"reason":      {"nb": "Begrunnelse", "nn": "Grunngiving", "en": "Reason"},
	"quality":     {"nb": "Datakvalitet", "nn": "Datakvalitet", "en": "Data quality"},
	"source":      {"nb": "Kilde", "nn": "Kjelde", "en": "Source"},
	"comment":     {"nb": "Kommentar", "nn": "Kommentar", "en": "Comment"},
	"statistic":   {"nb": "Fra statistikk", "nn": "Frå statistikk", "en": "From statistics"},
	"override":    {"nb": "Hvorfor tallet er rettet", "nn": "Kvifor talet er retta", "en": "Why the figure was corrected"},
	"priority":    {"nb": "Grunn til prioritering", "nn": "Grunn til prioritering", "en": "Reason for priority"},
	"caseNumber":  {"nb": "Saksnummer", "nn": "Saksnummer", "en": "Case number"},
	"internal":    {"nb": "Internt", "nn": "Internt", "en": "Internal"},
	"evidence":    {"nb": "Vedlegg", "nn": "Vedlegg", "en": "Evidence"},
	"answeredBy":  {"nb": "Besvart av", "nn": "Svart på av", "en": "Answered by"},
	"answeredAt":  {"nb": "Besvart", "nn": "Svart på", "en": "Answered"},
	"withheld":    {"nb": "Holdt tilbake", "nn": "Halde tilbake", "en": "Withheld"},
	"receipt":     {"nb": "Kvittering", "nn": "Kvittering", "en": "Receipt"},
	"revision":    {"nb": "Revisjon", "nn": "Revisjon", "en": "Revision"},
	"round":       {"nb": "Kartleggingsrunde", "nn": "Kartleggingsrunde", "en": "Round"},
	"region":      {"nb": "Region", "nn": "Region", "en": "Region"},
	"number":      {"nb": "Kommunenummer", "nn": "Kommunenummer", "en": "Municipality number"},
	"submittedAt": {"nb": "Sendt inn", "nn": "Sendt inn", "en": "Submitted"},
	"submittedBy": {"nb": "Sendt inn av", "nn": "Sendt inn av", "en": "Submitted by"},
	"approvedBy":  {"nb": "Godkjent av", "nn": "Godkjend av", "en": "Approved by"},
	"answers":     {"nb": "Svar", "nn": "Svar", "en": "Answers"},
	"checksum":    {"nb": "Kontrollsum (SHA-256)", "nn": "Kontrollsum (SHA-256)", "en": "Checksum (SHA-256)"},
	"leftOut":     {"nb": "Utelatte mål", "nn": "Utelatne mål", "en": "Goals left out"},
	"judgements":  {"nb": "Styrker og svakheter", "nn": "Styrkar og veikskapar", "en": "Strengths and weaknesses"},
	"strength":    {"nb": "Styrke", "nn": "Styrke", "en": "Strength"},
	"weakness":    {"nb": "Svakhet", "nn": "Veikskap", "en": "Weakness"},
	"kind":        {"nb": "Slag", "nn": "Slag", "en": "Kind"},
	"text":        {"nb": "Tekst", "nn": "Tekst", "en": "Text"},
	"judgedOn":    {"nb": "Sett", "nn": "Sett", "en": "Seen"},
	"judgedBy":    {"nb": "Skrevet av", "nn": "Skrive av", "en": "Written by"},
	"endedOn":     {"nb": "Gjelder ikke lenger fra", "nn": "Gjeld ikkje lenger frå", "en": "No longer holds from"},
	"endReason":   {"nb": "Hvorfor ikke lenger", "nn": "Kvifor ikkje lenger", "en": "Why no longer"},
	"whyWithheld": {
		"nb": "Kommunen har merket kilde, kommentar og vedlegg til noen svar som interne. De er holdt tilbake her. Krav om innsyn rettes til kommunen.",
		"nn": "Kommunen har merkt kjelde, kommentar og vedlegg til nokre svar som interne. Dei er haldne tilbake her. Krav om innsyn skal rettast til kommunen.",
		"en": "The municipality has marked source, comment and evidence of some answers as internal. They are withheld here. Requests for access go to the municipality.",
	},
}

func label(key, lang string) string { return in(labels[key], lang) }
