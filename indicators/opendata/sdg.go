package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"loftet/internal/csvtable"
)

// Series is one indicator of a region over the years.
type Series struct {
	Terms
	Indicator
	Region string
	Points []Point // the earliest year first; in a year the region before its municipalities
}

// Point is one figure of a year. Place is empty for the whole region.
type Point struct {
	Year  int
	Place string
	State string
	Value *float64
}

// CSV writes the series in the shape of Open SDG: Year first, Value last, a blank
// disaggregation for the whole region. Why a value is blank stands in the column
// that Open SDG knows for the status of an observation.
func (s Series) CSV() ([]byte, error) {
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	if err := out.Write([]string{"Year", "Municipality", "Units", "Observation status", "Value"}); err != nil {
		return nil, err
	}
	for _, p := range s.Points {
		state := p.State
		if state == Value {
			state = ""
		}
		if err := out.Write([]string{strconv.Itoa(p.Year), strings.TrimSpace(csvtable.Neutral(p.Place)), strings.TrimSpace(csvtable.Neutral(s.Unit)), state, number(p.Value)}); err != nil {
			return nil, err
		}
	}
	out.Flush()
	return text.Bytes(), out.Error()
}

// SDGName gives the name of the indicator as Open SDG writes it in names of files.
func (i Indicator) SDGName() string { return strings.ReplaceAll(i.Code, ".", "-") }

// Metadata describes the series by the fields of Open SDG.
func (s Series) Metadata() ([]byte, error) {
	w := wordsOf(s.Lang)
	statuses := map[string]string{}
	for _, p := range s.Points {
		if p.State != Value {
			statuses[p.State] = w.states[p.State]
		}
	}
	meta := map[string]any{
		"indicator_number": s.Code, "indicator_name": s.Name, "graph_title": s.Name, "sdg_goal": strconv.Itoa(s.Goal), "target_number": s.Target,
		"computation_units": s.Unit, "national_indicator_description": s.Definition, "national_geographical_coverage": s.Region,
		"graph_type": "line", "data_non_statistical": false, "reporting_status": s.reporting(), "data_show_map": false,
		"source_active_1": true, "source_organisation_1": s.Source, "source_url_1": s.LicenceURL, "copyright": s.Licence,
		"page_content": strings.Join(s.Notes, " "), "observation_statuses": statuses,
		"decimals": s.Decimals,
	}
	if !s.Updated.IsZero() {
		meta["national_metadata_update_date"] = s.Updated.UTC().Format("2006-01-02")
	}
	return json.Marshal(meta)
}

// reporting tells whether there is anything to show, in the word of Open SDG.
func (s Series) reporting() string {
	for _, p := range s.Points {
		if p.Value != nil {
			return "complete"
		}
	}
	return "notstarted"
}
