package matching

import (
	"fmt"
	"math"
	"strings"

	"loftet/indicators/catalogue"
	"loftet/models"
	"loftet/needs/cpv"
)

// maxWords is how many shared words a reason names.
const maxWords = 5

// Reasons says in a language why a need and a solution go together: the
// indicator first where there is one, then the other parts that gave points.
func (m Match) Reasons(n Wanted, s Offered, lang string) []string {
	list := []string{}
	for _, p := range m.Parts {
		if p.Points > 0 {
			list = append(list, m.facts.reason(p, n, s, lang))
		}
	}
	return list
}

func (f facts) reason(p Part, n Wanted, s Offered, lang string) string {
	switch p.Key {
	case PartIndicator:
		name, _ := n.IndicatorName.In(lang)
		return say(lang, whyIndicator, name, proofs[f.effect.Proof][lang])
	case PartGoals:
		if f.sameTarget {
			return sameTargetWords(n.Target, lang)
		}
		return say(lang, whyGoal, n.Goal)
	case PartCPV:
		return say(lang, whyCPV[f.near], f.code)
	case PartWords:
		words, why := n.words.common(s.words, lang), whyWords // the reader's own language where it has any
		if len(words) == 0 {                                  // alike in another language alone
			words, why = n.words.common(s.words, f.language), whyOtherWords
		}
		return say(lang, why, strings.Join(words[:min(len(words), maxWords)], ", "))
	case PartReadiness:
		return say(lang, whyReadiness, s.TRL, n.MinimumTRL)
	}
	switch {
	case s.Everywhere:
		return say(lang, whyEverywhere)
	case s.Served >= 1:
		return say(lang, whyAllServed)
	}
	return say(lang, whySomeServed, math.Round(s.Served*100))
}

// sameTargetWords names the target that both are about; one without a name in the
// catalogue is at least said to be a target.
func sameTargetWords(id, lang string) string {
	for _, t := range catalogue.Targets() {
		if t.ID == id {
			return say(lang, whyTarget, id, t.Label.In(lang))
		}
	}
	return say(lang, whyUnnamedTarget, id)
}

// Missing says in a language what would have to be told for the parts that
// dropped out, and which known parts gave nothing.
func (m Match) Missing(n Wanted, s Offered, lang string) []string {
	list := []string{}
	for _, p := range m.Parts {
		if text := m.facts.missing(p, n, s); text != nil {
			list = append(list, say(lang, text))
		}
	}
	return list
}

func (f facts) missing(p Part, n Wanted, s Offered) models.Text {
	switch p.Key {
	case PartIndicator:
		switch {
		case n.Indicator != "" && len(s.Indicators) == 0:
			return lacksIndicator
		case n.Indicator != "" && p.Fit == 0:
			return otherIndicator
		}
	case PartGoals:
		switch {
		case len(s.Goals) == 0:
			return lacksGoals
		case p.Fit == 0:
			return otherGoals
		}
	case PartCPV:
		switch {
		case len(n.CPV) == 0:
			return needLacksCPV
		case len(s.CPV) == 0:
			return lacksCPV
		case p.Fit == 0:
			return otherCPV
		}
	case PartWords:
		switch {
		case f.otherWords:
			return otherLanguage
		case !p.Known:
			return lacksWords
		}
	case PartReadiness:
		if n.MinimumTRL > 0 && s.TRL == 0 {
			return lacksReadiness
		}
	}
	return nil
}

func say(lang string, text models.Text, args ...any) string {
	template, _ := text.In(lang)
	if len(args) == 0 {
		return template
	}
	return fmt.Sprintf(template, args...)
}

var proofs = map[string]map[string]string{
	"measured":    {"nb": "målt", "nn": "målt", "en": "measured"},
	"third_party": {"nb": "bekreftet av tredjepart", "nn": "stadfesta av tredjepart", "en": "confirmed by a third party"},
	"modelled":    {"nb": "beregnet med modell", "nn": "rekna ut med modell", "en": "modelled"},
	"claimed":     {"nb": "egen påstand", "nn": "eigen påstand", "en": "own claim"},
}

