package orgs

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
)

// Cohort is a group of municipalities of a region that starts at a time of its own.
type Cohort struct {
	Name           string
	Municipalities int // that have joined and are members today
}

// takingPart are the states of a participation in which a municipality is asked.
var takingPart = []string{"joined", "active"}

// Cohorts gives the cohorts of a region by name, those too that nobody has joined
// yet.
func Cohorts(tx *models.Tx, regionID uuid.UUID, on models.Date) ([]Cohort, error) {
	rows, err := participationsIn(tx, regionID)
	if err != nil {
		return nil, err
	}
	members, err := Members(tx, regionID, on)
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, row := range rows {
		if row.Cohort == "" {
			continue
		}
		n := counts[row.Cohort]
		if slices.Contains(takingPart, row.State) && slices.ContainsFunc(members, func(m Member) bool { return m.ID == row.OrganisationID }) {
			n++
		}
		counts[row.Cohort] = n
	}
	cohorts := []Cohort{}
	for name, n := range counts {
		cohorts = append(cohorts, Cohort{name, n})
	}
	slices.SortFunc(cohorts, func(a, b Cohort) int { return cmp.Compare(a.Name, b.Name) })
	return cohorts, nil
}

// CohortMembers gives the members of a region on a day that take part in one of its
// cohorts: those whose participation is joined or active. An empty cohort is the
// whole region, whether or not its municipalities have decided.
func CohortMembers(tx *models.Tx, regionID uuid.UUID, cohort string, on models.Date) ([]Member, error) {
	members, err := Members(tx, regionID, on)
	if err != nil || cohort == "" {
		return members, err
	}
	rows, err := participationsIn(tx, regionID)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(members, func(m Member) bool {
		return !slices.ContainsFunc(rows, func(row models.Participation) bool {
			return row.OrganisationID == m.ID && row.Cohort == cohort && slices.Contains(takingPart, row.State)
		})
	}), nil
}

// CohortsOf gives the cohort of each municipality of a region that has one.
func CohortsOf(tx *models.Tx, regionID uuid.UUID) (map[uuid.UUID]string, error) {
	rows, err := participationsIn(tx, regionID)
	of := make(map[uuid.UUID]string, len(rows))
	for _, row := range rows {
		if row.Cohort != "" {
			of[row.OrganisationID] = row.Cohort
		}
	}
	return of, err
}
