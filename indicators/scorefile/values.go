package scorefile

import (
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

var valueColumns = []csvtable.Column{{Name: "entity"}, {Name: "code"}, {Name: "year"}, {Name: "value"}}

// cell is one row of values: a value of a year, or that it is missing.
type cell struct {
	entity, code string
	observation  scoring.Observation
}

// Values are the rows of a file, in its order.
type Values struct {
	cells []cell
	first map[string]int // first line of every entity
	file  string
}

// ReadValues reads entity, code, year and value; a blank value is missing. The
// codes must be among those of specs.
func ReadValues(src csvtable.Source, specs Specs) (Values, csvtable.Findings) {
	table, found := csvtable.Read(src, valueColumns)
	values := Values{first: make(map[string]int), file: src.Name}
	warnOthers(table, &found)
	seen := make(map[key]int, len(table.Rows))
	for _, row := range table.Rows {
		one, ok := readValue(&found, src.Name, row, specs)
		if !ok {
			continue
		}
		if values.first[one.entity] == 0 {
			values.first[one.entity] = row.Line
		}
		at := key{one.entity, one.code, one.observation.Year}
		if line, twice := seen[at]; twice {
			found.Fault(src.Name, row.Line, "%s, %s, %d stands already in line %d", at.entity, at.code, at.year, line)
			continue
		}
		seen[at] = row.Line
		values.cells = append(values.cells, one)
	}
	if found.OK() && len(table.Rows) == 0 {
		found.Fault(src.Name, 1, "there is no value below the header")
	}
	return values, found
}

type key struct {
	entity, code string
	year         int
}

// readValue checks every field of a row before it gives up.
func readValue(found *csvtable.Findings, file string, row csvtable.Row, specs Specs) (cell, bool) {
	before := len(found.Faults)
	one := cell{entity: row.Get("entity"), code: row.Get("code")}
	identifier(found, file, row, "entity")
	if identifier(found, file, row, "code") && len(specs.lines) > 0 && specs.lines[one.code] == 0 {
		found.Fault(file, row.Line, "the code %q is not in %s", one.code, specs.file)
	}
	year, reason := csvtable.Year(row.Get("year"))
	if reason != "" {
		found.Fault(file, row.Line, "%s", reason)
	}
	one.observation = scoring.Observation{Year: year, Missing: scoring.NoData}
	if text := row.Get("value"); text != "" {
		value, reason := csvtable.Number(text)
		if reason != "" {
			found.Fault(file, row.Line, "%s", reason)
		}
		one.observation = scoring.Observation{Year: year, Value: value}
	}
	return one, len(found.Faults) == before
}
