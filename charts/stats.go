package charts

import (
	"math"
	"slices"
)

// numbers gives the figures of the values that have one, in order.
func numbers(values []Value) []float64 {
	var out []float64
	for _, v := range values {
		if v.State.HasNumber() {
			out = append(out, v.Number)
		}
	}
	return out
}

// quantile is the linear interpolation between order statistics that
// spreadsheets use (type 7 of Hyndman and Fan, 1996). sorted must not be empty.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	low := int(math.Floor(at))
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	share := at - float64(low)
	return sorted[low]*(1-share) + sorted[low+1]*share
}

func sorted(figures []float64) []float64 {
	out := slices.Clone(figures)
	slices.Sort(out)
	return out
}
