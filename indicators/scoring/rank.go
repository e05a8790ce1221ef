package scoring

import (
	"cmp"
	"slices"
)

// Ranks gives each index its place, the highest first; equal ones share a place
// and the next place is skipped (1, 2, 2, 4). What has no index has rank 0.
// Indices that differ by less than a billionth are equal: they differ by the
// order of a sum, not by what was measured.
func Ranks(indices []IndexResult) []int {
	ranks := make([]int, len(indices))
	var order []int
	for i, ix := range indices {
		if ix.Scored {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(indices[b].Score, indices[a].Score) })
	lead := 0
	for place, i := range order {
		if indices[order[lead]].Score-indices[i].Score > tolerance {
			lead = place
		}
		ranks[i] = lead + 1
	}
	return ranks
}
