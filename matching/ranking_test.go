package matching

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// However many pairs match, and in whatever order they come, the best are shown.
func TestTheBestOfManyAreShown(t *testing.T) {
	const many = 12 * maxMatches
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.SampledFrom([]int{1, many - 1, 7, 1001}).Draw(t, "step") // each goes through all
		late := rapid.IntRange(0, many).Draw(t, "dismissed from")
		r := &ranking{weights: Weights(), dismissed: map[pair]string{}, offers: []Offered{{ID: id(1), Goals: []int{1}, Targets: []string{"1.1"}, TRL: 5}}}
		wanted := make([]Wanted, many)
		for i := range wanted {
			wanted[i] = Wanted{ID: id(10 + i), Goal: 1 + i%3/2, Target: []string{"", "1.1"}[i%2], MinimumTRL: i % 5 / 4 * 5}
			if i >= late && i%4 == 0 {
				r.dismissed[pair{wanted[i].ID, id(1)}] = "no use"
			}
		}
		var all []hit
		for k := range wanted {
			i := k * step % many
			r.weigh(&wanted[i], &r.offers[0], i, 0)
			if m, ok := r.weights.Match(wanted[i], r.offers[0]); ok {
				p := pair{wanted[i].ID, id(1)}
				all = append(all, hit{pair: p, score: m.Score, dismissed: r.dismissed[p] != "", wanted: i})
			}
		}
		slices.SortFunc(all, func(x, y hit) int { return cmp.Compare(x.wanted, y.wanted) })
		slices.SortStableFunc(all, func(x, y hit) int { return cmp.Compare(y.score, x.score) })
		var want []hit
		for _, dismissed := range []bool{false, true} {
			for _, h := range all {
				if h.dismissed == dismissed {
					want = append(want, h)
				}
			}
		}
		if got := r.best(); len(all) <= 4*maxMatches || !slices.Equal(got, want[:maxMatches]) {
			t.Fatalf("%d of %d, not the best", len(got), len(all))
		}
	})
}
