package needs

import (
	"math"
	"slices"
)

// Tenths rounds points to tenths so that they sum to the rounded total: each
// is cut to tenths, and what is then lacking goes, a tenth each, to those that
// lost most (the earlier one where two lost the same). What is shown as parts of a
// sum then adds up as shown.
func Tenths(points []float64) (tenths []int, total int) {
	total = TotalTenths(points)
	tenths = make([]int, len(points))
	order := make([]int, len(points))
	lost := make([]float64, len(points))
	left := total
	for i, p := range points {
		tenths[i] = int(math.Floor(p*10 + 1e-9))
		lost[i] = math.Round((p*10 - float64(tenths[i])) * 1e9) // whole, so that equal thirds are equal
		order[i] = i
		left -= tenths[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case lost[a] > lost[b]:
			return -1
		case lost[a] < lost[b]:
			return 1
		}
		return 0
	})
	for _, i := range order {
		if left <= 0 {
			break
		}
		tenths[i]++
		left--
	}
	return tenths, total
}

// TotalTenths is the total that [Tenths] gives, alone.
func TotalTenths(points []float64) int {
	sum := 0.0
	for _, p := range points {
		sum += p
	}
	return int(math.Round(sum * 10))
}
