package indicators

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"

	"loftet/internal/csvtable"
)

// StatisticRow is one line of a statistics file: a figure of one municipality in
// one year, or the state that says why there is none.
type StatisticRow struct {
	File   string
	Line   int
	Entity string // official number of a municipality, or the code of a larger area
	Code   string // of an indicator, or "pop" for residents
	Year   int
	State  string
	Value  *float64
	Source string
}

// The signs that the statistics bureaus write in place of a figure. A blank one
// is what their spreadsheets make of two dots.
var statisticSigns = map[string]string{
	":":  StateSuppressed,    // not shown, for privacy
	"..": StateNoData,        // not published, or not reported
	"":   StateNoData,        //
	".":  StateNotApplicable, // cannot be: the figure has no meaning here
}

var statisticColumns = []csvtable.Column{
	{Name: "entity", Also: []string{"number", "municipality"}}, {Name: "code"}, {Name: "year"}, {Name: "value"},
	{Name: "source", Optional: true},
}

const maxSource = 300

// ParseStatistics reads a file of statistics: CSV with the columns entity, code,
// year, value and optionally source. The source of a row without one is the
// given one, or else the file's name, with a warning. Numbers, years and form
// are checked here; what entities and codes mean is not known. Every faulty
// line is reported; rows are only those without fault.
func ParseStatistics(name string, r io.Reader, source string) ([]StatisticRow, csvtable.Findings) {
	return parseStatistics(name, r, source, statisticColumns, "")
}

// ParseStatisticsAs reads a file of one indicator's figures whose columns have names
// of their own: those of entity, year and value are given by these words.
func ParseStatisticsAs(name string, r io.Reader, source string, columns map[string]string, code string) ([]StatisticRow, csvtable.Findings) {
	var own []csvtable.Column
	for _, c := range statisticColumns {
		if c.Name != "code" {
			own = append(own, csvtable.Column{Name: c.Name, Also: append([]string{columns[c.Name]}, c.Also...), Optional: c.Optional})
		}
	}
	return parseStatistics(name, r, source, own, code)
}

// parseStatistics reads a file; code stands for the column where there is none.
func parseStatistics(name string, r io.Reader, source string, columns []csvtable.Column, code string) ([]StatisticRow, csvtable.Findings) {
	table, found := csvtable.Read(csvtable.Source{Name: name, Reader: r}, columns)
	rows := make([]StatisticRow, 0, len(table.Rows))
	unsourced := 0
	for _, in := range table.Rows {
		row := StatisticRow{File: name, Line: in.Line, Entity: in.Get("entity"), Code: cmp.Or(code, in.Get("code")), Source: in.Get("source")}
		var reasons []string
		if row.Entity == "" {
			reasons = append(reasons, "the entity is blank")
		}
		if row.Code == "" {
			reasons = append(reasons, "the code is blank")
		}
		var reason string
		if row.Year, reason = csvtable.Year(in.Get("year")); reason == "" && (row.Year < 1900 || row.Year > 2100) {
			reason = fmt.Sprintf("the year %d is not between 1900 and 2100", row.Year)
		}
		reasons = append(reasons, reason)
		row.State, row.Value, reason = readStatistic(in.Get("value"))
		reasons = append(reasons, reason)
		if row.Source == "" {
			if row.Source = source; source == "" {
				row.Source = filepath.Base(name)
				unsourced++
			}
		}
		if len([]rune(row.Source)) > maxSource {
			reasons = append(reasons, fmt.Sprintf("the source is longer than %d characters", maxSource))
		}
		sound := true
		for _, reason := range reasons {
			if reason != "" {
				found.Fault(name, in.Line, "%s", reason)
				sound = false
			}
		}
		if sound {
			rows = append(rows, row)
		}
	}
	if unsourced > 0 {
		found.Warn(name, 0, "the name of the file stands in as source, since neither a column source nor --source gives one; rows: %d", unsourced)
	}
	return rows, found
}

// StateOfSign gives the state that a sign in place of a figure stands for; false
// where it is no such sign.
func StateOfSign(sign string) (state string, known bool) {
	state, known = statisticSigns[sign]
	return state, known
}

// readStatistic reads a value, or the sign that stands in its place.
func readStatistic(text string) (state string, value *float64, reason string) {
	if state, sign := statisticSigns[text]; sign {
		return state, nil, ""
	}
	number, reason := csvtable.Number(text)
	if reason != "" {
		return "", nil, reason
	}
	return StateValue, &number, ""
}
