package orgs

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"loftet/internal/csvtable"
	"loftet/models"
)

// RegionRow is one line of a file of municipalities, sound in itself. Fields
// that the file leaves blank are empty.
type RegionRow struct {
	Line                     int
	Country                  string // two letters
	Number, Name             string
	Region                   string // of a council
	CountyNumber, CountyName string
	OrgNumber                string
	Language                 string // nb, nn or neutral
	ComparisonGroup          string
	ValidFrom, ValidTo       models.Date
	Predecessors             []string
	Residents                *int
	ResidentsYear            int
}

var regionColumns = []csvtable.Column{
	{Name: "number"}, {Name: "name"},
	{Name: "region", Optional: true}, {Name: "county_number", Optional: true}, {Name: "county_name", Optional: true},
	{Name: "country", Optional: true}, {Name: "org_number", Optional: true}, {Name: "language", Optional: true},
	{Name: "comparison_group", Also: []string{"kostra_group"}, Optional: true},
	{Name: "valid_from", Optional: true}, {Name: "valid_to", Optional: true}, {Name: "predecessors", Optional: true},
	{Name: "residents", Optional: true}, {Name: "residents_year", Optional: true},
}

var (
	norwegianNumber = regexp.MustCompile(`^\d{4}$`)
	anyNumber       = regexp.MustCompile(`^[A-Za-z0-9-]{1,20}$`)
	countryCode     = regexp.MustCompile(`^[A-Z]{2}$`)
	wholeNumber     = regexp.MustCompile(`^\d{1,10}$`)
)

// ParseRegions reads a file of municipalities: number and name, and optionally
// region, county_number, county_name, country, org_number, language,
// comparison_group (or kostra_group), valid_from, valid_to, predecessors,
// residents and residents_year. Other columns are noted and left out. Country
// and region stand in where the file has none. Faulty rows are left out and
// reported.
func ParseRegions(src csvtable.Source, country, region string) ([]RegionRow, csvtable.Findings) {
	table, found := csvtable.Read(src, regionColumns)
	for _, i := range table.Others() {
		found.Warn(src.Name, 1, "the column %q is not used", table.Header[i])
	}
	p := regionParser{file: src.Name, found: &found, numbers: map[string]int{}, orgNumbers: map[string]int{}}
	var rows []RegionRow
	for _, cells := range table.Rows {
		before := len(found.Faults)
		row := p.row(cells, country, region)
		if len(found.Faults) == before {
			rows = append(rows, row)
		}
	}
	return rows, found
}

type regionParser struct {
	file                string
	found               *csvtable.Findings
	numbers, orgNumbers map[string]int // where each was first seen
}

func (p *regionParser) fault(line int, format string, args ...any) {
	p.found.Fault(p.file, line, format, args...)
}

func (p *regionParser) row(cells csvtable.Row, country, region string) RegionRow {
	row := RegionRow{
		Line: cells.Line, Number: cells.Get("number"), Name: cells.Get("name"),
		Country: strings.ToUpper(orText(cells.Get("country"), country)), Region: orText(cells.Get("region"), region),
		CountyNumber: cells.Get("county_number"), CountyName: cells.Get("county_name"),
		Language: cells.Get("language"), ComparisonGroup: cells.Get("comparison_group"),
		Predecessors: strings.FieldsFunc(cells.Get("predecessors"), func(r rune) bool { return r == ' ' || r == '|' }),
	}
	p.checkPlace(row)
	row.OrgNumber = p.orgNumber(row, cells.Get("org_number"))
	row.ValidFrom, row.ValidTo = p.date(row.Line, "valid_from", cells), p.date(row.Line, "valid_to", cells)
	if row.ValidTo != "" && row.ValidTo <= row.ValidFrom {
		p.fault(row.Line, "valid_to %s is not after valid_from %s", row.ValidTo, row.ValidFrom)
	}
	p.residents(&row, cells)
	p.once(row)
	return row
}

func orText(text, usual string) string {
	if text == "" {
		return usual
	}
	return text
}

