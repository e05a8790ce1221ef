package scorefile

import "loftet/internal/csvtable"

var regionColumns = []csvtable.Column{{Name: "entity"}, {Name: "region"}}

// Regions says which region each entity belongs to.
type Regions struct {
	of    map[string]string
	lines map[string]int // of every entity, those of faulty rows too
	file  string
}

// ReadRegions reads entity and region: one entity a line, each in one region.
func ReadRegions(src csvtable.Source) (Regions, csvtable.Findings) {
	table, found := csvtable.Read(src, regionColumns)
	regions := Regions{of: make(map[string]string), lines: make(map[string]int), file: src.Name}
	warnOthers(table, &found)
	for _, row := range table.Rows {
		entity := row.Get("entity")
		if !identifier(&found, src.Name, row, "entity") {
			continue
		}
		if first, twice := regions.lines[entity]; twice {
			found.Fault(src.Name, row.Line, "%s stands already in line %d", entity, first)
			continue
		}
		regions.lines[entity] = row.Line
		if identifier(&found, src.Name, row, "region") {
			regions.of[entity] = row.Get("region")
		}
	}
	return regions, found
}
