package scorefile

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"

	"loftet/internal/csvtable"
)

// Columns of published sums, as they are found in the wild.
var (
	goalColumn  = regexp.MustCompile(`(?i)^(?:score_)?(?:goal|sdg)[_ ]?(\d{1,2})$`)
	indexColumn = regexp.MustCompile(`(?i)^(?:score_sdgi|score_sdgindex|score_index|index)$`)
	rankColumn  = regexp.MustCompile(`(?i)^(?:rank_sdgindex|rank_index|rank)$`)
)

// What a sum is called in the place of a code.
const (
	indexSum = "index"
	rankSum  = "rank"
)

func goalSum(goal int) string { return "goal " + strconv.Itoa(goal) }

// sumOf tells which sum a column of published scores holds, or nothing.
func sumOf(header string) string {
	if name := goalColumn.FindStringSubmatch(header); name != nil {
		if goal, err := strconv.Atoi(name[1]); err == nil && goal >= 1 && goal <= 17 {
			return goalSum(goal)
		}
	}
	switch {
	case indexColumn.MatchString(header):
		return indexSum
	case rankColumn.MatchString(header):
		return rankSum
	}
	return ""
}

// sum is a goal score, an index or a rank as the method gives it.
type sum struct {
	number float64
	there  bool
	why    string // there is none
}

// sums gives those of every unit by entity and year; year 0 is the newest.
func sums(scored []Scored) map[key]sum {
	all := make(map[key]sum)
	for _, s := range scored {
		for _, u := range s.Units {
			for _, year := range []int{s.Year, 0} {
				for _, g := range u.Goals {
					all[key{u.Code, goalSum(g.Goal), year}] = sum{g.Score, g.Scored && !g.Filled, "too little is known of the goal"}
				}
				why := string(cmp.Or(u.Index.Withheld, "withheld"))
				all[key{u.Code, indexSum, year}] = sum{u.Index.Score, u.Index.Scored, why}
				all[key{u.Code, rankSum, year}] = sum{float64(u.Rank), u.Rank != 0, why}
			}
		}
	}
	return all
}

// CheckSums holds published goal scores, indices and ranks against those that were
// computed. Scores may be off as with [Data.Check], ranks not at all. A sum without a
// year belongs to the newest year that was scored.
func (c *Checks) CheckSums(scores Published, scored []Scored, tolerance *float64) {
	computed := sums(scored)
	decimals := make(map[string]int)
	for _, p := range scores.sums {
		decimals[p.code] = max(decimals[p.code], p.decimals)
	}
	for _, p := range scores.sums {
		one := Checked{published: p, Verdict: NoValue, year: p.year, tolerance: max(smallestTolerance, 0.5*math.Pow10(-decimals[p.code])), hint: "it is not among the values"}
		switch {
		case p.code == rankSum:
			one.tolerance = 0
		case tolerance != nil:
			one.tolerance = *tolerance
		}
		if got, known := computed[key{p.entity, p.code, p.year}]; known {
			one.hint = got.why
			if got.there {
				one.computed, one.hint, one.Verdict = got.number, "", Differs
				if one.near(got.number) {
					one.Verdict = Agrees
				}
			}
		}
		c.list = append(c.list, one)
	}
}

// isSum tells a sum from the score of an indicator.
func (c *Checked) isSum() bool {
	return c.code == indexSum || c.code == rankSum || goalColumn.MatchString(c.code)
}

// sumFinding says what is wrong with a published sum.
func (c *Checked) sumFinding(found *csvtable.Findings, file string) {
	switch c.Verdict {
	case Differs:
		found.Fault(file, c.line, "%s, %s: %s is published, the values and bounds give %.6g", c.entity, c.code, number(c.score, true), c.computed)
	case NoValue:
		found.Warn(file, c.line, "%s, %s: %s is published, but there is none to check it with: %s", c.entity, c.code, number(c.score, true), c.hint)
	}
}

// readSums adds the sums of a row.
func (r *reader) readSums(list []published, row csvtable.Row, sums map[int]string) []published {
	for _, i := range slices.Sorted(maps.Keys(sums)) {
		if text := row.Cells[i]; text != "" {
			list = r.add(list, row, sums[i], text)
		}
	}
	return list
}

// sumColumns gives the sums of columns by their position.
func sumColumns(table csvtable.Table) map[int]string {
	found := make(map[int]string)
	for _, i := range table.Others() {
		if name := sumOf(table.Header[i]); name != "" {
			found[i] = name
		}
	}
	return found
}
