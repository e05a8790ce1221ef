package scorefile

import (
	"cmp"
	"slices"
	"strconv"

	"loftet/indicators/scoring"
)

// RankTable is the outcome of the method rank: every snapshot, indicator and group
// by itself. Call OneGroupEach first; without a file of groups there is one group,
// with no name.
func (d Data) RankTable(years Years) (Table, error) {
	rows := [][]string{{"entity", "year", "code", "value", "rank", "of", "group", "colour", "missing", "method", "version"}}
	snapshots, err := d.Snapshots(years)
	if err != nil {
		return Table{}, err
	}
	for _, snapshot := range snapshots {
		groups := make(map[string][]scoring.Unit)
		for _, unit := range snapshot.Units {
			name := ""
			if len(unit.Groups) > 0 {
				name = unit.Groups[0]
			}
			groups[name] = append(groups[name], unit)
		}
		for name, units := range groups {
			for _, scale := range d.specs.Scales {
				if only := scale.Spec().Only; only == "" || only == name {
					rows = append(rows, rankRows(scale, name, snapshot.Year, units)...)
				}
			}
		}
	}
	order := make(map[string]int)
	for i, scale := range d.specs.Scales {
		order[scale.Spec().Code] = i
	}
	slices.SortFunc(rows[1:], func(a, b []string) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]), cmp.Compare(order[a[2]], order[b[2]]))
	})
	return Table{"scores.csv", rows}, nil
}

// rankRows has a row for each entity of the group that the values speak of.
func rankRows(scale *scoring.Scale, group string, year int, units []scoring.Unit) [][]string {
	var entities []string
	var observed []scoring.Observation
	code := scale.Spec().Code
	for _, unit := range units {
		if o, spoken := unit.Observations[code]; spoken {
			entities, observed = append(entities, unit.Code), append(observed, o)
		}
	}
	rows := make([][]string, 0, len(entities))
	for i, s := range scoring.Rank(scale, observed) {
		o := observed[i]
		missing := o.Missing
		if o.FromScore {
			missing = scoring.Suppressed
		}
		rows = append(rows, []string{
			entities[i], strconv.Itoa(year), code, number(o.Value, missing == scoring.Present), place(s.Rank), strconv.Itoa(s.Of),
			group, string(s.Colour), string(missing), string(s.Method), s.MethodVersion,
		})
	}
	return rows
}