// checkPlace checks what names the municipality and where it lies.
func (p *regionParser) checkPlace(row RegionRow) {
	if !countryCode.MatchString(row.Country) {
		p.fault(row.Line, "the country %q is not two letters such as NO", row.Country)
	}
	for _, number := range append([]string{row.Number}, row.Predecessors...) {
		if why := numberFault(row.Country, number); why != "" {
			p.fault(row.Line, "%s", why)
		}
	}
	for _, number := range row.Predecessors {
		if number == row.Number {
			p.fault(row.Line, "%s is its own predecessor", number)
		}
	}
	for _, one := range []struct{ column, text string }{
		{"name", row.Name}, {"region", row.Region}, {"county_name", row.CountyName},
		{"county_number", row.CountyNumber}, {"comparison_group", row.ComparisonGroup},
	} {
		if utf8.RuneCountInString(one.text) > 200 {
			p.fault(row.Line, "the %s is longer than 200 characters", one.column)
		} else if strings.ContainsFunc(one.text, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			p.fault(row.Line, "the %s has a line break or another control character", one.column)
		}
	}
	switch {
	case row.Name == "":
		p.fault(row.Line, "the name is blank")
	case row.CountyNumber != "" && row.CountyName == "":
		p.fault(row.Line, "the county %s has no name", row.CountyNumber)
	case row.Language != "" && row.Language != "nb" && row.Language != "nn" && row.Language != "neutral":
		p.fault(row.Line, "the language %q is none of nb, nn and neutral", row.Language)
	}
}

func numberFault(country, number string) string {
	switch {
	case number == "":
		return "the number is blank"
	case country == "NO" && len(number) == 3 && wholeNumber.MatchString(number):
		return "the number " + number + " has lost its leading zero; write 0" + number
	case country == "NO" && !norwegianNumber.MatchString(number):
		return "the number " + strconv.Quote(number) + " is not four digits"
	case !anyNumber.MatchString(number):
		return "the number " + strconv.Quote(number) + " may have letters, digits and hyphens alone, at most 20"
	}
	return ""
}

func (p *regionParser) orgNumber(row RegionRow, text string) string {
	if text == "" {
		return ""
	}
	number := strings.ReplaceAll(text, " ", "")
	if row.Country == "NO" {
		if _, ok := OrgNumber(text); !ok {
			p.fault(row.Line, "the organisation number %q is not right; check its digits", text)
		}
	} else if !anyNumber.MatchString(number) {
		p.fault(row.Line, "the organisation number %q is not right", text)
	}
	return number
}

func (p *regionParser) date(line int, column string, cells csvtable.Row) models.Date {
	text := cells.Get(column)
	if text == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		p.fault(line, "%s %q is not a date such as 2024-01-01", column, text)
	}
	return models.Date(text)
}

func (p *regionParser) residents(row *RegionRow, cells csvtable.Row) {
	text := cells.Get("residents")
	if text == "" {
		return
	}
	n, err := strconv.Atoi(text)
	if err != nil || !wholeNumber.MatchString(text) || n > 1e9 {
		p.fault(row.Line, "the residents %q are not a whole number", text)
		return
	}
	year, why := csvtable.Year(cells.Get("residents_year"))
	if why != "" {
		p.fault(row.Line, "residents_year: %s", why)
	}
	row.Residents, row.ResidentsYear = &n, year
}

// once reports numbers that stand for two municipalities at the same time.
func (p *regionParser) once(row RegionRow) {
	for _, one := range []struct {
		seen      map[string]int
		key, what string
	}{
		{p.numbers, row.Country + " " + row.Number + " " + string(row.ValidFrom), "number " + row.Number},
		{p.orgNumbers, row.OrgNumber, "organisation number " + row.OrgNumber},
	} {
		if one.key == "" {
			continue
		}
		if first := one.seen[one.key]; first > 0 {
			p.fault(row.Line, "the %s stands on line %d as well", one.what, first)
		} else {
			one.seen[one.key] = row.Line
		}
	}
}
