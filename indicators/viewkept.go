package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// viewCells is how many cells of views a process keeps, some 250 bytes each: five
// of a country, as many as its charts look at.
const viewCells = 75_000

// viewKey names a view by what was asked for, who asked, the day, and the state
// of the region.
type viewKey struct {
	region, round uuid.UUID
	year          int
	scope         orgs.Scope
	organisation  uuid.UUID
	day           models.Date
	cohort        string
	mark          string
}

// keptView gives a view that was made before, as long as nothing that it is made
// of has changed.
func (s *Service) keptView(tx *models.Tx, a orgs.Actor, in ViewInput) (View, error) {
	mark, err := markOf(tx, in.RegionID)
	if err != nil {
		return View{}, err
	}
	key := viewKey{region: in.RegionID, year: in.Year, cohort: in.Cohort, scope: a.Scope, organisation: a.Org, day: models.DateOf(tx.Now), mark: mark}
	if in.RoundID != nil {
		key.round = *in.RoundID
	}
	if v, ok := s.views.Get(key); ok {
		if v.Round == nil || v.Round.ClosedAt == nil {
			v.AsOf = tx.Now // which is when it is read
		}
		return v, nil
	}
	v, err := s.regionView(tx, a, in)
	if err == nil {
		s.views.Put(key, v, len(v.Members)*len(v.columns)+1)
	}
	return v, err
}
