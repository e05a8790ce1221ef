package scorefile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// Years says which years are scored: "latest", "each" or a year of four digits.
type Years string

// The two words; anything else is a year.
const (
	Latest Years = "latest"
	Each   Years = "each"
)

// Valid tells whether the text is one of the three.
func (y Years) Valid() bool {
	_, reason := csvtable.Year(string(y))
	return y == Latest || y == Each || reason == ""
}

// ErrNoValues is what Snapshots gives for a year without rows.
var ErrNoValues = errors.New("there is no value of that year")

// Snapshot is what is scored together and ranked together.
type Snapshot struct {
	Year  int
	Units []scoring.Unit
}

// Snapshots cuts the data into years. Latest gives one snapshot with every
// indicator's latest value, named after the newest year that has a value; a
// blank never hides an older value. Each gives one snapshot for every year in
// the data, a year only that one, both with that year's values alone and the
// entities that have a row in it. A year without rows is an error.
func (d Data) Snapshots(years Years) ([]Snapshot, error) {
	if years == Latest {
		return []Snapshot{d.latest()}, nil
	}
	byYear := make(map[int][]cell)
	var present []int
	for _, c := range d.values.cells {
		year := c.observation.Year
		if byYear[year] == nil {
			present = append(present, year)
		}
		byYear[year] = append(byYear[year], c)
	}
	slices.Sort(present)
	if years != Each {
		year, reason := csvtable.Year(string(years))
		if reason != "" {
			return nil, fmt.Errorf("year: %s", reason)
		}
		if byYear[year] == nil {
			return nil, fmt.Errorf("%d: %w; the years are %s", year, ErrNoValues, list(present))
		}
		present = []int{year}
	}
	var all []Snapshot
	for _, year := range present {
		all = append(all, Snapshot{Year: year, Units: d.units(byYear[year])})
	}
	return all, nil
}

// latest puts the cells in the order of age, so that the newest value of an
// indicator overwrites the older ones.
func (d Data) latest() Snapshot {
	sorted := slices.Clone(d.values.cells)
	slices.SortStableFunc(sorted, func(a, b cell) int { return a.observation.Year - b.observation.Year })
	newest, newestRow := 0, 0
	for _, c := range sorted {
		newestRow = c.observation.Year
		if c.observation.Missing == scoring.Present {
			newest = c.observation.Year
		}
	}
	if newest == 0 {
		newest = newestRow
	}
	return Snapshot{Year: newest, Units: d.units(sorted)}
}

// units gathers cells by entity; a value later in the list replaces an earlier
// one, a blank doesn't.
func (d Data) units(cells []cell) []scoring.Unit {
	var units []scoring.Unit
	place := make(map[string]int)
	for _, c := range cells {
		i, known := place[c.entity]
		if !known {
			i = len(units)
			place[c.entity] = i
			units = append(units, scoring.Unit{
				Code: c.entity, Region: d.regions.of[c.entity], Groups: d.groups.of[c.entity], Observations: make(map[string]scoring.Observation),
			})
		}
		if _, there := units[i].Observations[c.code]; !there || c.observation.Missing == scoring.Present {
			units[i].Observations[c.code] = c.observation
		}
	}
	return units
}

func list(years []int) string {
	var words []string
	for _, year := range years {
		words = append(words, fmt.Sprint(year))
	}
	return strings.Join(words, ", ")
}
