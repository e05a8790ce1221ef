package resultset

import (
	"regexp"
	"strconv"
	"strings"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

var codebookColumns = []csvtable.Column{
	{Name: "code", Also: []string{"indicator", "indicator code", "id"}},
	{Name: "goal", Also: []string{"sdg"}},
	{Name: "lower", Also: []string{"worst value", "worst", "lower bound"}},
	{Name: "optimum", Also: []string{"target value", "best value", "best", "upper bound"}},
	{Name: "green", Also: []string{"to green", "green threshold"}, Optional: true},
	{Name: "yellow", Also: []string{"to yellow", "yellow threshold"}, Optional: true},
	{Name: "red", Also: []string{"to orange", "red threshold"}, Optional: true},
	{Name: "target", Also: []string{"sdg alignment", "sdg target"}, Optional: true},
	{Name: "name", Also: []string{"indicator name", "title"}, Optional: true},
	{Name: "description", Optional: true},
	{Name: "unit", Also: []string{"units"}, Optional: true},
	{Name: "year", Also: []string{"years"}, Optional: true},
	{Name: "source", Optional: true},
	{Name: "direction", Also: []string{"sort order"}, Optional: true},
}

var (
	targetPattern = regexp.MustCompile(`\b(\d{1,2}\.[0-9a-z]{1,2})\b`)
	yearPattern   = regexp.MustCompile(`\b[12]\d{3}\b`)
)

// readCodebook reads one indicator a row. Columns that the set has no place for
// are not findings: codebooks carry much that is meant for people.
func readCodebook(src csvtable.Source, report *Report) []Indicator {
	table, found := csvtable.Read(src, codebookColumns)
	report.Add(found)
	var list []Indicator
	lines := make(map[string]int)
	for _, row := range table.Rows {
		code := row.Get("code")
		if code == "" {
			report.Fault(src.Name, row.Line, "the indicator has no code")
			continue
		}
		if first, twice := lines[strings.ToLower(code)]; twice {
			report.Fault(src.Name, row.Line, "%s: the code stands already in line %d", code, first)
			continue
		}
		lines[strings.ToLower(code)] = row.Line
		if one, ok := readIndicator(src.Name, row, report); ok {
			list = append(list, one)
		}
	}
	if report.OK() && len(list) == 0 {
		report.Fault(src.Name, 1, "there is no indicator below the header")
	}
	return list
}

func readIndicator(file string, row csvtable.Row, report *Report) (Indicator, bool) {
	one := Indicator{
		Code: row.Get("code"), Name: row.Get("name"), Description: row.Get("description"),
		Unit: row.Get("unit"), Source: row.Get("source"), line: row.Line,
		Target: targetPattern.FindString(row.Get("target")),
	}
	before := len(report.Faults)
	fault := func(field, reason string) { report.Fault(file, row.Line, "%s: %s: %s", one.Code, field, reason) }
	if one.Name == "" {
		one.Name = one.Code
	}
	goal, err := strconv.Atoi(row.Get("goal"))
	if err != nil {
		fault("goal", strconv.Quote(row.Get("goal"))+" is not the number of a goal")
	}
	one.Goal = goal
	number := func(field string, required bool) *float64 {
		text := row.Get(field)
		if text == "" {
			if required {
				fault(field, "the number is missing")
			}
			return nil
		}
		value, reason := csvtable.Number(text)
		if reason != "" {
			fault(field, reason)
		}
		return &value
	}
	lower, optimum := number("lower", true), number("optimum", true)
	one.Green, one.Yellow, one.Red = number("green", false), number("yellow", false), number("red", false)
	if years := yearPattern.FindAllString(row.Get("year"), -1); len(years) > 0 {
		one.Year, _ = strconv.Atoi(years[len(years)-1]) // four digits always fit
	} else {
		fault("year", strconv.Quote(row.Get("year"))+" names no year")
	}
	if len(report.Faults) > before {
		return one, false
	}
	one.Lower, one.Optimum = *lower, *optimum
	return one, one.makeScale(file, row, report)
}

// makeScale checks the numbers as the scoring engine does, and the direction
// that the codebook states against the one they give.
func (i *Indicator) makeScale(file string, row csvtable.Row, report *Report) bool {
	scale, doubts, err := scoring.NewScale(scoring.Spec{
		Code: i.Code, Goal: i.Goal, Lower: i.Lower, Optimum: i.Optimum, Green: i.Green, Yellow: i.Yellow, Red: i.Red,
	})
	if err != nil {
		report.Fault(file, i.line, "%v", err)
		return false
	}
	for _, doubt := range doubts {
		report.Warn(file, i.line, "%v", doubt)
	}
	i.Scale, i.Ascending = scale, i.Optimum > i.Lower
	stated := strings.ToLower(row.Get("direction"))
	if stated == "ascending" && !i.Ascending || stated == "descending" && i.Ascending {
		report.Warn(file, i.line, "%s: the direction is given as %s, but lower and optimum run the other way; they count", i.Code, stated)
	}
	return true
}
