package matching

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"loftet/models"
)

func TestFillersAloneMakeNoMatch(t *testing.T) {
	for lang, pair := range map[string][2]string{
		"nb": {"Samme måte som før, innen to år", "Den samme måten, før 2027"},
		"nn": {"Same måten som før, innan to år", "Den same måten, før 2027"},
		"en": {"As good as before; what runs in 2027", "It runs before others, within 2027"},
	} {
		n := Wanted{ID: id(1), words: worded("", models.Text{lang: pair[0]})}
		s := Offered{ID: id(2), Served: 1, words: worded("", models.Text{lang: pair[1]})}
		if m, ok := Weights().Match(n, s); ok {
			t.Errorf("%s: %v of %v", lang, m.Score, n.words.common(s.words, lang))
		}
	}
}

func TestFillersCarryNoMatter(t *testing.T) {
	for lang, row := range map[string]struct{ filler, matter string }{
		"nb": {"samme kommuner kommunenes brukes brukte vanlige muligheter 2026", "vann lekkasjer skoler brannvern bygg strøm varme bilene"},
		"nn": {"same kommunar kommunane brukast vanlege mogleg 2026", "vatn lekkasjar skular brannvern bygg straum varme bilane"},
		"en": {"before runs running used similarly includes 2026", "water leaks schools fire buildings power reading readiness co2"},
	} {
		for _, word := range strings.Fields(row.filler) {
			if !filler(word, stem(word, lang), lang) {
				t.Errorf("%s: %s counts", lang, word)
			}
		}
		for _, word := range strings.Fields(row.matter) {
			if filler(word, stem(word, lang), lang) {
				t.Errorf("%s: %s does not count", lang, word)
			}
		}
	}
}

// Both sides may be full of the same fillers: neither the score nor its parts nor
// the reasons move, and the parts still sum to the score.
func TestFillersMoveNeitherScoreNorReasons(t *testing.T) {
	listed := map[string][]string{
		"nb": strings.Fields(norwegianGrammar + norwegianNumbers + norwegianCommon + norwegianFrame),
		"en": strings.Fields(englishGrammar + englishNumbers + englishCommon + englishFrame),
	}
	rapid.Check(t, func(t *rapid.T) {
		in, fuller := offers.Draw(t, "pair"), models.Text{}
		wanted, offered := models.Text{}, models.Text{}
		for lang, words := range listed {
			fuller[lang] = strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "fillers "+lang), " ")
			text := rapid.SampledFrom([]string{"", "water leaks", "water vann", "lekkasjer skole"})
			wanted[lang], offered[lang] = text.Draw(t, "wanted "+lang), text.Draw(t, "offered "+lang)
		}
		in.N.words, in.S.words = worded("", wanted), worded("", offered)
		before, ok := Weights().Match(in.N, in.S)
		in.N.words, in.S.words = worded("", wanted, fuller), worded("", fuller, offered)
		after, still := Weights().Match(in.N, in.S)
		if ok != still || !slices.Equal(before.Parts, after.Parts) || !slices.Equal(before.Reasons(in.N, in.S, "nb"), after.Reasons(in.N, in.S, "nb")) {
			t.Fatalf("%+v became %+v", before, after)
		}
		sum := 0.0
		for _, p := range after.Parts {
			sum += p.Points
		}
		if math.Abs(sum-after.Score) > 1e-9 {
			t.Fatalf("parts sum to %v of %v", sum, after.Score)
		}
	})
}
