package indicators

import (
	"github.com/google/uuid"

	"loftet/orgs"
)

// held keeps of a bank's rows those that are a municipality's own. A bank lists old
// and new numbers for all years. What stands on the number that a municipality held
// in the year counts; a figure on another of its numbers counts where the held one
// has none, since statistics are often published backwards on new numbers.
func held(rows []StatisticRow, numbers orgs.Numbers) []StatisticRow {
	type key struct {
		code         string
		organisation uuid.UUID
		year         int
	}
	best := map[key]int{} // place in kept
	kept := make([]StatisticRow, 0, len(rows))
	own := make([]bool, 0, len(rows))
	for _, row := range rows {
		organisation, found := numbers.Find(row.Entity, row.Year)
		if !found {
			continue
		}
		isOwn := numbers.Held(row.Entity, row.Year)
		k := key{row.Code, organisation, row.Year}
		at, there := best[k]
		switch {
		case !there && (isOwn || row.Value != nil):
			best[k] = len(kept)
			kept, own = append(kept, row), append(own, isOwn)
		case there && row.Value != nil && (kept[at].Value == nil || isOwn && !own[at]):
			kept[at], own[at] = row, isOwn
		}
	}
	return kept
}
