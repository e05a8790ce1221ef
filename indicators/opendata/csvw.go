package opendata

import (
	"encoding/json"
	"strings"
	"time"
)

// States are all that the status of a cell can be.
var States = []string{Value, "declined", "left_out", "no_data", "not_answered", "not_applicable", "suppressed", "withheld"}

type column struct {
	Name        string              `json:"name"`
	Titles      map[string][]string `json:"titles"`
	Datatype    any                 `json:"datatype"`
	Required    bool                `json:"required,omitempty"`
	Description map[string]string   `json:"dc:description,omitempty"`
}

type datatype struct {
	Base    string `json:"base"`
	Format  string `json:"format,omitempty"`
	Minimum string `json:"minimum,omitempty"`
	Maximum string `json:"maximum,omitempty"`
}

// types are the datatypes of the columns; string where there is none.
var types = map[int]any{
	columnGoal: datatype{Base: "integer", Minimum: "1", Maximum: "17"}, columnPeriodYear: "gYear", columnYear: "gYear",
	columnValue: "double", columnScore: datatype{Base: "double", Minimum: "0", Maximum: "100"}, columnConfirmed: "boolean",
	columnStatus: datatype{Base: "string", Format: strings.Join(States, "|")},
}

// maybe are the columns that may be empty.
var maybe = map[int]bool{columnYear: true, columnValue: true, columnScore: true, columnSource: true, columnUnit: true, columnPeriod: true}

// Metadata describes the CSV of the set by CSVW: each column with its datatype and
// its title in every language, the primary key, source and licence.
func (s Set) Metadata() ([]byte, error) {
	columns := make([]column, columnCount)
	for i, name := range names {
		c := column{Name: name, Titles: map[string][]string{}, Datatype: "string", Required: !maybe[i]}
		for _, lang := range languages {
			c.Titles[lang] = []string{dictionary[lang].columns[i]}
		}
		c.Titles["en"] = append([]string{name}, c.Titles["en"]...) // as the file's first line has it
		if t, given := types[i]; given {
			c.Datatype = t
		}
		if i == columnStatus {
			c.Description = map[string]string{}
			for _, lang := range languages {
				var lines []string
				for _, state := range States {
					lines = append(lines, state+": "+dictionary[lang].states[state])
				}
				c.Description[lang] = strings.Join(lines, ". ")
			}
		}
		columns[i] = c
	}
	meta := map[string]any{
		"@context":       []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": s.Lang}},
		"url":            "data.csv",
		"dc:title":       s.Title,
		"dc:source":      s.Source,
		"dc:license":     map[string]string{"@id": s.LicenceURL},
		"dc:rights":      s.Licence,
		"dc:description": strings.Join(s.Notes, " "),
		"dialect":        map[string]any{"encoding": "utf-8", "delimiter": ",", "header": true, "lineTerminators": []string{"\r\n", "\n"}},
		"tableSchema": map[string]any{
			"columns":    columns,
			"primaryKey": []string{names[columnMunicipality], names[columnIndicator]},
		},
	}
	if !s.Updated.IsZero() {
		meta["dc:modified"] = map[string]string{"@value": s.Updated.UTC().Format(time.RFC3339), "@type": "xsd:dateTime"}
	}
	return json.Marshal(meta)
}
