package matching

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
)

// plainly matches a need and a solution as if there were nothing else: with a
// lexicon of their own, and their words compared as sets of texts.
func plainly(d needs.Document, s models.Solution, g geography, lang string) (Suggested, bool) {
	own := newLexicon(nil)
	n := wantedOf(d, own)
	n.IndicatorName = d.IndicatorName
	o := offeredOf(s, own).to(g, &n)
	m, ok := Weights().Match(n, o)
	return Suggested{Match: m, Reasons: m.Reasons(n, o, lang), Missing: m.Missing(n, o, lang)}, ok
}

// plainFit is the fit of the words of two sides, compared as sets of texts.
func plainFit(d needs.Document, s models.Solution) float64 {
	wanted := bags(d.RegionName, d.Title, d.RootCauses, d.WantedEffect, d.Volume, d.IndicatorName)
	offered := bags("", s.Title, s.Summary, s.Description)
	fit := 0.0
	for lang, words := range wanted {
		if n := len(offered[lang]); n > 0 {
			fit = max(fit, float64(len(shared(d, s, lang)))/math.Sqrt(float64(len(words))*float64(n))/fullCosine)
		}
	}
	return min(fit, 1)
}

// shared are the words of a need, as they are written there, whose stems a
// solution has too.
func shared(d needs.Document, s models.Solution, lang string) []string {
	wanted := bags(d.RegionName, d.Title, d.RootCauses, d.WantedEffect, d.Volume, d.IndicatorName)[lang]
	offered := bags("", s.Title, s.Summary, s.Description)[lang]
	stems := []string{}
	for stem := range wanted {
		if offered[stem] != "" {
			stems = append(stems, stem)
		}
	}
	slices.Sort(stems)
	words := make([]string, len(stems))
	for i, stem := range stems {
		words[i] = wanted[stem]
	}
	return words
}

var (
	someWords = rapid.SampledFrom([]string{"vann", "lekkasje", "lekkasjer", "rør", "skole", "skoler", "måling", "målingen", "water", "leaks", "leaking", "buildings", "Dalen"})
	someCodes = rapid.SampledFrom([]string{"45231300", "45231100", "45200000", "33000000"})
	somePlace = rapid.Map(rapid.IntRange(900, 903), id)
)

func someText(t *rapid.T, label string) models.Text {
	text := models.Text{}
	for _, lang := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"nb", "en", "lv"}), 0, 3, rapid.ID).Draw(t, label+" languages") {
		for _, word := range rapid.SliceOfN(someWords, 0, 6).Draw(t, label+" "+lang) {
			text[lang] += word + ", "
		}
	}
	return text
}

func someNeed(t *rapid.T, n int) needs.Document {
	d := needs.Document{
		ID: id(n), Number: rapid.IntRange(1, 2).Draw(t, "number"), RegionID: somePlace.Draw(t, "region"), RegionName: "Dalen",
		IndicatorCode: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "indicator"), IndicatorName: someText(t, "name"),
		Core: rapid.Bool().Draw(t, "core"), Goal: rapid.IntRange(1, 3).Draw(t, "goal"), Target: rapid.SampledFrom([]string{"", "1.1", "2.2"}).Draw(t, "target"),
		Title: someText(t, "title"), RootCauses: someText(t, "causes"), CPV: rapid.SliceOfN(someCodes, 0, 2).Draw(t, "wanted codes"),
		MinimumTRL: rapid.IntRange(0, 9).Draw(t, "minimum"),
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "participants") {
		d.Participants = append(d.Participants, needs.Participant{ID: id(800 + i)})
	}
	return d
}

