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
	last      *hit   // of the best so far, once there are more than are shown
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
	if r.last != nil && h.order(*r.last) > 0 {
		return
	}
	if r.hits = append(r.hits, h); len(r.hits) >= 4*maxMatches {
		r.hits = r.best()
		last := r.hits[len(r.hits)-1] // what comes after it never will be shown
		r.last = &last
	}
}

// best gives the pairs that are shown, in their order.
func (r *ranking) best() []hit {
	slices.SortFunc(r.hits, hit.order)
	return r.hits[:min(len(r.hits), maxMatches)]
}

// order puts last what is dismissed, first the highest score, and goes by the ids
// where it is the same.
func (h hit) order(other hit) int {
	if h.dismissed != other.dismissed {
		if other.dismissed {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(other.score, h.score), compareIDs(h.pair.need, other.pair.need), compareIDs(h.pair.solution, other.pair.solution))
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
