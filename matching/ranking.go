package matching

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// ranking finds the best of many pairs for one reader. What is said of a pair is
// made for those alone that are shown.
type ranking struct {
	a         orgs.Actor
	weights   WeightSet
	places    geography
	offers    []Offered
	dismissed map[pair]string
	hits      []hit
	room      []Part // for the parts of the pair at hand
}

// hit is a pair that matches.
type hit struct {
	pair      pair
	score     float64
	dismissed bool
	wanted    int // where the caller has the need
	offered   int // where offers has the solution
}

// rankingFor begins a ranking of solutions.
func rankingFor(tx *models.Tx, a orgs.Actor, offers []Offered) (*ranking, error) {
	g, err := mapOf(tx, places(offers))
	if err != nil {
		return nil, err
	}
	dismissed, err := dismissalsBy(tx, a.Org)
	return &ranking{a: a, weights: Weights(), places: g, offers: offers, dismissed: dismissed}, err
}

func places(offers []Offered) []placed {
	list := make([]placed, len(offers))
	for i, o := range offers {
		list[i] = o.placed
	}
	return list
}

// weigh scores a pair and remembers it where it matches.
func (r *ranking) weigh(n *Wanted, o *Offered, need, solution int) {
	o.Served = r.places.served(o.placed, n.region, n.participants)
	m, ok := r.weights.score(n, o, r.room)
	if !ok {
		return
	}
	r.room = m.Parts
	h := hit{pair: pair{n.ID, o.ID}, score: m.Score, wanted: need, offered: solution}
	h.dismissed = r.dismissed[h.pair] != ""
	if r.hits = append(r.hits, h); len(r.hits) >= 8*maxMatches {
		r.hits = r.best() // what is not among these now never will be
	}
}

// best gives the pairs that are shown: those that are dismissed last, the highest
// score first, and by id where it is the same.
func (r *ranking) best() []hit {
	slices.SortFunc(r.hits, func(x, y hit) int {
		if x.dismissed != y.dismissed {
			if y.dismissed {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(y.score, x.score), compareIDs(x.pair.need, y.pair.need), compareIDs(x.pair.solution, y.pair.solution))
	})
	return r.hits[:min(len(r.hits), maxMatches)]
}

// suggested puts a pair that matches into the reader's words. The need has the
// name of its indicator.
func (r *ranking) suggested(h hit, n Wanted) Suggested {
	o := r.offers[h.offered].to(r.places, &n)
	m, _ := r.weights.Match(n, o)
	return Suggested{
		Match: m, Reasons: m.Reasons(n, o, r.a.Language), Missing: m.Missing(n, o, r.a.Language), Dismissed: r.dismissed[h.pair],
	}
}

func compareIDs(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }
