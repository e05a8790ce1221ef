package jsonstat_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/internal/jsonstat"
)

const small = `{"version":"2.0","class":"dataset","label":"Waste","source":"The bureau","updated":"2026-06-15",
"id":["Region","ContentsCode","Tid"],"size":[2,1,2],"role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]},
"dimension":{
 "Region":{"label":"region","category":{"index":{"3310":1,"3305":0},"label":{"3305":"North","3310":"South"}}},
 "ContentsCode":{"category":{"label":{"Kg":"kilograms"}}},
 "Tid":{"category":{"index":["2024","2025"]}}},
"value":[0,null,412.5,null],"status":{"1":"..","3":":"}}`

func TestParse(t *testing.T) {
	c, err := jsonstat.Parse(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	if c.Label != "Waste" || c.Source != "The bureau" || c.Updated != "2026-06-15" || c.Cells() != 4 {
		t.Errorf("label, source, updated or size are wrong: %+v", c)
	}
	for _, row := range []struct {
		codes  map[string]string
		cell   int
		value  float64
		there  bool
		status string
	}{
		{map[string]string{"Region": "3305", "Tid": "2024"}, 0, 0, true, ""}, // zero is a value
		{map[string]string{"Region": "3305", "ContentsCode": "Kg", "Tid": "2025"}, 1, 0, false, ".."},
		{map[string]string{"Region": "3310", "Tid": "2024"}, 2, 412.5, true, ""},
		{map[string]string{"Region": "3310", "Tid": "2025"}, 3, 0, false, ":"},
	} {
		cell, found := c.Cell(row.codes)
		if !found || cell != row.cell {
			t.Errorf("%v is cell %d, %v; want %d", row.codes, cell, found, row.cell)
			continue
		}
		if v, there := c.Value(cell); v != row.value || there != row.there || c.Status[cell] != row.status {
			t.Errorf("%v: %v, %v, %q", row.codes, v, there, c.Status[cell])
		}
		for id, code := range row.codes {
			if c.Codes(cell)[id] != code {
				t.Errorf("the codes of cell %d are %v", cell, c.Codes(cell))
			}
		}
	}
	for _, codes := range []map[string]string{
		{"Region": "9999", "Tid": "2024"}, {"Region": "3305"}, {"Region": "3305", "Tid": "2024", "Alder": "0"},
	} {
		if cell, found := c.Cell(codes); found {
			t.Errorf("%v is cell %d, and should be none", codes, cell)
		}
	}
	if d, _ := c.Dimension("Tid"); d.Role != "time" {
		t.Errorf("the role of Tid is %q", d.Role)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, row := range map[string][2]string{
		"no JSON":            {`<html>`, "not JSON-stat"},
		"a collection":       {`{"class":"collection","link":{}}`, "collection"},
		"no dimensions":      {`{"class":"dataset","dimension":{},"value":[]}`, "no dimensions"},
		"two data sets":      {`{"a":{"dimension":{}},"b":{"dimension":{}}}`, "2 data sets"},
		"too few values":     {strings.Replace(small, "[0,null,412.5,null]", "[0]", 1), "1 values for 4 cells"},
		"a value beyond":     {strings.Replace(small, "[0,null,412.5,null]", `{"4":1}`, 1), "cell 4 of 4"},
		"another size":       {strings.Replace(small, "[2,1,2]", "[3,1,2]", 1), "says it has 3"},
		"a category twice":   {strings.Replace(small, `["2024","2025"]`, `["2024","2024"]`, 1), "twice"},
		"places with a hole": {strings.Replace(small, `{"3310":1,"3305":0}`, `{"3310":7,"3305":0}`, 1), "places"},
		"text for values":    {strings.Replace(small, "[0,null,412.5,null]", `"none"`, 1), "neither"},
		"a missing one":      {strings.Replace(small, `"id":["Region"`, `"id":["Land"`, 1), "not there"},
	} {
		if _, err := jsonstat.Parse(strings.NewReader(row[0])); err == nil || !strings.Contains(err.Error(), row[1]) {
			t.Errorf("%s: %v, want something about %q", name, err, row[1])
		}
	}
}

// TestParseTakesWhatBureausSend reads recorded answers of both versions.
func TestParseTakesWhatBureausSend(t *testing.T) {
	root := testdata(t)
	for name, cells := range map[string]int{
		"galicia.json": 2 * 4 * 3 * 3 * 5 * 1, "hierarchy.json": 132, "us-gsp.json": 0, "ssb-29843.json": 0,
		"eurostat-name_gpd_c-geo_IT_FR.json": 0,
	} {
		file, err := os.Open(filepath.Join(root, "jsonstat-samples", name))
		if err != nil {
			t.Fatal(err)
		}
		c, err := jsonstat.Parse(file)
		_ = file.Close()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		product := 1
		for _, d := range c.Dimensions {
			product *= len(d.Codes)
		}
		if c.Cells() != product {
			t.Errorf("%s: %d cells, the dimensions make %d", name, c.Cells(), product)
		}
		if cells > 0 && name == "hierarchy.json" && c.Cells() != cells {
			t.Errorf("%s: %d cells, want %d", name, c.Cells(), cells)
		}
		for cell := range c.Cells() {
			if back, ok := c.Cell(c.Codes(cell)); !ok || back != cell {
				t.Fatalf("%s: cell %d comes back as %d", name, cell, back)
			}
		}
	}
	for _, name := range []string{"oecd-canada-col.json", "oecd-canada.json"} {
		file, err := os.Open(filepath.Join(root, "jsonstat-samples", name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := jsonstat.Parse(file); err == nil {
			t.Errorf("%s holds several data sets and should be refused", name)
		}
		_ = file.Close()
	}
	file, err := os.Open(filepath.Join(root, "pxwebapi2-samples", "MetadataById_tab001_js2.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	c, err := jsonstat.Metadata(file)
	if err != nil {
		t.Fatal(err)
	}
	if region, _ := c.Dimension("REGION"); region.Role != "geo" || len(region.Codes) != 30 {
		t.Errorf("the metadata's region is %+v", region)
	}
}

// testdata gives the folder of real data, which lies outside the project.
func testdata(t *testing.T) string {
	t.Helper()
	root := os.Getenv("LOFTET_TESTDATA")
	if root == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("LOFTET_TESTDATA is not set")
	}
	return root
}

func FuzzParse(f *testing.F) {
	f.Add(small)
	f.Add(`{"dataset":{"dimension":{"id":["A"],"size":[1],"A":{"category":{"index":{"x":0}}}},"value":[1]}}`)
	f.Add(`{"dimension":{"A":{"category":{"index":[]}}},"id":["A"],"value":{"0":null},"status":["."]}`)
	f.Fuzz(func(t *testing.T, text string) {
		c, err := jsonstat.Parse(strings.NewReader(text))
		if err != nil {
			return
		}
		for cell := range min(c.Cells(), 1000) {
			if back, ok := c.Cell(c.Codes(cell)); !ok || back != cell {
				t.Fatalf("cell %d comes back as %d", cell, back)
			}
		}
	})
}
