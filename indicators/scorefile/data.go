package scorefile

import (
	"cmp"
	"maps"
	"slices"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// Files are what is read. Regions and Groups may be nil; where there are regions,
// every entity needs one.
type Files struct {
	Specs, Values   csvtable.Source
	Regions, Groups *csvtable.Source
}

// Data is a set of files that fit together.
type Data struct {
	specs   Specs
	values  Values
	regions Regions
	groups  Groups
}

// Read reads the files and holds them against each other. The data is sound only
// where the findings are OK; all faults of all files are in them.
func Read(files Files) (Data, csvtable.Findings) {
	var data Data
	var found, more csvtable.Findings
	data.specs, found = ReadSpecs(files.Specs)
	data.values, more = ReadValues(files.Values, data.specs)
	found.Add(more)
	if found.OK() {
		warnEmpty(&found, data.specs, data.values)
	}
	if files.Regions != nil {
		data.regions, more = ReadRegions(*files.Regions)
		found.Add(more)
		checkRegions(&found, data.values, data.regions)
	}
	if files.Groups != nil {
		data.groups, more = ReadGroups(*files.Groups)
		found.Add(more)
	}
	if found.OK() {
		checkGroups(&found, data.specs, data.values, data.groups)
	}
	found.Sort()
	return data, found
}

// checkRegions wants a region for each entity, and mentions regions of nobody.
func checkRegions(found *csvtable.Findings, values Values, regions Regions) {
	if len(regions.lines) == 0 && !found.OK() {
		return // the file as a whole is unreadable and has said so
	}
	for _, entity := range byLine(values.first) {
		if regions.lines[entity] == 0 {
			found.Fault(values.file, values.first[entity], "%s has no region in %s", entity, regions.file)
		}
	}
	for _, entity := range byLine(regions.lines) {
		if values.first[entity] == 0 {
			found.Warn(regions.file, regions.lines[entity], "%s has no row in %s", entity, values.file)
		}
	}
}

// warnEmpty mentions indicators and entities without any value.
func warnEmpty(found *csvtable.Findings, specs Specs, values Values) {
	codes, entities := make(map[string]bool), make(map[string]bool)
	for _, c := range values.cells {
		if c.observation.Missing == scoring.Present {
			codes[c.code], entities[c.entity] = true, true
		}
	}
	for _, code := range byLine(specs.lines) {
		if !codes[code] {
			found.Warn(specs.file, specs.lines[code], "%s has no value in %s", code, values.file)
		}
	}
	for _, entity := range byLine(values.first) {
		if !entities[entity] {
			found.Warn(values.file, values.first[entity], "%s has no value at all", entity)
		}
	}
}

// byLine gives the names in the order of their lines.
func byLine(lines map[string]int) []string {
	return slices.SortedFunc(maps.Keys(lines), func(a, b string) int { return cmp.Compare(lines[a], lines[b]) })
}
