package needs

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestTenthsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.Float64Range(0, 100), 0, 8).Draw(t, "points")
		tenths, total := Tenths(points)
		sum, exact := 0, 0.0
		for i, p := range points {
			sum += tenths[i]
			exact += p
			if math.Abs(float64(tenths[i])/10-p) >= .1 || p == 0 && tenths[i] != 0 {
				t.Fatalf("%v became %v", p, tenths[i])
			}
		}
		if sum != total || math.Abs(float64(total)/10-exact) > .05+1e-9 {
			t.Fatalf("%v sum to %v, shown %v of %v", tenths, sum, total, exact)
		}
	})
}

func TestWhatIsLackingGoesToThoseThatLostMost(t *testing.T) {
	tenths, total := Tenths([]float64{33.333, 33.333, 33.334})
	if total != 1000 || tenths[0] != 333 || tenths[2] != 334 {
		t.Errorf("%v of %d", tenths, total)
	}
}
