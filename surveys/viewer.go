package surveys

import (
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// viewer is what an actor may see of rounds: all of them, all of the regions it
// owns, and of the regions it is a member of those that are past planning. What
// is open or later is seen by everybody.
type viewer struct {
	all    bool
	owned  []uuid.UUID
	member []uuid.UUID
}

func viewerOf(tx *models.Tx, a orgs.Actor) (viewer, error) {
	if a.Scope == orgs.ScopeAny {
		return viewer{all: true}, nil
	}
	if a.Scope != orgs.ScopeRegion && a.Scope != orgs.ScopeMunicipality {
		return viewer{}, nil
	}
	regions, err := orgs.RegionsOf(tx, a.Org, models.DateOf(tx.Now))
	if err != nil {
		return viewer{}, err
	}
	var v viewer
	for _, r := range regions {
		if a.Scope == orgs.ScopeRegion && r.OwnerID != nil && *r.OwnerID == a.Org {
			v.owned = append(v.owned, r.ID)
		} else if a.Scope == orgs.ScopeMunicipality {
			v.member = append(v.member, r.ID)
		}
	}
	return v, nil
}

// owns tells whether a region's rounds are the actor's to see and, with the
// right role, to change.
func (v viewer) owns(regionID uuid.UUID) bool {
	return v.all || slices.Contains(v.owned, regionID)
}
