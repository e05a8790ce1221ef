package needs

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"loftet/models"
)

// What a workbench says beside its list.
var (
	noteNoRound = models.Text{
		"nb": "Regionen har ikke hatt noen kartleggingsrunde ennå. Behov kommer fram når kommunene har svart.",
		"nn": "Regionen har ikkje hatt nokon kartleggingsrunde enno. Behov kjem fram når kommunane har svart.",
		"en": "The region has had no round yet. Needs come to light when the municipalities have responded.",
	}
	noteNotOpen = models.Text{
		"nb": "Runden er ikke åpnet ennå. Kandidater vises når kommunene begynner å sende inn.",
		"nn": "Runden er ikkje opna enno. Kandidatar kjem fram når kommunane byrjar å sende inn.",
		"en": "The round is not open yet. Candidates appear when municipalities begin to submit.",
	}
	noteTooSmall = models.Text{
		"nb": "Det må minst %d kommuner til for å se etter felles behov. Regionen har %d.",
		"nn": "Det må minst %d kommunar til for å sjå etter felles behov. Regionen har %d.",
		"en": "It takes at least %d municipalities to look for common needs. The region has %d.",
	}
	noteTooFew = models.Text{
		"nb": "%d av %d kommuner har sendt inn. Kandidater vises når minst %s prosent har gjort det.",
		"nn": "%d av %d kommunar har sendt inn. Kandidatar kjem fram når minst %s prosent har gjort det.",
		"en": "%d of %d municipalities have submitted. Candidates appear when at least %s per cent have.",
	}
	noteNone = models.Text{
		"nb": "Reglene finner ingen felles kandidater i denne runden.",
		"nn": "Reglane finn ingen felles kandidatar i denne runden.",
		"en": "The rules find no common candidates in this round.",
	}
	noteGaps = models.Text{
		"nb": "For %d indikatorer mangler minst én kommune tall (%s). Det er hull i kunnskapen og blir aldri til et behov.",
		"nn": "For %d indikatorar manglar minst éin kommune tal (%s). Det er hol i kunnskapen og blir aldri til eit behov.",
		"en": "For %d indicators at least one municipality has no figure (%s). That is a gap in knowledge and never becomes a need.",
	}
	noteGap = models.Text{
		"nb": "For én indikator mangler minst én kommune tall (%s). Det er et hull i kunnskapen og blir aldri til et behov.",
		"nn": "For éin indikator manglar minst éin kommune tal (%s). Det er eit hol i kunnskapen og blir aldri til eit behov.",
		"en": "For one indicator at least one municipality has no figure (%s). That is a gap in knowledge and never becomes a need.",
	}
	noteMore = models.Text{"nb": "og %d til", "nn": "og %d til", "en": "and %d more"}

	reasonBand = models.Text{
		"nb": "%s er et stykke eller langt fra målet", "nn": "%s er eit stykke eller langt frå målet",
		"en": "%s some way or far from the target",
	}
	reasonTrend = models.Text{
		"nb": "%s har gått tilbake minst %s poeng siden forrige runde", "nn": "%s har gått tilbake minst %s poeng sidan førre runde",
		"en": "%s fallen at least %s points since the round before",
	}
	reasonPriority = models.Text{
		"nb": "%s prioriterer det selv, med egen begrunnelse", "nn": "%s prioriterer det sjølv, med eiga grunngiving",
		"en": "%s it priority, with a reason stated",
	}
)

// maxNamed is how many indicators a note names.
const maxNamed = 5

func note(lang string, text models.Text, args ...any) string {
	template, _ := text.In(lang)
	return fmt.Sprintf(template, args...)
}

// notes says why the rules show nothing, and where knowledge is missing; name
// gives what an indicator is called in the language.
func notes(lang string, f Finding, name func(indicator uuid.UUID) string) []string {
	rules := Rules()
	var list []string
	switch {
	case f.TooSmall:
		list = append(list, note(lang, noteTooSmall, rules.MinimumRegion, f.Members))
	case f.TooFew:
		list = append(list, note(lang, noteTooFew, f.Responding, f.Members, short(rules.MinimumResponding*100, lang)))
	case len(f.Candidates) == 0:
		list = append(list, note(lang, noteNone))
	}
	switch len(f.Gaps) {
	case 0:
	case 1:
		list = append(list, note(lang, noteGap, name(f.Gaps[0].Indicator)))
	default:
		var named []string
		for _, g := range f.Gaps[:min(len(f.Gaps), maxNamed)] {
			named = append(named, name(g.Indicator))
		}
		if more := len(f.Gaps) - maxNamed; more > 0 {
			named = append(named, note(lang, noteMore, more))
		}
		list = append(list, note(lang, noteGaps, len(f.Gaps), strings.Join(named, "; ")))
	}
	return list
}

// reason says why the rules found a need, from the municipalities behind it.
func reason(lang string, rows []models.NeedMunicipality) string {
	counts := map[string]int{}
	for _, m := range rows {
		counts[m.Because]++
	}
	var parts []string
	if n := counts[BecauseBand]; n > 0 {
		parts = append(parts, note(lang, reasonBand, countMunicipalities(lang, n, "is", "are")))
	}
	if n := counts[BecauseTrend]; n > 0 {
		parts = append(parts, note(lang, reasonTrend, countMunicipalities(lang, n, "has", "have"), short(Rules().FallingPoints, lang)))
	}
	if n := counts[BecausePriority]; n > 0 {
		parts = append(parts, note(lang, reasonPriority, countMunicipalities(lang, n, "gives", "give")))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + "."
}

// countMunicipalities counts them in words, in English with the verb that follows.
func countMunicipalities(lang string, n int, one, many string) string {
	switch {
	case lang == "en" && n == 1:
		return "1 municipality " + one
	case lang == "en":
		return fmt.Sprintf("%d municipalities %s", n, many)
	case n == 1:
		return "1 kommune"
	case lang == "nn":
		return fmt.Sprintf("%d kommunar", n)
	}
	return fmt.Sprintf("%d kommuner", n)
}

// short writes a number without needless decimals.
func short(x float64, lang string) string {
	text := fmt.Sprintf("%g", x)
	if lang != "en" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}
