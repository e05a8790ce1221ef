package charts

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAxisTicks(t *testing.T) {
	for _, c := range []struct {
		figures []float64
		zero    bool
		want    []float64
	}{
		{[]float64{12, 97, 100}, true, []float64{0, 20, 40, 60, 80, 100}},
		{[]float64{-3.2, 4.8}, true, []float64{-4, -2, 0, 2, 4, 6}},
		{[]float64{5, 5}, true, []float64{0, 1, 2, 3, 4, 5}},
		{[]float64{59.1, 71.2}, false, []float64{55, 60, 65, 70, 75}},
		{nil, true, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{[]float64{0}, true, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
	} {
		got := axis(c.figures, c.zero, 5)
		near := cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) < 1e-9 })
		if diff := cmp.Diff(c.want, got.ticks, near); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.figures, diff)
		}
	}
}

// No finite figures bring an axis out of bounds, for the renderers hang on what
// is not finite.
func TestAxisHoldsAnyFigures(t *testing.T) {
	odd := []float64{0, 1, -1, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, 1e15 + 1, 1e15, 1e-300, -1e-12}
	for _, x := range odd {
		for _, y := range odd {
			for _, zero := range []bool{true, false} {
				a := axis([]float64{x, y}, zero, 5)
				a.from, a.to = 100, 300
				for _, v := range append(slices.Clone(a.ticks), x, y, 0) {
					if at := a.at(v); at < 100 || at > 300 {
						t.Fatalf("axis of %v and %v puts %v at %d", x, y, v, at)
					}
				}
				if len(a.ticks) < 2 || len(a.ticks) > 20 {
					t.Fatalf("axis of %v and %v has %d ticks", x, y, len(a.ticks))
				}
			}
		}
	}
}

func TestQuantileIsTheSpreadsheets(t *testing.T) {
	figures := sorted([]float64{7, 15, 36, 39, 40, 41})
	for q, want := range map[float64]float64{0: 7, 0.25: 20.25, 0.5: 37.5, 0.75: 39.75, 1: 41} {
		if got := quantile(figures, q); got != want {
			t.Errorf("quantile %v is %v, want %v", q, got, want)
		}
	}
	if quantile([]float64{3}, 0.25) != 3 {
		t.Error("one figure is every quantile")
	}
}

func TestSpreadKeepsApartAndWithin(t *testing.T) {
	places := []int{10, 11, 12, 96, 97}
	spread(places, 18, 0, 100)
	for i := 1; i < len(places); i++ {
		if places[i]-places[i-1] < 18 {
			t.Errorf("%v", places)
		}
	}
	if places[0] < 0 || places[4] > 100 {
		t.Errorf("%v", places)
	}
}