var (
	whyIndicator = models.Text{
		"nb": "Bedriften oppgir virkning på indikatoren bak behovet: %s (%s).",
		"nn": "Bedrifta oppgir verknad på indikatoren bak behovet: %s (%s).",
		"en": "The business states an effect on the indicator behind the need: %s (%s).",
	}
	whyTarget        = models.Text{"nb": "Samme delmål: %s %s.", "nn": "Same delmål: %s %s.", "en": "Same target: %s %s."}
	whyUnnamedTarget = models.Text{
		"nb": "Behovet og løsningen gjelder begge delmål %s.", "nn": "Behovet og løysinga gjeld begge delmål %s.",
		"en": "Need and solution are both about target %s.",
	}
	whyGoal = models.Text{"nb": "Samme bærekraftsmål: %d.", "nn": "Same berekraftsmål: %d.", "en": "Same goal: %d."}
	whyCPV  = map[cpv.Level]models.Text{
		cpv.Same:         {"nb": "Samme CPV-kode: %s.", "nn": "Same CPV-kode: %s.", "en": "Same CPV code: %s."},
		cpv.SameClass:    {"nb": "Samme CPV-klasse som %s.", "nn": "Same CPV-klasse som %s.", "en": "Same CPV class as %s."},
		cpv.SameGroup:    {"nb": "Samme CPV-gruppe som %s.", "nn": "Same CPV-gruppe som %s.", "en": "Same CPV group as %s."},
		cpv.SameDivision: {"nb": "Samme CPV-hovedgruppe som %s.", "nn": "Same CPV-hovudgruppe som %s.", "en": "Same CPV division as %s."},
	}
	whyOtherWords = models.Text{
		"nb": "Felles ord i teksten på et annet språk: %s.", "nn": "Felles ord i teksten på eit anna språk: %s.",
		"en": "Words in common in another language: %s.",
	}
	whyWords     = models.Text{"nb": "Felles ord: %s.", "nn": "Felles ord: %s.", "en": "Words in common: %s."}
	whyReadiness = models.Text{
		"nb": "Modenhet (TRL) %d; behovet krever minst %d.", "nn": "Mognad (TRL) %d; behovet krev minst %d.",
		"en": "Readiness (TRL) %d; the need asks for at least %d.",
	}
	whyEverywhere = models.Text{"nb": "Tilbys overalt.", "nn": "Blir tilbode overalt.", "en": "Offered everywhere."}
	whyAllServed  = models.Text{
		"nb": "Tilbys i alle kommunene som har behovet.", "nn": "Blir tilbode i alle kommunane som har behovet.",
		"en": "Offered in all municipalities that have the need.",
	}
	whySomeServed = models.Text{
		"nb": "Tilbys i %.0f prosent av kommunene som har behovet.", "nn": "Blir tilbode i %.0f prosent av kommunane som har behovet.",
		"en": "Offered in %.0f per cent of the municipalities that have the need.",
	}

	lacksIndicator = models.Text{
		"nb": "Løsningen oppgir ingen indikator som den påvirker.", "nn": "Løysinga oppgir ingen indikator som ho påverkar.",
		"en": "The solution names no indicator that it moves.",
	}
	otherIndicator = models.Text{
		"nb": "Løsningen oppgir ikke virkning på indikatoren bak behovet.", "nn": "Løysinga oppgir ikkje verknad på indikatoren bak behovet.",
		"en": "The solution states no effect on the indicator behind the need.",
	}
	lacksGoals = models.Text{
		"nb": "Løsningen oppgir ikke noe bærekraftsmål.", "nn": "Løysinga oppgir ikkje noko berekraftsmål.", "en": "The solution names no goal.",
	}
	otherGoals = models.Text{
		"nb": "Løsningen gjelder andre bærekraftsmål.", "nn": "Løysinga gjeld andre berekraftsmål.", "en": "The solution is about other goals.",
	}
	needLacksCPV = models.Text{"nb": "Behovet har ingen CPV-kode.", "nn": "Behovet har ingen CPV-kode.", "en": "The need has no CPV code."}
	lacksCPV     = models.Text{"nb": "Løsningen har ingen CPV-kode.", "nn": "Løysinga har ingen CPV-kode.", "en": "The solution has no CPV code."}
	otherCPV     = models.Text{
		"nb": "CPV-kodene har ingenting felles.", "nn": "CPV-kodane har ingenting felles.", "en": "The CPV codes have nothing in common.",
	}
	otherLanguage = models.Text{
		"nb": "Behov og løsning er beskrevet på ulike språk, så ordene er ikke sammenliknet.",
		"nn": "Behov og løysing er skildra på ulike språk, så orda er ikkje samanlikna.",
		"en": "Need and solution are described in different languages, so their words were not compared.",
	}
	lacksWords = models.Text{
		"nb": "Det er for lite tekst å sammenlikne.", "nn": "Det er for lite tekst å samanlikne.", "en": "There is too little text to compare.",
	}
	lacksReadiness = models.Text{
		"nb": "Løsningen oppgir ikke hvor moden den er (TRL).", "nn": "Løysinga oppgir ikkje kor mogen ho er (TRL).",
		"en": "The solution does not tell its readiness (TRL).",
	}
)
