package scorefile

import (
	"strconv"
	"strings"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

var valueColumns = []csvtable.Column{
	{Name: "entity"}, {Name: "code", Also: []string{"indicator", "indcode"}}, {Name: "year"}, {Name: "value"},
	{Name: "missing", Also: []string{"state", "reason"}, Optional: true}, {Name: "score", Optional: true},
}

// missingWords are the reasons in the spellings that they come in, lower case with
// underscores.
var missingWords = map[string]scoring.Missing{
	"": scoring.NoData, "no_data": scoring.NoData, "not_available": scoring.NoData,
	"not_answered": scoring.NotAnswered, "not_applicable": scoring.NotApplicable, "declined": scoring.Declined,
	"confidential": scoring.Suppressed, "suppressed": scoring.Suppressed,
}

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

// ReadValues reads entity, code, year and value, and, where the columns are there,
// why a value is missing and the score that was published in its stead. A blank
// value is missing. The codes must be among those of specs.
func ReadValues(src csvtable.Source, specs Specs) (Values, csvtable.Findings) {
	table, found := csvtable.Read(src, valueColumns)
	values := Values{first: make(map[string]int), file: src.Name}
	warnOthers(table, &found)
	table.PointDecimals(table.Places("value", "score")...)
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
	one.observation = readObservation(found, file, row, specs.scale(one.code))
	one.observation.Year = year
	return one, len(found.Faults) == before
}

// readObservation reads a value, the reason why there is none, or the score that
// stands in its place. scale is nil where the code is unknown.
func readObservation(found *csvtable.Findings, file string, row csvtable.Row, scale *scoring.Scale) scoring.Observation {
	word := row.Get("missing")
	why, known := missingWords[strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(word))]
	if !known {
		found.Fault(file, row.Line, "%q is no reason for a missing value; write not_answered, no_data, not_applicable, declined or confidential", word)
	}
	if text := row.Get("value"); text != "" {
		value, reason := csvtable.Number(text)
		if reason != "" {
			found.Fault(file, row.Line, "%s", reason)
		}
		if word != "" {
			found.Fault(file, row.Line, "there is a value and a reason why it is missing; leave one of them blank")
		}
		return scoring.Observation{Value: value}
	}
	if text := row.Get("score"); text != "" {
		score, reason := csvtable.Number(text)
		if reason == "" && (score < 0 || score > 100) {
			reason = strconv.Quote(text) + " is not a score from 0 to 100"
		}
		if reason != "" {
			found.Fault(file, row.Line, "%s", reason)
		}
		if scale != nil && (word == "" || why == scoring.Suppressed) {
			return scoring.Observation{Value: scale.ValueAt(score), FromScore: true}
		}
	}
	return scoring.Absent(why)
}
