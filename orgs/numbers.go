package orgs

import (
	"fmt"
	"maps"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
)

// Numbers finds municipalities of one country by their official numbers, which
// change while the municipality stays the same. See [ByNumber].
type Numbers struct {
	rows       map[string][]models.MunicipalityNumber
	successors map[string][]string // number -> numbers that took over from it
	sources    map[string]int      // number -> how many numbers it took over from
}

func newNumbers(rows []models.MunicipalityNumber, predecessors []models.NumberPredecessor) Numbers {
	n := Numbers{rows: map[string][]models.MunicipalityNumber{}, successors: map[string][]string{}, sources: map[string]int{}}
	for _, row := range rows {
		n.rows[row.Number] = append(n.rows[row.Number], row)
	}
	for _, p := range predecessors {
		n.successors[p.Predecessor] = append(n.successors[p.Predecessor], p.Number)
		n.sources[p.Number]++
	}
	return n
}

// Find gives the municipality that a number meant in a year, or that carries
// on from it alone: a number that was merged with others or split has no
// single successor whose figures it could be, and is not found. A number that
// nobody held in that year is taken as its holder of any other year, since
// statistics are often published backwards on new numbers.
func (n Numbers) Find(number string, year int) (uuid.UUID, bool) {
	day := models.Date(fmt.Sprintf("%04d-01-01", year))
	for range 20 { // no municipality was renumbered more often; guards against a circle
		if rows := n.rows[number]; len(rows) > 0 {
			if i := slices.IndexFunc(rows, func(r models.MunicipalityNumber) bool { return validOn(r.ValidFrom, r.ValidTo, day) }); i >= 0 {
				return rows[i].OrganisationID, true
			}
			return rows[len(rows)-1].OrganisationID, true
		}
		next := n.successors[number]
		if len(next) != 1 || n.sources[next[0]] != 1 {
			return uuid.Nil, false
		}
		number = next[0]
	}
	return uuid.Nil, false
}

// Held tells whether a number was held by a municipality at the beginning of a year.
func (n Numbers) Held(number string, year int) bool {
	day := models.Date(fmt.Sprintf("%04d-01-01", year))
	return slices.ContainsFunc(n.rows[number], func(r models.MunicipalityNumber) bool { return validOn(r.ValidFrom, r.ValidTo, day) })
}

// All gives every number that somebody has held, and those that were given up for
// one of them, in order.
func (n Numbers) All() []string {
	all := slices.Collect(maps.Keys(n.rows))
	for number := range n.successors {
		if n.rows[number] == nil {
			all = append(all, number)
		}
	}
	slices.Sort(all)
	return all
}
