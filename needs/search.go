package needs

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"loftet/models"
)

// fold makes text comparable: composed letters in lower case. The databases
// fold nothing beyond a to z, so it is done here, for both sides.
func fold(text string) string { return strings.ToLower(norm.NFC.String(text)) }

// searchText is what a list is searched in: all texts in all languages, folded.
func searchText(texts ...models.Text) string {
	var words []string
	seen := map[string]bool{}
	for _, text := range texts {
		for _, t := range text {
			for _, word := range strings.Fields(fold(t)) {
				if !seen[word] {
					seen[word] = true
					words = append(words, word)
				}
			}
		}
	}
	return strings.Join(words, " ")
}

// patterns makes one LIKE pattern for each word of a search, wildcards escaped
// by a backslash; all of them must fit.
func patterns(search string) []string {
	escape := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	var list []string
	for _, word := range strings.Fields(fold(search)) {
		list = append(list, "%"+escape.Replace(word)+"%")
	}
	return list
}
