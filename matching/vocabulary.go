package matching

import (
	"cmp"
	"math"
	"slices"

	"loftet/models"
)

// vocabulary is the words of one need or solution in the numbers of a lexicon.
type vocabulary struct {
	lexicon *lexicon
	tongues []tongue // by language, none without words
}

// tongue is the words of one language: the stems in the order of their numbers,
// and beside each the word that was written.
type tongue struct {
	lang  string
	stems []uint32
	words []uint32
}

// vocabularyOf numbers the words of texts that [bags] finds.
func vocabularyOf(l *lexicon, ignore string, texts ...models.Text) vocabulary {
	v := vocabulary{lexicon: l}
	for lang, words := range bags(ignore, texts...) {
		t := tongue{lang: l.text(l.number(lang)), stems: make([]uint32, 0, len(words)), words: make([]uint32, len(words))}
		written := make(map[uint32]uint32, len(words))
		for root, word := range words {
			n := l.number(root)
			t.stems = append(t.stems, n)
			written[n] = l.number(word)
		}
		slices.Sort(t.stems)
		for i, n := range t.stems {
			t.words[i] = written[n]
		}
		v.tongues = append(v.tongues, t)
	}
	slices.SortFunc(v.tongues, func(a, b tongue) int { return cmp.Compare(a.lang, b.lang) })
	return v
}

// in gives the words of a language; none where there are none.
func (v vocabulary) in(lang string) tongue {
	for _, t := range v.tongues {
		if t.lang == lang {
			return t
		}
	}
	return tongue{}
}

// alike is how much two texts of a language have in common: the cosine of their
// sets of stems.
func (t tongue) alike(other tongue) float64 {
	common := 0
	for range t.shared(other) {
		common++
	}
	if common == 0 {
		return 0
	}
	return float64(common) / math.Sqrt(float64(len(t.stems))*float64(len(other.stems)))
}

// shared goes through the places in t of the stems that both have.
func (t tongue) shared(other tongue) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		rest := other.stems
		for i, stem := range t.stems {
			for len(rest) > 0 && rest[0] < stem {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				return
			}
			if rest[0] == stem && !yield(i) {
				return
			}
		}
	}
}

// common gives the words of v in a language whose stems the other has too, in
// alphabetical order of their stems.
func (v vocabulary) common(other vocabulary, lang string) []string {
	type term struct{ stem, word string }
	var terms []term
	t := v.in(lang)
	for i := range t.shared(other.in(lang)) {
		terms = append(terms, term{v.lexicon.text(t.stems[i]), v.lexicon.text(t.words[i])})
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Compare(a.stem, b.stem) })
	words := make([]string, len(terms))
	for i, term := range terms {
		words[i] = term.word
	}
	return words
}

// size is about how many bytes a vocabulary takes besides its lexicon.
func (v vocabulary) size() int {
	const perTongue, perTerm = 96, 8
	n := 0
	for _, t := range v.tongues {
		n += perTongue + perTerm*len(t.stems)
	}
	return n
}
