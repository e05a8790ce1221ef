package needs

import (
	"cmp"
	"math"
	"slices"

	"loftet/internal/fault"
)

// wholePoints is what the weights of a rule set sum to.
const wholePoints = 100

// Reranked is where a need stands under other weights. Both ranks are among the
// needs of one list that are neither rejected nor merged and whose parts the
// reader may see.
type Reranked struct {
	Rank, NewRank int
	Priority      float64 // 0 to 100, unrounded
}

// WithWeights gives the rule set with other weights: points 0 to 100 for each of
// its parts, in their order, that sum to 100; else a fault of the field weights.
func (r RuleSet) WithWeights(points []float64) (RuleSet, error) {
	sum := 0.0
	for _, p := range points {
		if !(p >= 0) {
			return r, fault.InvalidFields(fault.OnField("weights", "weights_sum"))
		}
		sum += p
	}
	if len(points) != len(r.Weights) || math.Abs(sum-wholePoints) > slack {
		return r, fault.InvalidFields(fault.OnField("weights", "weights_sum"))
	}
	r.Weights = slices.Clone(r.Weights)
	for i, p := range points {
		r.Weights[i].Points = p
	}
	return r, nil
}

// Reweigh ranks the list as it stands under the rules in force and under other
// rules. A need whose parts are kept from the reader gets no place: by trying
// weights one could read its mean gap from it.
func (w *Workbench) Reweigh(other RuleSet) {
	var ranked []*Item
	for i := range w.Items {
		item := &w.Items[i]
		if state := State(item.State); item.PriorityParts == nil || state == StateRejected || state == StateMerged {
			continue
		}
		ranked = append(ranked, item)
		item.Reranked = &Reranked{Rank: len(ranked), Priority: Rules().again(item.PriorityParts, other)}
	}
	slices.SortStableFunc(ranked, func(x, y *Item) int {
		// the rest of the order is that of the list
		if math.Abs(x.Reranked.Priority-y.Reranked.Priority) <= slack {
			return 0
		}
		return cmp.Compare(y.Reranked.Priority, x.Reranked.Priority)
	})
	for i, item := range ranked {
		item.Reranked.NewRank = i + 1
	}
}

// again weighs parts that r has given by the weights of other.
func (r RuleSet) again(parts map[string]float64, other RuleSet) float64 {
	shares := map[string]float64{}
	for _, weight := range other.Weights {
		shares[weight.Key] = weight.Points * share(parts[weight.Key], r.weight(weight.Key))
	}
	return other.sum(shares)
}
