package indicators

import (
	"testing"

	"loftet/indicators/catalogue"
	"loftet/models"
)

func TestAGoalIsComparedFromFourFifthsOn(t *testing.T) {
	for _, c := range []struct {
		available, total int
		want             bool
	}{{0, 0, false}, {2, 2, true}, {1, 2, false}, {2, 3, false}, {4, 5, true}, {3, 5, false}, {12, 15, true}, {11, 14, false}, {28, 35, true}} {
		if got := covers(c.available, c.total); got != c.want {
			t.Errorf("%d of %d: %t", c.available, c.total, got)
		}
	}
}

// A limit without bounds gives neither score nor colour, and is no fault either.
func TestTheAdditionalSetCanBeScored(t *testing.T) {
	var all []Indicator
	for _, in := range catalogue.Additional().Indicators {
		all = append(all, Indicator{ID: models.NewID(), Definition: fromCore(in)})
	}
	if _, err := newScorer("sdsn", all, nil); err != nil {
		t.Error(err)
	}
}
