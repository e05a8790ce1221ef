package scorefile

import (
	"slices"

	"loftet/internal/csvtable"
)

var groupColumns = []csvtable.Column{{Name: "entity"}, {Name: "group"}}

// Groups says which groups each entity belongs to: those that it is compared
// within, or those that indicators count for alone.
type Groups struct {
	of    map[string][]string
	lines map[string]int // first line of every entity, those of faulty rows too
	file  string
}

// ReadGroups reads entity and group, one membership a line. An entity may have
// several.
func ReadGroups(src csvtable.Source) (Groups, csvtable.Findings) {
	table, found := csvtable.Read(src, groupColumns)
	groups := Groups{of: make(map[string][]string), lines: make(map[string]int), file: src.Name}
	warnOthers(table, &found)
	for _, row := range table.Rows {
		entity, group := row.Get("entity"), row.Get("group")
		if !identifier(&found, src.Name, row, "entity") {
			continue
		}
		if groups.lines[entity] == 0 {
			groups.lines[entity] = row.Line
		}
		switch {
		case !identifier(&found, src.Name, row, "group"):
		case slices.Contains(groups.of[entity], group):
			found.Fault(src.Name, row.Line, "%s stands already in the group %s", entity, group)
		default:
			groups.of[entity] = append(groups.of[entity], group)
		}
	}
	return groups, found
}

// checkGroups mentions indicators for groups that nobody is in and members of
// whom nothing is known.
func checkGroups(found *csvtable.Findings, specs Specs, values Values, groups Groups) {
	in := make(map[string]bool)
	for _, list := range groups.of {
		for _, group := range list {
			in[group] = true
		}
	}
	for _, scale := range specs.Scales {
		if only := scale.Spec().Only; only != "" && !in[only] {
			where := "no entity is in it without a file of groups"
			if groups.file != "" {
				where = "it has no entity in " + groups.file
			}
			found.Warn(specs.file, specs.lines[scale.Spec().Code], "%s counts for the group %s alone, and %s", scale.Spec().Code, only, where)
		}
	}
	for _, entity := range byLine(groups.lines) {
		if values.first[entity] == 0 {
			found.Warn(groups.file, groups.lines[entity], "%s has no row in %s", entity, values.file)
		}
	}
}

// OneGroupEach wants exactly one group for each entity, for comparisons. Without a
// file of groups all entities are compared with all.
func (d Data) OneGroupEach() csvtable.Findings {
	var found csvtable.Findings
	if d.groups.file == "" {
		return found
	}
	for _, entity := range byLine(d.values.first) {
		switch of := d.groups.of[entity]; {
		case len(of) == 0:
			found.Fault(d.values.file, d.values.first[entity], "%s has no group in %s", entity, d.groups.file)
		case len(of) > 1:
			found.Fault(d.groups.file, d.groups.lines[entity], "%s has %d groups; to be ranked it must have one", entity, len(of))
		}
	}
	found.Sort()
	return found
}
