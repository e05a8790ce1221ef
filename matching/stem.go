package matching

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"loftet/models"
)

// bag is the words of a text in one language: stem to a word that has it, as it
// was first written.
type bag map[string]string

// bags are the words of texts by language, without common words and without
// those of ignore, such as a region's name. A language without words is left out.
func bags(ignore string, texts ...models.Text) map[string]bag {
	found := map[string]bag{}
	skip := words(ignore)
	for _, text := range texts {
		for lang, t := range text {
			for _, word := range words(t) {
				if n := utf8.RuneCountInString(word); n < shortest || n > longest || stop[word] || slices.Contains(skip, word) {
					continue
				}
				if found[lang] == nil {
					found[lang] = bag{}
				}
				if s := stem(word, lang); found[lang][s] == "" || word < found[lang][s] {
					found[lang][s] = word
				}
			}
		}
	}
	return found
}

// Words of fewer letters tell nothing, and what has more is none.
const shortest, longest = 3, 40

// words splits a text into lower-case words of letters and digits.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// endings are what is taken off words, longest first. It is deliberately light:
// it brings forms of one word together and takes no word apart.
var endings = map[string][]string{
	"no": {"hetene", "heten", "heter", "ingene", "ingane", "inga", "inger", "ingar", "ingen", "else", "elser", "elsen", "ende", "ande", "ene", "ane", "het", "ing", "ens", "ers", "en", "et", "er", "ar", "es", "as", "a", "e", "s"},
	"en": {"nesses", "ments", "ings", "ness", "ment", "edly", "ing", "ies", "ed", "ly", "es", "s", "e", "y"},
}

// minStem is the least number of letters that is left of a word.
const minStem = 4

// stem takes the ending off a lower-case word of a language. Bokmål and nynorsk
// have one list; other languages than these and English are left as they are.
func stem(word, lang string) string {
	list := endings[lang]
	if lang == "nb" || lang == "nn" {
		list = endings["no"]
	}
	for _, ending := range list {
		if rest, cut := strings.CutSuffix(word, ending); cut && utf8.RuneCountInString(rest) >= minStem {
			return rest
		}
	}
	return word
}

// alike is how much two bags have in common: the cosine of their sets of stems.
// Common gives the shared words, in alphabetical order of their stems.
func alike(a, b bag) (cosine float64, common []string) {
	var stems []string
	for s := range a {
		if _, ok := b[s]; ok {
			stems = append(stems, s)
		}
	}
	if len(stems) == 0 {
		return 0, nil
	}
	slices.Sort(stems)
	for _, s := range stems {
		common = append(common, a[s])
	}
	return float64(len(stems)) / math.Sqrt(float64(len(a))*float64(len(b))), common
}

// stop are words that say nothing of what is needed or offered, the frame of the
// titles that the service writes among them.
var stop = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(`
		alle andre at av bare ble blir bli bort både da de deg dei dem den denne der dere deres dersom det dette di din disse du eg
		ein eit eitt ei eller en enn er et etter for fordi fra frå fleire flere før få får gir gi gjennom gjør gjer god gode godt
		ha han har hva hvem hver hvis hvor hvordan hun i ifra ikke ikkje ingen inn ja jeg kan kor korleis kva kven kvar når
		man med meir mer mellom mens mindre mot mye mykje må ned noe noen noko nokon nå no nærmere nærare og også om opp oss over
		først fyrst finne finn finner finnes finst gjelde gjeld gjelder hele heile innen innan kommer kjem lav lavere låg lågare
		høy høyere høg høgare lite liten små større stor store vise viser syner trenger treng bruke bruker bruk andel del
		år året dag dager uke måned månad hundre prosent prosentpoeng målt oppdiktet oppdikta
		på samt sidan siden sin sine sitt skal skulle slik som så til tilby tilbyr tilbys under ut uten utan var ved vi vil være
		vere vår våre vårt kommune kommunen kommunene kommuner kommunane kommunar tall tallet tal talet mål målet plass kome komme
		the and for with from that this these those are was were has have had been being can could may might will would shall
		should how what which who whom whose when where why into onto over under about than then their there they them its our
		your you not but all any some more most less least other others such also very each both between through per via of off
		out down bring raise figure figures put place come closer target targets municipality municipalities municipal region
		offer offers offered use used using get gets find finds found first show shows shown need needs large small lower higher
		low high within whole per cent year years day days week month share points measured made`) {
		set[word] = true
	}
	return set
}()
