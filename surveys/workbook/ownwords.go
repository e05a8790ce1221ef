package workbook

import (
	"strings"

	"loftet/models"
	"loftet/surveys/form"
	"loftet/surveys/paper"
)

// kindWords say what may be written as an answer.
var kindWords = map[form.Kind]models.Text{
	form.Whole:     {"nb": "Heltall", "nn": "Heiltal", "en": "Whole number"},
	form.Decimal:   {"nb": "Tall", "nn": "Tal", "en": "Number"},
	form.Percent:   {"nb": "Prosent", "nn": "Prosent", "en": "Per cent"},
	form.Money:     {"nb": "Beløp", "nn": "Beløp", "en": "Amount"},
	form.ShortText: {"nb": "Tekst", "nn": "Tekst", "en": "Text"},
	form.LongText:  {"nb": "Tekst", "nn": "Tekst", "en": "Text"},
	form.ChoiceOf:  {"nb": "Ett av valgene", "nn": "Eitt av vala", "en": "One of the choices"},
	form.ChoicesOf: {"nb": "Ett eller flere av valgene, med semikolon mellom", "nn": "Eitt eller fleire av vala, med semikolon mellom", "en": "One or more of the choices, with semicolons between"},
	form.Ranking:   {"nb": "Alle valgene, det beste først, med semikolon mellom", "nn": "Alle vala, det beste først, med semikolon mellom", "en": "All the choices, the best first, with semicolons between"},
	form.YesNo:     {"nb": "Ja eller nei", "nn": "Ja eller nei", "en": "Yes or no"},
	form.Date:      {"nb": "Dato, som 23.11.2026", "nn": "Dato, som 23.11.2026", "en": "Date, as 23.11.2026"},
	form.Time:      {"nb": "Klokkeslett, som 14:02", "nn": "Klokkeslett, som 14:02", "en": "Time, as 14:02"},
	form.Year:      {"nb": "År", "nn": "År", "en": "Year"},
	form.Scale:     {"nb": "Tall på skalaen", "nn": "Tal på skalaen", "en": "Number on the scale"},
	form.Parts:     {"nb": "Et tall i hver av radene under", "nn": "Eit tal i kvar av radene under", "en": "A number in each of the rows below"},
}

var (
	atLeast     = models.Text{"nb": "minst", "nn": "minst", "en": "at least"}
	atMost      = models.Text{"nb": "høyst", "nn": "høgst", "en": "at most"}
	conditional = models.Text{"nb": "stilles bare etter visse svar", "nn": "blir berre stilt etter visse svar", "en": "asked after certain answers only"}
	rowWord     = models.Text{"nb": "Rad", "nn": "Rad", "en": "Row"}
	givenBy     = models.Text{"nb": "Verdien gis av det egne spørsmålet", "nn": "Verdien blir gjeven av det eigne spørsmålet", "en": "The value is given by the own question"}
	ownNote     = models.Text{
		"nb": "Tomme celler endrer ingenting. Filer, og å ta bort svar eller rader, gjøres på nettsiden.",
		"nn": "Tomme celler endrar ingenting. Filer, og å ta bort svar eller rader, gjer de på nettsida.",
		"en": "Empty cells change nothing. Files, and taking away answers or rows, are for the page.",
	}
)

// mostAllowed is how much of the choices is told in a cell; the drop-down has them all.
const mostAllowed = 2000

// allowed tells what may be written in a slot.
func (o *owned) allowed(s slot) string {
	if s.part != nil {
		return text(kindWords[form.Decimal], o.lang)
	}
	said := text(kindWords[s.item.Kind], o.lang)
	for _, limit := range []struct {
		word models.Text
		of   *float64
	}{{atLeast, s.item.Min}, {atMost, s.item.Max}} {
		if limit.of != nil {
			said += ", " + text(limit.word, o.lang) + " " + paper.NumberWord(*limit.of, o.lang)
		}
	}
	if words := o.choices(s.item); len(words) > 0 {
		names := make([]string, len(words))
		for i, w := range words {
			names[i] = w.text
		}
		all := []rune(strings.Join(names, "; "))
		if len(all) > mostAllowed {
			all = append(all[:mostAllowed], '…')
		}
		said += ": " + string(all)
	}
	if o.hangs(s.item) {
		said += " (" + text(conditional, o.lang) + ")"
	}
	return said
}

// hangs tells whether other answers say if a question is asked.
func (o *owned) hangs(item *form.Item) bool {
	hangs := item.Visible != ""
	for _, around := range o.Asked.Around(item.Name) {
		hangs = hangs || around.Visible != ""
	}
	return hangs
}

// choices gives the words of an item's choices: their labels, or their names where
// labels would not tell them apart in a cell.
func (o *owned) choices(item *form.Item) []word {
	if item.Kind == form.YesNo {
		return yesNo(o.lang)
	}
	all, many := o.form.Lists[item.List], map[string]int{}
	if item.Other {
		many[strings.ToLower(paper.OtherWord(o.lang))]++
	}
	for _, choice := range all {
		many[strings.ToLower(o.say(choice.Label))]++
	}
	words := make([]word, len(all), len(all)+1)
	for i, choice := range all {
		said := strings.TrimSpace(o.say(choice.Label))
		if said == "" || strings.ContainsAny(said, ";\n\r") || many[strings.ToLower(said)] > 1 {
			said = choice.Name
		}
		words[i] = word{choice.Name, said}
	}
	if item.Other {
		words = append(words, word{form.OtherChoice, paper.OtherWord(o.lang)})
	}
	return words
}
