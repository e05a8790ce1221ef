package opendata

import (
	"encoding/json"
	"strconv"
	"time"
)

// The measures of a data set, in their order.
const (
	measureValue = "value"
	measureScore = "score"
	measureYear  = "figure_year"
	measures     = 3
)

// noScore is the status of a score where there is a figure but nothing to score it by.
const noScore = "no_score"

type dimension struct {
	Label    string   `json:"label"`
	Category category `json:"category"`
}

type category struct {
	Index []string          `json:"index"`
	Label map[string]string `json:"label"`
	Unit  map[string]unit   `json:"unit,omitempty"`
}

type unit struct {
	Label    string `json:"label"`
	Decimals int    `json:"decimals"`
}

// Link is another document by its type and address.
type Link struct {
	Type  string `json:"type,omitempty"`
	Href  string `json:"href"`
	Label string `json:"label,omitempty"`
	Class string `json:"class,omitempty"`
}

type document struct {
	Version   string               `json:"version"`
	Class     string               `json:"class"`
	Label     string               `json:"label"`
	Href      string               `json:"href,omitempty"`
	Source    string               `json:"source,omitempty"`
	Updated   string               `json:"updated,omitempty"`
	Note      []string             `json:"note,omitempty"`
	Role      map[string][]string  `json:"role,omitempty"`
	ID        []string             `json:"id,omitempty"`
	Size      []int                `json:"size,omitempty"`
	Dimension map[string]dimension `json:"dimension,omitempty"`
	Value     json.RawMessage      `json:"value,omitempty"`
	Status    map[string]string    `json:"status,omitempty"`
	Link      map[string][]Link    `json:"link,omitempty"`
	Extension *extension           `json:"extension,omitempty"`
}

type extension struct {
	Licence string  `json:"licence"`
	Period  string  `json:"period,omitempty"`
	Region  string  `json:"region,omitempty"`
	Status  *labels `json:"status,omitempty"`
}

type labels struct {
	Label map[string]string `json:"label"`
}

// JSONStat writes the set as a data set of JSON-stat 2.0 with the dimensions
// indicator, municipality, year and measure. Each cell without a number has a
// status that says why.
func (s Set) JSONStat() ([]byte, error) {
	w := wordsOf(s.Lang)
	d := s.head("dataset", s.Title, s.Address+"/data.json")
	d.Role = map[string][]string{"time": {"year"}, "geo": {"municipality"}, "metric": {"measure"}}
	d.ID = []string{"indicator", "municipality", "year", "measure"}
	d.Size = []int{len(s.Indicators), len(s.Places), 1, measures}
	indicator := category{Label: map[string]string{}, Unit: map[string]unit{}}
	for _, in := range s.Indicators {
		indicator.Index = append(indicator.Index, in.Code)
		indicator.Label[in.Code], indicator.Unit[in.Code] = in.Name, unit{in.Unit, in.Decimals}
	}
	municipality := category{Label: map[string]string{}}
	for _, p := range s.Places {
		municipality.Index = append(municipality.Index, p.Number)
		municipality.Label[p.Number] = p.Name
	}
	year := strconv.Itoa(s.Year)
	d.Dimension = map[string]dimension{
		"indicator":    {w.columns[columnIndicator], indicator},
		"municipality": {w.columns[columnMunicipality], municipality},
		"year":         {w.columns[columnPeriodYear], category{Index: []string{year}, Label: map[string]string{year: year}}},
		"measure": {w.measure, category{Index: []string{measureValue, measureScore, measureYear},
			Label: map[string]string{measureValue: w.columns[columnValue], measureScore: w.columns[columnScore], measureYear: w.columns[columnYear]},
			Unit:  map[string]unit{measureScore: {w.points, 1}, measureYear: {w.columns[columnYear], 0}}}},
	}
	d.Value, d.Status = s.numbers()
	d.Extension.Period, d.Extension.Region = s.Period, s.Region
	named := labels{map[string]string{noScore: w.states[noScore]}}
	for _, state := range s.states() {
		named.Label[state] = w.states[state]
	}
	d.Extension.Status = &named
	return json.Marshal(d)
}

// numbers gives the numbers of all cells in the order of the dimensions, the last
// one running fastest, and by cell why there is none.
func (s Set) numbers() (json.RawMessage, map[string]string) {
	status := map[string]string{}
	text := make([]byte, 0, len(s.Indicators)*len(s.Places)*measures*6+2)
	text = append(text, '[')
	cell := 0
	put := func(number *float64, why string) {
		if cell > 0 {
			text = append(text, ',')
		}
		if number == nil {
			text = append(text, "null"...)
			status[strconv.Itoa(cell)] = why
		} else {
			text = strconv.AppendFloat(text, *number, 'f', -1, 64)
		}
		cell++
	}
	for i := range s.Indicators {
		for p := range s.Places {
			c := s.Cells[p][i]
			why := c.State
			put(c.Value, why)
			if c.Value != nil {
				why = noScore
			}
			put(c.Score, why)
			var year *float64
			if c.Year != 0 {
				number := float64(c.Year)
				year = &number
			}
			put(year, c.State)
		}
	}
	return append(text, ']'), status
}

// head is what stands in each document of JSON-stat.
func (t Terms) head(class, label, address string) document {
	d := document{Version: "2.0", Class: class, Label: label, Href: address, Source: t.Source, Note: t.Notes,
		Extension: &extension{Licence: t.Licence}, Link: map[string][]Link{"license": {{Type: "text/html", Href: t.LicenceURL}}}}
	if !t.Updated.IsZero() {
		d.Updated = t.Updated.UTC().Format(time.RFC3339)
	}
	return d
}

// Collection writes a list of data sets, or of other collections, as JSON-stat 2.0.
func Collection(t Terms, label, address string, items []Link) ([]byte, error) {
	d := t.head("collection", label, address)
	d.Link["item"] = append([]Link{}, items...)
	return json.Marshal(d)
}
