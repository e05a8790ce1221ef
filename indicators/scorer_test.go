package indicators

import "testing"

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
