package models

import (
	"slices"
	"strings"
	"testing"
)

func TestSortKeyIsNorwegianOrder(t *testing.T) {
	names := []string{"Aremark", "Bø", "Goal 2", "Goal 10", "gol", "Hå", "Øygarden", "Ål", "Aasen"}
	got := slices.Clone(names)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
	if !slices.Equal(got, names) {
		t.Errorf("got %q, want %q", got, names)
	}
}
