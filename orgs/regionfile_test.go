package orgs_test

import (
	"strings"
	"testing"

	"loftet/internal/csvtable"
	"loftet/orgs"
)

func parse(text string) ([]orgs.RegionRow, csvtable.Findings) {
	return orgs.ParseRegions(csvtable.Source{Name: "m.csv", Reader: strings.NewReader(text)}, "NO", "")
}

func TestParseRegions(t *testing.T) {
	rows, found := parse("number,name,official_name,region,county_number,county_name,org_number,kostra_group,valid_from,predecessors,residents,residents_year\n" +
		"3324,Gol,Gol,Hallingdal,33,Buskerud,974 760 673,15,2024-01-01,3041,4800,2025\n" +
		"4601,Bergen,,,46,Vestland,,,,1201|1259,,\n")
	if !found.OK() || len(rows) != 2 {
		t.Fatalf("%v, %d rows", found.Faults, len(rows))
	}
	if len(found.Warnings) != 1 || !strings.Contains(found.Warnings[0].String(), `"official_name" is not used`) {
		t.Errorf("warnings: %v", found.Warnings)
	}
	gol := rows[0]
	if gol.Country != "NO" || gol.OrgNumber != "974760673" || gol.ComparisonGroup != "15" || gol.ValidFrom != "2024-01-01" ||
		len(gol.Predecessors) != 1 || *gol.Residents != 4800 || gol.ResidentsYear != 2025 || gol.Region != "Hallingdal" {
		t.Errorf("Gol: %+v", gol)
	}
	if p := rows[1].Predecessors; len(p) != 2 || p[1] != "1259" {
		t.Errorf("Bergen took over from %v", p)
	}
}

func TestParseRegionsReportsEveryFaultyLine(t *testing.T) {
	for row, want := range map[string]string{
		"301,Oslo,,,,,":                              "m.csv:2: the number 301 has lost its leading zero; write 0301",
		"03011,Oslo,,,,,":                            "is not four digits",
		",Oslo,,,,,":                                 "the number is blank",
		"0301,,,,,,":                                 "the name is blank",
		"0301,Oslo,123456789,,,,":                    "check its digits",
		"0301,Oslo,,2024-02-30,,,":                   "is not a date such as 2024-01-01",
		"0301,Oslo,,,0301,,":                         "is its own predecessor",
		"0301,Oslo,,,,12 000,2024":                   "not a whole number",
		"0301,Oslo,,,,12000,":                        "the year is blank",
		"0301,Oslo,,,,99999999999999999999,2024":     "not a whole number",
		"0301," + strings.Repeat("o", 201) + ",,,,,": "longer than 200",
		"0301,\"Os\nlo\",,,,,":                       "control character",
	} {
		rows, found := parse("number,name,org_number,valid_from,predecessors,residents,residents_year\n" + row + "\n1101,Eigersund,,,,,\n")
		if len(found.Faults) != 1 || !strings.Contains(found.Faults[0].String(), want) || len(rows) != 1 {
			t.Errorf("%q: %v, %d rows; want %q", row, found.Faults, len(rows), want)
		}
	}
	_, found := parse("number,name,country\n0301,Oslo,\n0301,Oslo igjen,no\n0114,Upplands Väsby,SE\n0301,Oslo,NOR\n")
	if len(found.Faults) != 2 || !strings.Contains(found.Faults[0].String(), "stands on line 2 as well") ||
		!strings.Contains(found.Faults[1].String(), "not two letters") {
		t.Errorf("faults: %v", found.Faults)
	}
}

func FuzzParseRegions(f *testing.F) {
	f.Add("number,name\n0301,Oslo\n")
	f.Add("number;name;valid_from;valid_to\n0301;Oslo;2024-01-01;2020-01-01\n")
	f.Add("number,name,residents,residents_year\n0301,Oslo,-1,2024\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows, found := parse(text)
		for _, row := range rows {
			if row.Name == "" || row.Number == "" || row.Line < 2 || row.Residents != nil && *row.Residents < 0 ||
				row.ValidTo != "" && row.ValidTo <= row.ValidFrom {
				t.Errorf("an unsound row: %+v", row)
			}
		}
		for _, fault := range found.Faults {
			if strings.ContainsAny(fault.String(), "\r\n") {
				t.Errorf("a fault breaks the line: %q", fault)
			}
		}
	})
}
