package sources

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"loftet/indicators"
	"loftet/internal/jsonstat"
	"loftet/internal/statbank"
)

// table asks a PxWeb table: what it has first, and then for the municipalities,
// years and codes that are wanted.
func (f *fetcher) table(ctx context.Context, px *statbank.PxWeb, of Bank, s Series) ([]indicators.StatisticRow, error) {
	meta, err := px.Metadata(ctx, s.Table)
	if err != nil {
		return nil, err
	}
	if err := s.isTitled(meta.Label); err != nil {
		return nil, err
	}
	regions, err := f.regions(ctx, px, s, meta)
	if err != nil {
		return nil, err
	}
	times, err := f.times(s, meta)
	if err != nil || len(regions) == 0 || len(times) == 0 {
		return nil, err
	}
	selection := []statbank.Selection{
		{Variable: s.Region.Variable, Codes: regions, Codelist: s.Region.Codelist}, {Variable: s.Time.Variable, Codes: times},
	}
	for _, d := range meta.Dimensions {
		if d.ID == s.Region.Variable || d.ID == s.Time.Variable {
			continue
		}
		codes, err := s.asked(d)
		if err != nil {
			return nil, err
		}
		if len(codes) > 0 {
			selection = append(selection, statbank.Selection{Variable: d.ID, Codes: codes})
		}
	}
	for _, variable := range sorted(s.Take) {
		if _, there := meta.Dimension(variable); !there {
			return nil, fmt.Errorf("the table has no variable %s; it may have been made anew, look at it and correct the mapping", variable)
		}
	}
	parts, err := px.Data(ctx, s.Table, selection)
	if err != nil {
		return nil, err
	}
	source := fmt.Sprintf("%s, tabell %s", of.Owner, s.Table)
	if day := published.FindString(meta.Updated); day != "" {
		source += " (" + day + ")"
	}
	var rows []indicators.StatisticRow
	for _, part := range parts {
		rows = append(rows, s.rows(part, source)...)
	}
	return joined(s, rows), nil
}

// published is the day of a time that a bank writes in full.
var published = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

func (s Series) isTitled(title string) error {
	if !strings.Contains(strings.ToLower(title), strings.ToLower(s.Title)) {
		return fmt.Errorf("the bank calls %s %q, and the mapping expects %q: it may have got another number", s.Table, title, s.Title)
	}
	return nil
}

// asked gives the codes of one variable that are needed; none where the table sums
// over it by itself.
func (s Series) asked(d jsonstat.Dimension) ([]string, error) {
	var codes []string
	for _, code := range slices.Concat(s.Take[d.ID], s.Per[d.ID]) {
		if _, there := d.Position(code); !there {
			return nil, fmt.Errorf("variable %s has no code %q; look at the table and correct the mapping", d.ID, code)
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	switch {
	case len(codes) > 0:
		return codes, nil
	case len(d.Codes) == 1:
		return d.Codes, nil
	case d.Eliminable:
		return nil, nil
	}
	return nil, fmt.Errorf("the table has a variable %s (%s) that the mapping does not name", d.ID, d.Label)
}

// regions gives the codes of the municipalities that are wanted and that the table
// has.
func (f *fetcher) regions(ctx context.Context, px *statbank.PxWeb, s Series, meta jsonstat.Cube) ([]string, error) {
	d, there := meta.Dimension(s.Region.Variable)
	if !there {
		return nil, fmt.Errorf("the table has no variable %s", s.Region.Variable)
	}
	codes := d.Codes
	if s.Region.Codelist != "" {
		var err error
		if codes, err = px.Codelist(ctx, s.Region.Codelist); err != nil {
			return nil, err
		}
	}
	wanted := set(f.numbers)
	var regions []string
	for _, code := range codes {
		if number, ok := strings.CutPrefix(code, s.Region.Prefix); ok && wanted[number] {
			regions = append(regions, code)
		}
	}
	return regions, nil
}

// times gives the codes of the table's times whose year is wanted.
func (f *fetcher) times(s Series, meta jsonstat.Cube) ([]string, error) {
	d, there := meta.Dimension(s.Time.Variable)
	if !there {
		return nil, fmt.Errorf("the table has no variable %s", s.Time.Variable)
	}
	var times []string
	for _, code := range d.Codes {
		year, fits := s.Time.year(code)
		if !fits {
			return nil, fmt.Errorf("%q is no time of the form %s", code, s.Time.Form)
		}
		if f.years.has(year) {
			times = append(times, code)
		}
	}
	return times, nil
}

// timeForms are what the codes of a time look like; the last year in it counts.
var timeForms = map[string]*regexp.Regexp{
	Year:    regexp.MustCompile(`^(\d{4})$`),
	Period:  regexp.MustCompile(`^\d{4}[-_/](\d{4})$`),
	Quarter: regexp.MustCompile(`^(\d{4})[KQ][1-4]$`),
}

func (t Time) year(code string) (int, bool) {
	m := timeForms[t.Form].FindStringSubmatch(code)
	if m == nil {
		return 0, false
	}
	year, err := strconv.Atoi(m[1])
	return year, err == nil
}
