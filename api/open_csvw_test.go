package api_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

type csvwColumn struct {
	Name     string              `json:"name"`
	Titles   map[string][]string `json:"titles"`
	Datatype json.RawMessage     `json:"datatype"`
	Required bool                `json:"required"`
}

// checkTable holds a table against its description by the rules of CSVW: the first
// line names the columns in their order, each cell parses by its column's datatype,
// what is required is there, and the primary key is one.
func checkTable(t *testing.T, rows [][]string, described string) {
	t.Helper()
	var meta struct {
		URL     string `json:"url"`
		License struct {
			ID string `json:"@id"`
		} `json:"dc:license"`
		Source string `json:"dc:source"`
		Schema struct {
			Columns    []csvwColumn `json:"columns"`
			PrimaryKey []string     `json:"primaryKey"`
		} `json:"tableSchema"`
	}
	if err := json.Unmarshal([]byte(described), &meta); err != nil {
		t.Fatal(err)
	}
	if meta.URL != "data.csv" || !strings.HasPrefix(meta.License.ID, "http") || meta.Source == "" {
		t.Errorf("url %q, licence %q, source %q", meta.URL, meta.License.ID, meta.Source)
	}
	columns := meta.Schema.Columns
	if len(rows) < 2 || len(columns) != len(rows[0]) {
		t.Fatalf("%d columns are described, %d rows have %d", len(columns), len(rows), len(rows[0]))
	}
	key := []int{}
	for i, c := range columns {
		if !slices.ContainsFunc([]string{"nb", "nn", "en"}, func(lang string) bool { return slices.Contains(c.Titles[lang], rows[0][i]) }) {
			t.Errorf("column %q is described as %v", rows[0][i], c.Titles)
		}
		for _, lang := range []string{"nb", "nn", "en"} {
			if len(c.Titles[lang]) == 0 || c.Titles[lang][0] == "" {
				t.Errorf("column %s has no title in %s", c.Name, lang)
			}
		}
		if slices.Contains(meta.Schema.PrimaryKey, c.Name) {
			key = append(key, i)
		}
	}
	if len(key) != len(meta.Schema.PrimaryKey) || len(key) == 0 {
		t.Fatalf("the key %v is no columns", meta.Schema.PrimaryKey)
	}
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		for i, c := range columns {
			if !c.fits(row[i]) {
				t.Fatalf("%s: %q does not fit %s", c.Name, row[i], c.Datatype)
			}
		}
		id := ""
		for _, i := range key {
			id += row[i] + "\x00"
		}
		if seen[id] {
			t.Fatalf("the key %q is there twice", id)
		}
		seen[id] = true
	}
}

// fits tells whether a cell parses by the datatype of its column.
func (c csvwColumn) fits(cell string) bool {
	if cell == "" {
		return !c.Required
	}
	var base string
	var derived struct{ Base, Format, Minimum, Maximum string }
	if json.Unmarshal(c.Datatype, &base) != nil {
		if json.Unmarshal(c.Datatype, &derived) != nil {
			return false
		}
		base = derived.Base
	}
	number, err := strconv.ParseFloat(cell, 64)
	within := func(limit string, sign float64) bool {
		l, err := strconv.ParseFloat(limit, 64)
		return limit == "" || err == nil && sign*(number-l) >= 0
	}
	switch base {
	case "string":
		return derived.Format == "" || regexp.MustCompile("^(?:"+derived.Format+")$").MatchString(cell)
	case "boolean":
		return cell == "true" || cell == "false"
	case "gYear":
		return regexp.MustCompile(`^\d{4}$`).MatchString(cell)
	case "integer":
		return regexp.MustCompile(`^\d+$`).MatchString(cell) && within(derived.Minimum, 1) && within(derived.Maximum, -1)
	case "double":
		return err == nil && within(derived.Minimum, 1) && within(derived.Maximum, -1)
	}
	return false
}
