package needs

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// reader is what an actor may see of the needs that are not published.
type reader struct {
	all     bool        // every region, as the administrator
	council bool        // the regions are its own
	own     uuid.UUID   // the municipality, where it is one
	regions []uuid.UUID // owned, or those that the municipality is a member of
}

func readerOf(tx *models.Tx, a orgs.Actor) (reader, error) {
	r := reader{all: a.Scope == orgs.ScopeAny, council: a.Scope == orgs.ScopeRegion}
	if a.Scope != orgs.ScopeRegion && a.Scope != orgs.ScopeMunicipality {
		return r, nil
	}
	regions, err := orgs.RegionsOf(tx, a.Org, models.DateOf(tx.Now))
	if err != nil {
		return r, err
	}
	if a.Scope == orgs.ScopeMunicipality {
		r.own = a.Org
	}
	for _, region := range regions {
		owned := region.OwnerID != nil && *region.OwnerID == a.Org
		if owned == r.council && region.OwnerID != nil {
			r.regions = append(r.regions, region.ID)
		}
	}
	return r, nil
}

// ofRegion tells whether needs of a region may be seen at all.
func (r reader) ofRegion(id uuid.UUID) bool { return r.all || slices.Contains(r.regions, id) }

// sees tells whether a need may be seen. A council sees all of its region; a
// municipality sees those that a person has confirmed, and the candidates that
// it is part of.
func (r reader) sees(n models.Need, involved bool) bool {
	if !r.ofRegion(n.RegionID) {
		return false
	}
	open := !slices.Contains([]State{StateCandidate, StateUnderReview, StateRejected}, State(n.State))
	return r.all || r.council || open || involved
}

// inside tells whether the reader sees single submitted figures of the region.
func (r reader) inside() bool { return r.all || r.council }

// mayRead tells whether the single figure of a municipality may be shown.
func (r reader) mayRead(organisation uuid.UUID, publishes bool) bool {
	return r.inside() || publishes || organisation == r.own && r.own != uuid.Nil
}

// hidden counts the municipalities behind a need whose figures may not be shown.
// publishes tells which show theirs to everybody.
func (r reader) hidden(rows []models.NeedMunicipality, publishes map[uuid.UUID]bool) int {
	n := 0
	for _, row := range rows {
		if !r.mayRead(row.OrganisationID, publishes[row.OrganisationID]) {
			n++
		}
	}
	return n
}

// seen reads a need with the municipalities behind it; a fault NotFound where the
// actor may not see it.
func seen(tx *models.Tx, a orgs.Actor, id uuid.UUID) (models.Need, []models.NeedMunicipality, reader, error) {
	r, err := readerOf(tx, a)
	if err != nil {
		return models.Need{}, nil, r, err
	}
	n, err := needByID(tx, id)
	if err != nil {
		return n, nil, r, err
	}
	rows, err := municipalitiesOf(tx, []uuid.UUID{id})
	if err != nil {
		return n, nil, r, err
	}
	if !r.sees(n, isBehind(rows[id], r.own)) {
		return n, nil, r, fault.Missing()
	}
	return n, rows[id], r, nil
}

// isBehind tells whether a municipality is among those that have a need.
func isBehind(rows []models.NeedMunicipality, organisation uuid.UUID) bool {
	return organisation != uuid.Nil &&
		slices.ContainsFunc(rows, func(m models.NeedMunicipality) bool { return m.OrganisationID == organisation })
}
