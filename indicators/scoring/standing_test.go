package scoring_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"loftet/indicators/scoring"
)

func ranked(s *scoring.Scale, values ...float64) (ranks []int, colours []scoring.Colour) {
	var group []scoring.Observation
	for _, x := range values {
		group = append(group, value(x))
	}
	for _, one := range scoring.Rank(s, group) {
		ranks, colours = append(ranks, one.Rank), append(colours, one.Colour)
	}
	return ranks, colours
}

func TestRankColoursQuarters(t *testing.T) {
	const g, y, r, n = scoring.Green, scoring.Yellow, scoring.Red, scoring.Grey
	up := scale(t, spec(0, 40, 80, 100))
	for name, row := range map[string]struct {
		values  []float64
		ranks   []int
		colours []scoring.Colour
	}{
		"four":               {[]float64{4, 3, 2, 1}, []int{1, 2, 3, 4}, []scoring.Colour{g, y, y, r}},
		"five":               {[]float64{1, 5, 3, 2, 4}, []int{5, 1, 3, 4, 2}, []scoring.Colour{r, g, y, y, y}},
		"eight":              {[]float64{8, 7, 6, 5, 4, 3, 2, 1}, []int{1, 2, 3, 4, 5, 6, 7, 8}, []scoring.Colour{g, g, y, y, y, y, r, r}},
		"a tie at the top":   {[]float64{9, 9, 2, 1}, []int{1, 1, 3, 4}, []scoring.Colour{g, g, y, r}},
		"a tie at the end":   {[]float64{9, 8, 1, 1}, []int{1, 2, 3, 3}, []scoring.Colour{g, y, r, r}},
		"all equal":          {[]float64{5, 5, 5, 5}, []int{1, 1, 1, 1}, []scoring.Colour{y, y, y, y}},
		"beyond the bounds":  {[]float64{500, 400, -1, -2}, []int{1, 2, 3, 4}, []scoring.Colour{g, y, y, r}},
		"three are too few":  {[]float64{3, 2, 1}, []int{1, 2, 3}, []scoring.Colour{n, n, n}},
		"no value, no place": {[]float64{4, math.NaN(), 3, math.Inf(1), 2, 1}, []int{1, 0, 2, 0, 3, 4}, []scoring.Colour{g, n, y, n, y, r}},
	} {
		t.Run(name, func(t *testing.T) {
			ranks, colours := ranked(up, row.values...)
			if diff := cmp.Diff(row.ranks, ranks) + cmp.Diff(row.colours, colours); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := scoring.Rank(up, []scoring.Observation{value(1), scoring.Absent(scoring.Declined)}); got[1].Of != 1 || got[0].MethodVersion == "" {
		t.Errorf("%+v", got)
	}
}

// Unit, direction and order of the values don't matter; better is never worse
// placed; equal values are treated alike; no more than a quarter is strictly
// inside each end.
func TestRankProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		up, down := scale(t, spec(0, 40, 80, 100)), scale(t, spec(100, 60, 20, 0))
		values := rapid.SliceOfN(rapid.Float64Range(-50, 150).Filter(func(x float64) bool { return x == math.Trunc(x*4)/4 || x > 10 }), 0, 30).Draw(t, "values")
		ranks, colours := ranked(up, values...)
		turned := make([]float64, len(values))
		shuffled := rapid.Permutation(indexes(len(values))).Draw(t, "order")
		moved := make([]float64, len(values))
		for i, x := range values {
			turned[i] = -x
			moved[i] = values[shuffled[i]]
		}
		if r, c := ranked(down, turned...); !cmp.Equal(r, ranks) || !cmp.Equal(c, colours) {
			t.Fatalf("turned: %v %v, before %v %v", r, c, ranks, colours)
		}
		r, c := ranked(up, moved...)
		for i, from := range shuffled {
			if r[i] != ranks[from] || c[i] != colours[from] {
				t.Fatalf("the order of the units changed a rank: %v, %v", r, ranks)
			}
		}
		order := map[scoring.Colour]int{scoring.Red: 0, scoring.Yellow: 1, scoring.Green: 2}
		for i := range values {
			for j := range values {
				if values[i] > values[j] && (ranks[i] >= ranks[j] || order[colours[i]] < order[colours[j]]) {
					t.Fatalf("%v stands behind %v", values[i], values[j])
				}
				if values[i] == values[j] && (ranks[i] != ranks[j] || colours[i] != colours[j]) {
					t.Fatalf("equal values differ: %v", values[i])
				}
			}
		}
	})
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
