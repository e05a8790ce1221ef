package workbook

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"loftet/indicators"
	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/paper"
)

// Sheet is the sheet with the questions, listName the hidden one with the words to
// choose from.
const (
	Sheet    = "Svar"
	listName = "Lister"
)

// ownerColumn is the place, from 0, of the column H of the hidden sheet, which says
// whose book it is, and below in which language.
const ownerColumn = 7

// firstRow is the first row with a question: the keys of the columns stand hidden
// above their names.
const firstRow = 3

// firstSheet is the row of the hidden sheet from which on the sheets of own questions
// are named, so that one that was deleted is missed.
const firstSheet = 3

// The keys of columns that no question is in. Beside them stand own questions, by their
// names, and no name has such a sign.
const (
	rowKey  = "#row"
	slotKey = "#key"
	markKey = "#mark"
)

// column is a column of the sheet: what it is called, and how wide it is.
type column struct {
	key   string
	label models.Text
	width float64
	typed bool // people write in it
}

var columns = []column{
	{"code", models.Text{"nb": "Kode", "nn": "Kode", "en": "Code"}, 16, false},
	{"question", models.Text{"nb": "Spørsmål", "nn": "Spørsmål", "en": "Question"}, 60, false},
	{"unit", models.Text{"nb": "Enhet", "nn": "Eining", "en": "Unit"}, 12, false},
	{"statistic", models.Text{"nb": "Fra statistikk", "nn": "Frå statistikk", "en": "From statistics"}, 14, false},
	{"lastRound", models.Text{"nb": "Forrige runde", "nn": "Førre runde", "en": "Last round"}, 14, false},
	{"state", models.Text{"nb": "Svartype", "nn": "Svartype", "en": "Kind of answer"}, 18, true},
	{"value", models.Text{"nb": "Verdi", "nn": "Verdi", "en": "Value"}, 14, true},
	{"reason", models.Text{"nb": "Begrunnelse (når dere ikke svarer)", "nn": "Grunngiving (når de ikkje svarer)", "en": "Reason (where you do not answer)"}, 30, true},
	{"quality", models.Text{"nb": "Datakvalitet", "nn": "Datakvalitet", "en": "Data quality"}, 22, true},
	{"source", models.Text{"nb": "Kilde", "nn": "Kjelde", "en": "Source"}, 24, true},
	{"comment", models.Text{"nb": "Kommentar", "nn": "Kommentar", "en": "Comment"}, 30, true},
	{"overrideReason", models.Text{"nb": "Hvorfor tallet avviker fra statistikken", "nn": "Kvifor talet avvik frå statistikken", "en": "Why the figure differs from the statistics"}, 30, true},
	{"priorityReason", models.Text{"nb": "Grunn til prioritering", "nn": "Grunn til prioritering", "en": "Reason for priority"}, 30, true},
	{"caseNumber", models.Text{"nb": "Saksnummer", "nn": "Saksnummer", "en": "Case number"}, 14, true},
	{"internal", models.Text{"nb": "Internt", "nn": "Internt", "en": "Internal"}, 10, true},
	{"key", models.Text{"nb": "", "nn": "", "en": ""}, 0, false},
	{"version", models.Text{"nb": "", "nn": "", "en": ""}, 0, false},
	{"mark", models.Text{"nb": "", "nn": "", "en": ""}, 0, false},
}

var (
	states    = []surveys.AnswerState{surveys.Value, surveys.NoData, surveys.NotApplicable, surveys.Declined}
	choices   = []string{"yes", "partly", "no"}
	qualities = []string{"accurate_measurement", "inhabitant_survey", "higher_level_data", "assumptions", "personal_estimate", "untraceable"}
)

// word is a value with what it is called in a language.
type word struct{ value, text string }

func stateWords(lang string) []word {
	var list []word
	for _, s := range states {
		list = append(list, word{string(s), paper.StateWord(s, lang)})
	}
	return list
}

func choiceWords(lang string) []word {
	var list []word
	for _, c := range choices {
		list = append(list, word{c, paper.ChoiceWord(c, lang)})
	}
	return list
}

// yesNo leaves out the word between.
func yesNo(lang string) []word {
	return slices.DeleteFunc(choiceWords(lang), func(w word) bool { return w.value == "partly" })
}

func qualityWords(lang string) []word {
	var list []word
	for _, q := range qualities {
		list = append(list, word{q, paper.QualityWord(q, lang)})
	}
	return list
}

// valueOf finds what a word stands for, whatever its letters' case.
func valueOf(words []word, text string) (string, bool) {
	for _, w := range words {
		if strings.EqualFold(w.text, text) {
			return w.value, true
		}
	}
	return "", false
}

// mark is what an answer says, in short: another answer has another mark. What is
// worked out is no part of it.
func mark(in surveys.AnswerInput) string {
	if in.Choice != "" || len(in.Parts) > 0 {
		in.Value = nil
	}
	if len(in.Parts) == 0 {
		in.Parts = nil
	}
	text, err := json.Marshal(in)
	if err != nil {
		return "" // a figure that is none is no answer that ever stood there
	}
	sum := sha256.Sum256(bytes.ReplaceAll(text, []byte("\u00a0"), []byte(" "))) // a blank is read as any other
	return hex.EncodeToString(sum[:8])
}

// inputOf gives an answer as it would be typed.
func inputOf(a *surveys.Answer) surveys.AnswerInput {
	if a == nil {
		return surveys.AnswerInput{}
	}
	in := surveys.AnswerInput{
		State: surveys.AnswerState(a.State), Value: a.Value, Choice: a.Choice, Parts: a.Parts, Reason: a.Reason, Quality: a.Quality,
		Source: a.Source, Comment: a.Comment, OverrideReason: a.OverrideReason, PriorityReason: a.PriorityReason,
		CaseNumber: a.CaseNumber, Internal: a.Internal,
	}
	if a.Choice != "" || len(a.Parts) > 0 {
		in.Value = nil
	}
	return in
}

func text(t models.Text, lang string) string {
	words, _ := t.In(lang)
	return words
}

// whole tells whether a part takes whole numbers.
func whole(part indicators.Part) bool { return part.Type == "count" }
