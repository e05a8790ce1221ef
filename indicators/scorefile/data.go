package scorefile

import (
	"cmp"
	"maps"
	"slices"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// Data is a set of files that fit together.
type Data struct {
	Scales  []*scoring.Scale
	cells   []cell
	regions map[string]string
}

// Read reads the files and holds them against each other. regions may be nil;
// where it is given, every entity needs a region. The data is sound only where
// the findings are OK; all faults of all files are in them.
func Read(specs, values csvtable.Source, regions *csvtable.Source) (Data, csvtable.Findings) {
	readSpecs, found := ReadSpecs(specs)
	readValues, more := ReadValues(values, readSpecs)
	found.Add(more)
	data := Data{Scales: readSpecs.Scales, cells: readValues.cells}
	if found.OK() {
		warnEmpty(&found, readSpecs, readValues)
	}
	if regions != nil {
		readRegions, more := ReadRegions(*regions)
		found.Add(more)
		data.regions = readRegions.of
		checkRegions(&found, readValues, readRegions)
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
