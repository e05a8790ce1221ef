package sources

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

//go:embed core.yaml
var core []byte

// Core gives the mapping of the common core, as far as it has been verified.
func Core() Mapping {
	m, err := Parse(bytes.NewReader(core))
	if err != nil {
		panic(err) // a test reads it
	}
	return m
}

// Mapping is the way to the figures of some indicators.
type Mapping struct {
	Banks  map[string]Bank `yaml:"banks"`
	Series []Series        `yaml:"series"`
}

// Bank is who has the figures.
type Bank struct {
	Kind     string `yaml:"kind"` // pxweb2, kolada or csv
	Address  string `yaml:"address"`
	Language string `yaml:"language"` // of PxWeb; "" for its own
	Owner    string `yaml:"owner"`    // as a source is cited
	Country  string `yaml:"country"`  // whose municipality numbers it uses, by two letters
}

// The kinds of banks.
const (
	PxWeb2 = "pxweb2"
	Kolada = "kolada"
	CSV    = "csv"
)

// Series is the way to one indicator's figures.
type Series struct {
	Code  string `yaml:"code"` // of the indicator
	Bank  string `yaml:"bank"`
	Table string `yaml:"table"` // PxWeb's table, Kolada's indicator, the path of a CSV file
	Title string `yaml:"title"` // part of what the bank must call it, so that a renumbered table is noticed; "" for any

	Region Region              `yaml:"region"`
	Time   Time                `yaml:"time"`
	Take   map[string][]string `yaml:"take"` // codes by variable; several are summed
	Per    map[string][]string `yaml:"per"`  // of these variables other codes make the figure that the sum is divided by
	Scale  float64             `yaml:"scale"`

	Columns map[string]string `yaml:"columns"` // of CSV: entity, year and value, as the file calls them
}

// Region says which variable names the municipality.
type Region struct {
	Variable string `yaml:"variable"`
	Codelist string `yaml:"codelist"` // a grouping that joins old and new numbers; "" for the codes as they are
	Prefix   string `yaml:"prefix"`   // stands before the official number
}

// Time says which variable names the time, and how.
type Time struct {
	Variable string `yaml:"variable"`
	Form     string `yaml:"form"` // year (2024), period (2022-2024, counted as its last year), quarter (2026K2, the mean of four)
}

// The forms of time.
const (
	Year    = "year"
	Period  = "period"
	Quarter = "quarter"
)

// Parse reads a mapping and says all that is wrong with it.
func Parse(r io.Reader) (Mapping, error) {
	var m Mapping
	decoder := yaml.NewDecoder(io.LimitReader(r, 1<<20))
	decoder.KnownFields(true)
	if err := decoder.Decode(&m); err != nil {
		return m, fmt.Errorf("read the mapping: %w", err)
	}
	var wrong []string
	for i, s := range m.Series {
		for _, reason := range s.faults(m.Banks) {
			wrong = append(wrong, fmt.Sprintf("series %d (%s): %s", i+1, s.Code, reason))
		}
		if slices.ContainsFunc(m.Series[:i], func(o Series) bool { return o.Code == s.Code && o.Bank == s.Bank }) {
			wrong = append(wrong, fmt.Sprintf("series %d: %s is taken from %s twice", i+1, s.Code, s.Bank))
		}
		if s.Time.Form == "" {
			m.Series[i].Time.Form = Year
		}
		if s.Scale == 0 {
			m.Series[i].Scale = 1
		}
	}
	for name, b := range m.Banks {
		if !slices.Contains([]string{PxWeb2, Kolada, CSV}, b.Kind) || b.Address == "" || b.Owner == "" || !country.MatchString(b.Country) {
			wrong = append(wrong, fmt.Sprintf("bank %s: kind must be pxweb2, kolada or csv, and address, owner and country (two letters) must be there", name))
		}
	}
	if len(wrong) > 0 {
		slices.Sort(wrong)
		return m, fmt.Errorf("the mapping cannot be used:\n%s", strings.Join(wrong, "\n"))
	}
	return m, nil
}

var country = regexp.MustCompile(`^[A-Z]{2}$`)

func (s Series) faults(banks map[string]Bank) (wrong []string) {
	need := func(ok bool, reason string) {
		if !ok {
			wrong = append(wrong, reason)
		}
	}
	bank, known := banks[s.Bank]
	need(s.Code != "", "code is missing")
	need(known, fmt.Sprintf("there is no bank %q", s.Bank))
	need(s.Table != "", "table is missing")
	need(slices.Contains([]string{"", Year, Period, Quarter}, s.Time.Form), "time.form must be year, period or quarter")
	switch bank.Kind {
	case PxWeb2:
		need(s.Region.Variable != "" && s.Time.Variable != "", "region.variable and time.variable are needed")
		for variable := range s.Per {
			need(s.Take[variable] != nil, fmt.Sprintf("per has %s, which take has not", variable))
		}
	case CSV:
		for _, column := range []string{"entity", "year", "value"} {
			need(s.Columns[column] != "", "columns."+column+" is missing")
		}
	}
	return wrong
}

// Only gives the mapping of some indicators alone. Those that it does not have are
// named.
func (m Mapping) Only(codes []string) (Mapping, []string) {
	some := Mapping{Banks: m.Banks}
	var missing []string
	for _, code := range codes {
		at := len(some.Series)
		for _, s := range m.Series {
			if s.Code == code {
				some.Series = append(some.Series, s)
			}
		}
		if len(some.Series) == at {
			missing = append(missing, code)
		}
	}
	return some, missing
}

// Countries gives those whose numbers the banks of the series use, in order.
func (m Mapping) Countries() []string {
	var all []string
	for _, s := range m.Series {
		if c := m.Banks[s.Bank].Country; !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	slices.Sort(all)
	return all
}

// In gives the part of the mapping whose banks use a country's numbers.
func (m Mapping) In(country string) Mapping {
	some := Mapping{Banks: m.Banks}
	for _, s := range m.Series {
		if m.Banks[s.Bank].Country == country {
			some.Series = append(some.Series, s)
		}
	}
	return some
}
