package scorefile

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"loftet/internal/csvtable"
)

// published is one score that somebody has published.
type published struct {
	entity, code string
	year         int // 0 where none is stated
	score        float64
	decimals     int
	line         int
}

// Published are the scores of a file, in its order, in one of two forms: rows of
// entity, code and score, or one row per entity with a column n_CODE for each
// indicator. Columns with goal scores, the index and its rank are read beside them.
type Published struct {
	list []published
	sums []published // of goals, indices and ranks
	file string
}

var entityColumn = csvtable.Column{Name: "entity", Also: []string{"cbsa", "id", "iso3", "country code iso3"}}

var publishedColumns = []csvtable.Column{
	entityColumn, {Name: "code", Also: []string{"indicator", "indcode"}, Optional: true},
	{Name: "score", Optional: true}, {Name: "year", Optional: true},
}

var wideColumn = regexp.MustCompile(`(?i)^n_(.+)$`)

// ReadPublished reads published scores. Codes are compared without regard to case;
// those that the data doesn't know are warnings, for a publisher may score more
// than is checked.
func (d Data) ReadPublished(src csvtable.Source) (Published, csvtable.Findings) {
	table, found := csvtable.Read(src, publishedColumns)
	all := Published{file: src.Name}
	r := reader{found: &found, file: src.Name, codes: make(map[string]string), unknown: make(map[string]int), seen: make(map[key]int)}
	for _, scale := range d.specs.Scales {
		r.codes[strings.ToLower(scale.Spec().Code)] = scale.Spec().Code
	}
	wide, sums := wideCodes(table), sumColumns(table)
	table.PointDecimals(slices.Concat(table.Places("score"), slices.Sorted(maps.Keys(wide)), slices.Sorted(maps.Keys(sums)))...)
	for _, row := range table.Rows {
		all.sums = r.readSums(all.sums, row, sums)
	}
	switch {
	case table.Has("code") && table.Has("score"):
		for _, i := range table.Others() {
			if sums[i] == "" {
				found.Warn(src.Name, 1, "the column %q is not used", table.Header[i])
			}
		}
		for _, row := range table.Rows {
			all.list = r.read(all.list, row, row.Get("code"), row.Get("score"))
		}
	case len(wide) > 0:
		for _, row := range table.Rows {
			for _, i := range table.Others() {
				if code := wide[i]; code != "" {
					all.list = r.read(all.list, row, code, row.Cells[i])
				}
			}
		}
	case found.OK() && len(sums) == 0:
		found.Fault(src.Name, 1, "there are neither the columns code and score, nor columns n_CODE with scores, nor goal_N, index or rank; the header has %s", strings.Join(table.Header, ", "))
	}
	for _, code := range byLine(r.unknown) {
		found.Warn(src.Name, r.unknown[code], "%q is not in %s; its scores can't be checked", code, d.specs.file)
	}
	if found.OK() && len(all.list)+len(all.sums) == 0 {
		found.Fault(src.Name, 1, "there is no score to check")
	}
	found.Sort()
	return all, found
}

// wideCodes gives the codes of columns n_CODE by their position.
func wideCodes(table csvtable.Table) map[int]string {
	codes := make(map[int]string)
	for _, i := range table.Others() {
		if name := wideColumn.FindStringSubmatch(table.Header[i]); name != nil {
			codes[i] = name[1]
		}
	}
	return codes
}

type reader struct {
	found   *csvtable.Findings
	file    string
	codes   map[string]string // as the specs write them, by lower case
	unknown map[string]int    // first line
	seen    map[key]int
}

// read adds one score; a blank one is no publication.
func (r *reader) read(list []published, row csvtable.Row, code, text string) []published {
	own, known := r.codes[strings.ToLower(code)]
	if !known && code != "" {
		if _, told := r.unknown[code]; !told {
			r.unknown[code] = row.Line
		}
		return list
	}
	if text == "" {
		return list
	}
	if code == "" {
		r.found.Fault(r.file, row.Line, "the field code is blank")
		return list
	}
	return r.add(list, row, own, text)
}

// add adds what is published of a code, or of a sum.
func (r *reader) add(list []published, row csvtable.Row, code, text string) []published {
	one := published{entity: row.Get("entity"), code: code, line: row.Line, decimals: decimalsOf(text)}
	before := len(r.found.Faults)
	identifier(r.found, r.file, row, "entity")
	var reason string
	if one.score, reason = csvtable.Number(text); reason != "" {
		r.found.Fault(r.file, row.Line, "%s", reason)
	}
	if year := row.Get("year"); year != "" {
		if one.year, reason = csvtable.Year(year); reason != "" {
			r.found.Fault(r.file, row.Line, "%s", reason)
		}
	}
	at := key{one.entity, one.code, one.year}
	if first, twice := r.seen[at]; twice {
		r.found.Fault(r.file, row.Line, "%s, %s stands already in line %d", one.entity, one.code, first)
	}
	if len(r.found.Faults) > before {
		return list
	}
	r.seen[at] = row.Line
	return append(list, one)
}

// decimalsOf counts what a number is published with; one with an exponent has as
// many as any.
func decimalsOf(text string) int {
	if strings.ContainsAny(text, "eE") {
		return 17
	}
	_, after, _ := strings.Cut(text, ".")
	return len(after)
}
