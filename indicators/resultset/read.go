package resultset

import (
	"fmt"
	"strconv"
	"strings"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

var valueColumns = []csvtable.Column{
	{Name: "entity", Also: []string{"cbsa", "id", "code"}},
	{Name: "name", Also: []string{"msa"}, Optional: true},
	{Name: "region", Optional: true},
}

// Read reads a codebook and a table of values that belongs to it. The set is
// sound only where the report is OK; all faults of both files are in it.
func Read(codebook, values csvtable.Source) (Set, Report) {
	var report Report
	set := Set{Indicators: readCodebook(codebook, &report)}
	table, found := csvtable.Read(values, valueColumns)
	report.Add(found)
	if table.Has("entity") && len(set.Indicators) > 0 {
		columns := assign(&set, table, codebook.Name, &report)
		readRows(&set, table, columns, &report)
	}
	if report.OK() && len(set.Entities) == 0 {
		report.Fault(values.Name, 1, "there is no row below the header")
	}
	report.Sort()
	return set, report
}

// readRows reads each entity with all its fields.
func readRows(set *Set, table csvtable.Table, columns []column, report *Report) {
	set.Published = Published{
		Scores: make(map[string]map[string]float64), Goals: make(map[string]map[int]float64),
		Index: make(map[string]float64), Rank: make(map[string]int),
	}
	lines := make(map[string]int)
	for _, row := range table.Rows {
		entity := Entity{Code: row.Get("entity"), Name: row.Get("name"), Region: row.Get("region"), line: row.Line}
		if entity.Code == "" {
			report.Fault(table.File, row.Line, "the row has no %s", table.Header[table.Column("entity")])
			continue
		}
		if first, twice := lines[entity.Code]; twice {
			report.Fault(table.File, row.Line, "%s stands already in line %d", entity.Code, first)
			continue
		}
		lines[entity.Code] = row.Line
		if entity.Name == "" {
			entity.Name = entity.Code
		}
		set.Entities = append(set.Entities, entity)
		set.Published.Scores[entity.Code] = make(map[string]float64)
		set.Published.Goals[entity.Code] = make(map[int]float64)
		for _, c := range columns {
			if reason := set.take(entity.Code, c, row.Cells[c.at]); reason != "" {
				report.Fault(table.File, row.Line, "%s: %s", table.Header[c.at], reason)
			}
		}
	}
}

// take puts one field where it belongs, or says why it can't be read.
func (s *Set) take(entity string, c column, text string) (reason string) {
	if text == "" {
		if c.kind == rawValue {
			s.Values = append(s.Values, Value{entity, c.code, scoring.Observation{Missing: scoring.NoData, Year: c.year}})
		}
		return ""
	}
	number, reason := csvtable.Number(text)
	if reason != "" {
		return reason
	}
	switch c.kind {
	case rawValue:
		s.Values = append(s.Values, Value{entity, c.code, scoring.Observation{Value: number, Year: c.year}})
	case publishedScore:
		s.Published.Scores[entity][c.code] = number
	case publishedGoal:
		s.Published.Goals[entity][c.goal] = number
	case publishedIndex:
		s.Published.Index[entity] = number
	case publishedRank:
		rank, err := strconv.Atoi(text)
		if err != nil || rank < 1 {
			return fmt.Sprintf("%q is not a rank", strings.TrimSpace(text))
		}
		s.Published.Rank[entity] = rank
	}
	return ""
}