func someSolution(t *rapid.T, n int) models.Solution {
	s := models.Solution{
		Base: models.Base{ID: id(n), Version: rapid.IntRange(1, 2).Draw(t, "version")}, State: string(StatePublished),
		Title: someText(t, "offer"), Summary: someText(t, "summary"), Goals: rapid.SliceOfN(rapid.IntRange(1, 3), 0, 2).Draw(t, "goals"),
		Targets: rapid.SliceOfN(rapid.SampledFrom([]string{"1.1", "2.2"}), 0, 2).Draw(t, "targets"),
		CPV:     rapid.SliceOfN(someCodes, 0, 2).Draw(t, "offered codes"), TRL: rapid.IntRange(0, 9).Draw(t, "trl"),
		RegionIDs: rapid.SliceOfN(somePlace, 0, 2).Draw(t, "regions"),
	}
	for _, code := range rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b"}), 0, 2).Draw(t, "effects") {
		s.Indicators = append(s.Indicators, models.IndicatorEffect{Code: code, Proof: rapid.SampledFrom([]string{"measured", "claimed"}).Draw(t, "proof")})
	}
	return s
}

// Needs come, change and go, and there is room for all of them, for some or for
// none: what each reading ranks is what comparing every pair by itself gives, in
// the same order and the same words.
func TestWhatIsKeptMatchesAsIfItWereNot(t *testing.T) {
	regions := geography{members: map[uuid.UUID]map[uuid.UUID]bool{id(900): {id(800): true, id(801): true}, id(901): {id(802): true}}}
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]int{0, 1500, 4000, 1 << 20}).Draw(t, "room")
		shelf := newShelf(most, wantedOf, Wanted.size)
		stood := map[version]needs.Document{} // a version never changes
		for range rapid.IntRange(1, 4).Draw(t, "readings") {
			var published []needs.Document
			for n := range rapid.IntRange(0, 8).Draw(t, "needs") {
				d := someNeed(t, n)
				if before, ok := stood[version{d.ID, d.Number}]; ok {
					d = before
				}
				stood[version{d.ID, d.Number}] = d
				published = append(published, d)
			}
			var offered []models.Solution
			for n := range rapid.IntRange(0, 3).Draw(t, "solutions") {
				offered = append(offered, someSolution(t, 100+n))
			}
			lang := rapid.SampledFrom([]string{"nb", "en"}).Draw(t, "reader")
			got, want := byDigests(t, shelf, published, offered, regions, lang), byPairs(published, offered, regions, lang)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("kept: %+v\nplain: %+v", got, want)
			}
			if kept := shelf.size; kept > most+shelf.largest() {
				t.Fatalf("%d bytes kept, at most %d", kept, most)
			}
		}
	})
}

func (s *shelf[S, D]) largest() int {
	n := 0
	for _, d := range s.kept {
		n = max(n, s.sizeOf(*d))
	}
	return n
}

