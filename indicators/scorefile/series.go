package scorefile

import (
	"cmp"
	"maps"
	"slices"

	"loftet/indicators/scoring"
)

// series are the observations of one entity and indicator over the years.
type series struct {
	entity string
	scale  *scoring.Scale
	list   []scoring.Observation
}

// series gives those of every entity and indicator that the values speak of and
// that counts for the entity, up to a year (0 for all), by entity, goal and code.
func (d Data) series(until int) []series {
	type at struct{ entity, code string }
	lists := make(map[at][]scoring.Observation)
	for _, c := range d.values.cells {
		if until == 0 || c.observation.Year <= until {
			key := at{c.entity, c.code}
			lists[key] = append(lists[key], c.observation)
		}
	}
	var all []series
	for key, list := range lists {
		scale := d.specs.scale(key.code)
		if only := scale.Spec().Only; only == "" || slices.Contains(d.groups.of[key.entity], only) {
			all = append(all, series{key.entity, scale, list})
		}
	}
	slices.SortFunc(all, func(a, b series) int {
		x, y := a.scale.Spec(), b.scale.Spec()
		return cmp.Or(cmp.Compare(a.entity, b.entity), cmp.Compare(x.Goal, y.Goal), cmp.Compare(x.Code, y.Code))
	})
	return all
}

// SeveralYears tells whether any indicator of any entity has values of more than
// one year.
func (d Data) SeveralYears() bool {
	type at struct{ entity, code string }
	first := make(map[at]int)
	for _, c := range d.values.cells {
		if c.observation.Missing != scoring.Present {
			continue
		}
		key := at{c.entity, c.code}
		if year, known := first[key]; known && year != c.observation.Year {
			return true
		}
		first[key] = c.observation.Year
	}
	return false
}

// FirstYear is the earliest year that anything has a value of, or 0.
func (d Data) FirstYear() int {
	years := make(map[int]bool)
	for _, c := range d.values.cells {
		if c.observation.Missing == scoring.Present {
			years[c.observation.Year] = true
		}
	}
	if len(years) == 0 {
		return 0
	}
	return slices.Min(slices.Collect(maps.Keys(years)))
}
