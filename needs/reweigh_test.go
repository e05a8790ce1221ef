package needs

import (
	"testing"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

func TestOtherWeightsMustBeAWholeHundred(t *testing.T) {
	for _, points := range [][]float64{nil, {100}, {30, 20, 20, 15, 10, 6}, {-5, 40, 20, 20, 15, 10}, {30, 20, 20, 15, 10, 5, 0}} {
		if _, err := Rules().WithWeights(points); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%v: %v", points, err)
		}
	}
	other, err := Rules().WithWeights([]float64{100, 0, 0, 0, 0, 0})
	if err != nil || other.weight(PartSeverity) != 100 || Rules().weight(PartSeverity) != 30 {
		t.Errorf("%v, %v", other.Weights, err)
	}
}

func item(state State, parts map[string]float64) Item {
	n := models.Need{Base: models.Base{ID: uuid.New()}, State: string(state), PriorityParts: parts}
	if parts != nil {
		n.Priority = Rules().sum(parts)
	}
	return Item{Need: n}
}

func TestOtherWeightsRankTheListAnew(t *testing.T) {
	severe := map[string]float64{PartSeverity: 30, PartBreadth: 4}
	broad := map[string]float64{PartSeverity: 6, PartBreadth: 20}
	w := Workbench{Items: []Item{item(StateCandidate, severe), item(StateRejected, severe), item(StateCandidate, nil), item(StateConfirmed, broad)}}
	other, err := Rules().WithWeights([]float64{20, 80, 0, 0, 0, 0})
	if err != nil {
		t.Fatal(err)
	}
	w.Reweigh(other)
	if got := *w.Items[0].Reranked; got != (Reranked{Rank: 1, NewRank: 2, Priority: 36}) {
		t.Errorf("severe: %+v", got)
	}
	if got := *w.Items[3].Reranked; got != (Reranked{Rank: 2, NewRank: 1, Priority: 84}) {
		t.Errorf("broad: %+v", got)
	}
	if w.Items[1].Reranked != nil || w.Items[2].Reranked != nil {
		t.Error("a rejected need, or one whose parts are hidden, was ranked")
	}
	w.Reweigh(Rules())
	for _, i := range []int{0, 3} {
		if got := w.Items[i].Reranked; got.Rank != got.NewRank {
			t.Errorf("the weights in force move %d: %+v", i, got)
		}
	}
}