func byDigests(t *rapid.T, shelf *shelf[needs.Document, Wanted], published []needs.Document, offered []models.Solution, g geography, lang string) []string {
	versions := make([]version, len(published))
	for i, d := range published {
		versions[i] = version{d.ID, d.Number}
	}
	wanted, words, err := shelf.all(t.Context(), versions, func(some []version) ([]*needs.Document, error) {
		list := make([]*needs.Document, len(some))
		for i, v := range some {
			list[i] = &published[slices.Index(versions, v)]
		}
		return list, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r := &ranking{a: orgs.Actor{Language: lang}, weights: Weights(), places: g}
	for _, s := range offered {
		r.offers = append(r.offers, offeredOf(s, words))
	}
	for i, n := range wanted {
		for k := range r.offers {
			r.weigh(n, &r.offers[k], i, k)
		}
	}
	var lines []string
	for _, h := range r.best() {
		n := *wanted[h.wanted]
		n.IndicatorName = published[h.wanted].IndicatorName
		s := r.suggested(h, n)
		lines = append(lines, line(s, h.pair, n.words.common(r.offers[h.offered].words, "nb"), s.part(PartWords).Fit))
		if s.Score != h.score {
			t.Fatalf("ranked by %v, shown as %v", h.score, s.Score)
		}
	}
	return lines
}

func byPairs(published []needs.Document, offered []models.Solution, g geography, lang string) []string {
	type found struct {
		Suggested
		pair  pair
		words []string
		fit   float64
	}
	var list []found
	for _, d := range published { // by id, as the solutions are
		for _, s := range offered {
			if m, ok := plainly(d, s, g, lang); ok {
				list = append(list, found{m, pair{d.ID, s.ID}, shared(d, s, "nb"), plainFit(d, s)})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y found) int {
		switch {
		case x.Score > y.Score:
			return -1
		case x.Score < y.Score:
			return 1
		}
		return 0
	})
	var lines []string
	for _, f := range list {
		lines = append(lines, line(f.Suggested, f.pair, f.words, f.fit))
	}
	return lines
}

func line(s Suggested, p pair, words []string, fit float64) string {
	return fmt.Sprintf("%v %v %+v %q %q %q %v", p, s.Score, s.Parts, s.Reasons, s.Missing, words, fit)
}

// What was read before a reading broke off is there for the next one.
func TestAReadingThatBreaksOffIsNotLost(t *testing.T) {
	shelf := newShelf(1<<20, wantedOf, Wanted.size)
	published := make([]version, 2*perRead)
	for i := range published {
		published[i] = version{id(i), 1}
	}
	broken, read := errors.New("broken"), 0
	reading := func(limit int) error {
		_, _, err := shelf.all(t.Context(), published, func(some []version) ([]*needs.Document, error) {
			if read == limit {
				return nil, broken
			}
			list := make([]*needs.Document, len(some))
			for i, v := range some {
				list[i] = &needs.Document{ID: v.id, Number: v.number}
			}
			read += len(some)
			return list, nil
		})
		return err
	}
	if err := reading(perRead); !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if err := reading(-1); err != nil || read != len(published) {
		t.Fatalf("%d read, %v", read, err)
	}
	if err := reading(2 * perRead); err != nil {
		t.Errorf("what is known is read again: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	shelf.turn <- struct{}{}
	if _, _, err := shelf.all(ended, []version{{id(9999), 1}}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("one who has gone away still waits: %v", err)
	}
}

// Words that nobody has published any more don't stay for ever.
func TestForgottenWordsGo(t *testing.T) {
	shelf := newShelf(1<<20, wantedOf, Wanted.size)
	most := 0
	for number := range 200 {
		_, _, err := shelf.all(t.Context(), []version{{id(1), number}}, func([]version) ([]*needs.Document, error) {
			return []*needs.Document{{ID: id(1), Number: number, Title: models.Text{"nb": fmt.Sprintf("vannmåler%d lekkasje%d", number, number)}}}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, shelf.lexicon.size())
	}
	if len(shelf.kept) != 1 || most > 4096 {
		t.Errorf("%d digests, %d bytes of words", len(shelf.kept), most)
	}
}

// Many readings at once, of lists that change, find each the words they compare.
func TestManyReadingsAtOnce(t *testing.T) {
	shelf := newShelf(20_000, wantedOf, Wanted.size)
	var all sync.WaitGroup
	for reader := range 4 {
		all.Go(func() {
			for round := range 30 {
				published := make([]version, 40)
				for i := range published {
					published[i] = version{id(i), (round + reader + i) / 40}
				}
				wanted, words, err := shelf.all(t.Context(), published, func(some []version) ([]*needs.Document, error) {
					list := make([]*needs.Document, len(some))
					for i, v := range some {
						list[i] = &needs.Document{ID: v.id, Number: v.number, Title: models.Text{"nb": fmt.Sprintf("vannmåler%d", v.number)}}
					}
					return list, nil
				})
				if err != nil {
					t.Error(err)
					return
				}
				for i, n := range wanted {
					own := fmt.Sprintf("vannmåler%d", published[i].number)
					if got := n.words.common(vocabularyOf(words, "", models.Text{"nb": own}), "nb"); !slices.Equal(got, []string{own}) {
						t.Errorf("need %d: %q, want %s", i, got, own)
					}
				}
			}
		})
	}
	all.Wait()
}
