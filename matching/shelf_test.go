package matching

import (
	"context"
	"errors"
	"fmt"
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
