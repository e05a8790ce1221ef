package surveys

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// asking gives the municipalities that a round asks, in alphabetical order:
// until it opens the members of the region or the cohort, then those that have a response.
func asking(tx *models.Tx, round models.Round, responding []uuid.UUID) ([]orgs.Member, error) {
	if !RoundState(round.State).opened() {
		return orgs.CohortMembers(tx, round.RegionID, round.Cohort, models.DateOf(tx.Now))
	}
	found, err := orgs.Municipalities(tx, responding, models.DateOf(tx.Now))
	if err != nil {
		return nil, err
	}
	members := make([]orgs.Member, 0, len(found))
	for _, m := range found {
		members = append(members, m)
	}
	slices.SortFunc(members, func(a, b orgs.Member) int {
		return cmp.Or(cmp.Compare(a.SortKey, b.SortKey), bytes.Compare(a.ID[:], b.ID[:]))
	})
	return members, nil
}
