package resultset

import (
	"regexp"
	"slices"
	"strings"

	"loftet/internal/csvtable"
)

// capitals is a suffix that one file has and the other lacks, such as RWJ.
var capitals = regexp.MustCompile(`[A-Z]{2,}$`)

// rule is one way in which a code and a column can be the same.
type rule struct {
	name string // said in the note; empty for the exact match
	key  func(string) string
}

// The rules, the safest first. A rule counts only where exactly one
// indicator and one column of all have the same key.
var rules = []rule{
	{"", func(s string) string { return s }},
	{"apart from capital letters", strings.ToLower},
	{"without the capitals at the end", func(s string) string { return strings.ToLower(capitals.ReplaceAllString(s, "")) }},
	{"by the part before the underscore", func(s string) string {
		stem, _, _ := strings.Cut(s, "_")
		return strings.ToLower(stem)
	}},
}

// match finds the column of each indicator among the candidates and sets it.
// All indicators go through a rule before the next one is tried, so that a
// loose match never takes a column from an exact one. The candidates that
// nobody took are given back.
func match(indicators []Indicator, columns []string, codebook string, report *Report) []string {
	all := slices.Clone(columns)
	for _, rule := range rules {
		owners, offers := make(map[string][]int), make(map[string]int)
		for i, indicator := range indicators {
			owners[rule.key(indicator.Code)] = append(owners[rule.key(indicator.Code)], i)
		}
		for _, column := range all {
			offers[rule.key(column)]++
		}
		columns = slices.DeleteFunc(columns, func(column string) bool {
			key := rule.key(column)
			if len(owners[key]) != 1 || offers[key] != 1 || indicators[owners[key][0]].Column != "" {
				return false
			}
			found := &indicators[owners[key][0]]
			found.Column = column
			if rule.name != "" {
				report.Notes = append(report.Notes, csvtable.Fault{File: codebook, Line: found.line,
					Reason: found.Code + " is the column " + column + ", " + rule.name})
			}
			return true
		})
	}
	return columns
}
