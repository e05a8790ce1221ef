package scorefile

import (
	"strconv"
	"strings"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// specColumns with the names that codebooks found in the wild have them by.
var specColumns = []csvtable.Column{
	{Name: "code", Also: []string{"indicator", "indcode"}}, {Name: "goal", Also: []string{"sdg"}},
	{Name: "lower", Also: []string{"lower bound", "lower_bound", "lower bound (= 0)"}},
	{Name: "optimum", Also: []string{"optimum (= 100)", "upper bound", "upper_bound"}},
	{Name: "green", Also: []string{"green threshold", "green_threshold"}},
	{Name: "red", Also: []string{"red threshold", "red_threshold"}},
	{Name: "yellow", Also: []string{"yellow threshold", "yellow_threshold"}, Optional: true},
	{Name: "basket", Optional: true}, {Name: "group", Optional: true},
	{Name: "target", Optional: true}, {Name: "factor", Optional: true},
	{Name: "first", Also: []string{"first_year", "first year"}, Optional: true},
	{Name: "last", Also: []string{"last_year", "last year"}, Optional: true},
}

// Specs are the indicators of a file.
type Specs struct {
	Scales []*scoring.Scale
	place  map[string]int          // in Scales, by code
	spans  map[string]scoring.Span // of trends, by code; 0 where a row states no year
	lines  map[string]int          // first line of every code, those of faulty rows too
	file   string
}

// ReadSpecs reads code, goal, lower, optimum, green, red and the columns that may
// be left out: one indicator a line. A blank threshold means no colour.
func ReadSpecs(src csvtable.Source) (Specs, csvtable.Findings) {
	table, found := csvtable.Read(src, specColumns)
	specs := Specs{place: make(map[string]int), spans: make(map[string]scoring.Span), lines: make(map[string]int), file: src.Name}
	warnOthers(table, &found)
	table.PointDecimals(table.Places("lower", "optimum", "green", "red", "yellow", "target", "factor")...)
	for _, row := range table.Rows {
		code := row.Get("code")
		if !identifier(&found, src.Name, row, "code") {
			continue
		}
		if first, twice := specs.lines[code]; twice {
			found.Fault(src.Name, row.Line, "%s: the code stands already in line %d", code, first)
			continue
		}
		specs.lines[code] = row.Line
		if spec, span, ok := readSpec(&found, src.Name, row); ok {
			specs.spans[code] = span
			specs.add(&found, row.Line, spec)
		}
	}
	if found.OK() && len(table.Rows) == 0 {
		found.Fault(src.Name, 1, "there is no indicator below the header")
	}
	return specs, found
}

// add makes the scale and reports what NewScale says.
func (s *Specs) add(found *csvtable.Findings, line int, spec scoring.Spec) {
	scale, doubts, err := scoring.NewScale(spec)
	if err != nil {
		found.Fault(s.file, line, "%v", err)
		return
	}
	for _, doubt := range doubts {
		found.Warn(s.file, line, "%v", doubt)
	}
	s.place[spec.Code] = len(s.Scales)
	s.Scales = append(s.Scales, scale)
}

// scale finds the scale of a code, or nil.
func (s *Specs) scale(code string) *scoring.Scale {
	if i, ok := s.place[code]; ok {
		return s.Scales[i]
	}
	return nil
}

// readSpec reads the numbers of a row, every one of them before it gives up.
func readSpec(found *csvtable.Findings, file string, row csvtable.Row) (scoring.Spec, scoring.Span, bool) {
	spec := scoring.Spec{Code: row.Get("code"), Only: row.Get("group"), Basket: basketOf(row.Get("basket"))}
	before := len(found.Faults)
	fault := func(field, reason string) {
		found.Fault(file, row.Line, "%s: %s: %s", spec.Code, field, reason)
	}
	goal, err := strconv.Atoi(row.Get("goal"))
	if err != nil || goal < 1 || goal > 17 {
		fault("goal", strconv.Quote(row.Get("goal"))+" is not the number of a goal, 1 to 17")
	}
	spec.Goal = goal
	number := func(field string) *float64 {
		text := row.Get(field)
		if text == "" {
			return nil
		}
		value, reason := csvtable.Number(text)
		if reason != "" {
			fault(field, reason)
		}
		return &value
	}
	bound := func(field string) float64 {
		value := number(field)
		if value == nil {
			fault(field, "the number is missing")
			return 0
		}
		return *value
	}
	spec.Lower, spec.Optimum = bound("lower"), bound("optimum")
	spec.Green, spec.Yellow, spec.Red = number("green"), number("yellow"), number("red")
	spec.Target, spec.LimitFactor = number("target"), number("factor")
	year := func(field string) int {
		text := row.Get(field)
		if text == "" {
			return 0
		}
		value, reason := csvtable.Year(text)
		if reason != "" {
			fault(field, reason)
		}
		return value
	}
	span := scoring.Span{First: year("first"), Last: year("last")}
	if span.Last != 0 && span.Last <= span.First {
		fault("last", "the last year of the trend is not after the first")
	}
	return spec, span, len(found.Faults) == before
}

// basketOf takes the word for the default as blank, in any case; other words stay
// as they are, to be refused by name.
func basketOf(text string) scoring.Basket {
	switch word := strings.ToLower(text); word {
	case "both":
		return scoring.BasketBoth
	case "color":
		return scoring.BasketColour
	default:
		return scoring.Basket(word)
	}
}

// identifier checks a field that names something. What a spreadsheet would run
// as a formula is refused, since the name is written into the output.
func identifier(found *csvtable.Findings, file string, row csvtable.Row, field string) bool {
	text := row.Get(field)
	switch {
	case text == "":
		found.Fault(file, row.Line, "the field %s is blank", field)
	case strings.ContainsAny(text[:1], "=+-@"):
		found.Fault(file, row.Line, "%s: %q begins with a character that a spreadsheet takes for a formula", field, text)
	case strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7F }):
		found.Fault(file, row.Line, "%s: %q has a line break or another control character in it", field, text)
	default:
		return true
	}
	return false
}

// warnOthers mentions columns that are not used.
func warnOthers(table csvtable.Table, found *csvtable.Findings) {
	for _, i := range table.Others() {
		found.Warn(table.File, 1, "the column %q is not used", table.Header[i])
	}
}
