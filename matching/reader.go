package matching

import (
	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// reader is which solutions an actor may see.
type reader struct {
	a       orgs.Actor
	regions []uuid.UUID // that a regional council runs
}

func readerOf(tx *models.Tx, a orgs.Actor) (reader, error) {
	r := reader{a: a}
	if a.Scope != orgs.ScopeRegion {
		return r, nil
	}
	regions, err := orgs.RegionsOf(tx, a.Org, models.DateOf(tx.Now))
	for _, region := range regions {
		if region.OwnerID != nil && *region.OwnerID == a.Org {
			r.regions = append(r.regions, region.ID)
		}
	}
	return r, err
}

// solutions gives those that the actor may see, newest first.
func (r reader) solutions(tx *models.Tx) ([]models.Solution, error) {
	var list []models.Solution
	var err error
	switch r.a.Scope {
	case orgs.ScopeAny:
		return solutionsIn(tx, nil)
	case orgs.ScopeBusiness:
		return solutionsIn(tx, &r.a.Org)
	case orgs.ScopeRegion, orgs.ScopeMunicipality:
		list, err = solutionsIn(tx, nil, StateSubmitted, StatePublished)
	}
	if err != nil || len(list) == 0 {
		return nil, err
	}
	places := make([]placed, len(list))
	for i, s := range list {
		places[i] = placedOf(s)
	}
	g, err := mapOf(tx, places, r.regions...)
	if err != nil {
		return nil, err
	}
	seen := list[:0]
	for i, s := range list {
		if r.sees(g, places[i]) {
			seen = append(seen, s)
		}
	}
	return seen, nil
}

// sees is the one rule of who sees a solution: its business always; those who
// publish it from the moment it is sent in; other councils and municipalities
// that it is offered to once it is published; the public never, for it has no
// list of solutions.
func (r reader) sees(g geography, s placed) bool {
	switch r.a.Scope {
	case orgs.ScopeAny:
		return true
	case orgs.ScopeBusiness:
		return s.owner == r.a.Org
	case orgs.ScopeRegion:
		for _, region := range r.regions {
			if g.serves(s, region) {
				return s.state == StatePublished || s.state == StateSubmitted && r.a.Has(orgs.Coordinator)
			}
		}
	case orgs.ScopeMunicipality:
		return s.state == StatePublished && g.offeredIn(s, r.a.Org)
	}
	return false
}

// seen reads a solution; a fault NotFound where the actor may not see it.
func seen(tx *models.Tx, a orgs.Actor, id uuid.UUID) (models.Solution, error) {
	r, err := readerOf(tx, a)
	if err != nil {
		return models.Solution{}, err
	}
	s, err := solutionByID(tx, id)
	if err != nil {
		return s, err
	}
	g, err := mapOf(tx, []placed{placedOf(s)}, r.regions...)
	if err == nil && !r.sees(g, placedOf(s)) {
		err = fault.Missing()
	}
	return s, err
}
