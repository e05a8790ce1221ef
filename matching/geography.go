package matching

import (
	"slices"

	"github.com/google/uuid"

	"loftet/models"
)

// geography is who belongs to which region today.
type geography struct {
	members map[uuid.UUID]map[uuid.UUID]bool // region, municipality
}

// mapOf reads the members of the regions that solutions name, and of others.
func mapOf(tx *models.Tx, solutions []models.Solution, others ...uuid.UUID) (geography, error) {
	wanted := slices.Clone(others)
	seen := map[uuid.UUID]bool{}
	for _, s := range solutions {
		for _, region := range s.RegionIDs {
			if !seen[region] {
				seen[region] = true
				wanted = append(wanted, region)
			}
		}
	}
	members, err := membersOf(tx, wanted)
	return geography{members: members}, err
}

// everywhere tells whether a solution is offered without regard to place.
func everywhere(s models.Solution) bool { return len(s.RegionIDs) == 0 }

// offeredIn tells whether a solution is offered in a municipality.
func (g geography) offeredIn(s models.Solution, municipality uuid.UUID) bool {
	return everywhere(s) || slices.ContainsFunc(s.RegionIDs, func(region uuid.UUID) bool { return g.members[region][municipality] })
}

// served is the share of municipalities that a solution is offered in, 0 to 1.
// A region that it names counts as a whole; without municipalities that is all
// there is to go by.
func (g geography) served(s models.Solution, region uuid.UUID, municipalities []uuid.UUID) float64 {
	if everywhere(s) || slices.Contains(s.RegionIDs, region) {
		return 1
	}
	if len(municipalities) == 0 {
		return 0
	}
	n := 0
	for _, m := range municipalities {
		if g.offeredIn(s, m) {
			n++
		}
	}
	return float64(n) / float64(len(municipalities))
}

// serves tells whether a solution is offered in any part of a region.
func (g geography) serves(s models.Solution, region uuid.UUID) bool {
	if everywhere(s) || slices.Contains(s.RegionIDs, region) {
		return true
	}
	for municipality := range g.members[region] {
		if g.offeredIn(s, municipality) {
			return true
		}
	}
	return false
}
