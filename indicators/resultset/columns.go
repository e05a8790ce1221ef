package resultset

import (
	"regexp"
	"strconv"
	"strings"

	"loftet/internal/csvtable"
)

type kind int

const (
	rawValue kind = iota
	publishedScore
	publishedGoal
	publishedIndex
	publishedRank
)

// column says what a column of the table holds.
type column struct {
	at   int
	kind kind
	code string // of the indicator, for raw values and scores
	year int    // of raw values
	goal int    // of goal scores
}

var (
	scoreColumn = regexp.MustCompile(`(?i)^n_(.+)$`)
	goalColumn  = regexp.MustCompile(`(?i)^score_(?:sdg|goal)_?(\d{1,2})$`)
	indexColumn = regexp.MustCompile(`(?i)^(score_sdgi|score_sdgindex|score_index|index)$`)
	rankColumn  = regexp.MustCompile(`(?i)^rank(_.*)?$`)
)

// assign finds out what every column holds and reports columns and indicators
// without a partner.
func assign(set *Set, table csvtable.Table, codebook string, report *Report) []column {
	var known []column
	var raw, scores []string
	at := make(map[string]int)
	for _, i := range table.Others() {
		name := table.Header[i]
		at[name] = i
		switch goal := goalColumn.FindStringSubmatch(name); {
		case goal != nil:
			number, _ := strconv.Atoi(goal[1]) // two digits always fit
			known = append(known, column{at: i, kind: publishedGoal, goal: number})
		case indexColumn.MatchString(name):
			known = append(known, column{at: i, kind: publishedIndex})
		case rankColumn.MatchString(name):
			known = append(known, column{at: i, kind: publishedRank})
		case scoreColumn.MatchString(name):
			scores = append(scores, name)
		default:
			raw = append(raw, name)
		}
	}
	for _, name := range match(set.Indicators, raw, codebook, report) {
		report.Warn(table.File, 1, "the column %q belongs to no indicator and is not used", name)
	}
	byName := make(map[string]string)
	for _, indicator := range set.Indicators {
		if indicator.Column == "" {
			report.Warn(codebook, indicator.line, "%s has no column in %s and is left out", indicator.Code, table.File)
			continue
		}
		known = append(known, column{at: at[indicator.Column], kind: rawValue, code: indicator.Code, year: indicator.Year})
		byName[strings.ToLower(indicator.Code)] = indicator.Code
		byName[strings.ToLower(indicator.Column)] = indicator.Code
	}
	for _, name := range scores {
		code, found := byName[strings.ToLower(scoreColumn.FindStringSubmatch(name)[1])]
		if !found {
			report.Warn(table.File, 1, "the column %q belongs to no indicator and is not used", name)
			continue
		}
		known = append(known, column{at: at[name], kind: publishedScore, code: code})
	}
	return known
}
