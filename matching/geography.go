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

// placed is a solution as far as it matters who sees it and where it is offered.
type placed struct {
	owner   uuid.UUID
	state   State
	regions []uuid.UUID // empty: everywhere
}

func placedOf(s models.Solution) placed {
	return placed{owner: s.OrganisationID, state: State(s.State), regions: s.RegionIDs}
}

// mapOf reads the members of the regions that solutions name, and of others.
func mapOf(tx *models.Tx, solutions []placed, others ...uuid.UUID) (geography, error) {
	wanted := slices.Clone(others)
	seen := map[uuid.UUID]bool{}
	for _, s := range solutions {
		for _, region := range s.regions {
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
func (s placed) everywhere() bool { return len(s.regions) == 0 }

// offeredIn tells whether a solution is offered in a municipality.
func (g geography) offeredIn(s placed, municipality uuid.UUID) bool {
	return s.everywhere() || slices.ContainsFunc(s.regions, func(region uuid.UUID) bool { return g.members[region][municipality] })
}

// served is the share of municipalities that a solution is offered in, 0 to 1.
// A region that it names counts as a whole; without municipalities that is all
// there is to go by.
func (g geography) served(s placed, region uuid.UUID, municipalities []uuid.UUID) float64 {
	if s.everywhere() || slices.Contains(s.regions, region) {
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
func (g geography) serves(s placed, region uuid.UUID) bool {
	if s.everywhere() || slices.Contains(s.regions, region) {
		return true
	}
	for municipality := range g.members[region] {
		if g.offeredIn(s, municipality) {
			return true
		}
	}
	return false
}
