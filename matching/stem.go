package matching

import (
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

// bags are the words of texts by language, without fillers and without those of
// ignore, such as a region's name. A language without words is left out.
func bags(ignore string, texts ...models.Text) map[string]bag {
	found := map[string]bag{}
	skip := words(ignore)
	for _, text := range texts {
		for lang, t := range text {
			for _, word := range words(t) {
				if n := utf8.RuneCountInString(word); n < shortest || n > longest || slices.Contains(skip, word) {
					continue
				}
				root := stem(word, lang)
				if filler(word, root, lang) {
					continue
				}
				if found[lang] == nil {
					found[lang] = bag{}
				}
				if found[lang][root] == "" || word < found[lang][root] {
					found[lang][root] = word
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
	for _, ending := range endings[family(lang)] {
		if rest, cut := strings.CutSuffix(word, ending); cut && utf8.RuneCountInString(rest) >= minStem {
			return rest
		}
	}
	return word
}
