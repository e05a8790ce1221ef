package indicators_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"loftet/indicators"
)

func parse(text, source string) ([]indicators.StatisticRow, []string, []string) {
	rows, found := indicators.ParseStatistics("dir/f.csv", strings.NewReader(text), source)
	var faults, warnings []string
	for _, one := range found.Faults {
		faults = append(faults, one.String())
	}
	for _, one := range found.Warnings {
		warnings = append(warnings, one.String())
	}
	return rows, faults, warnings
}

func TestParseStatistics(t *testing.T) {
	rows, faults, warnings := parse("entity,code,year,value,source\n3320,a,2024,0,SSB 1\n3320,b,2024,:,SSB 1\n"+
		"3322,a,2024,..,SSB 1\n3322,b,2024,,\n3324,a,2024,.,SSB 1\n", "given")
	if len(faults)+len(warnings) > 0 {
		t.Fatal(faults, warnings)
	}
	var got []string
	for _, r := range rows {
		value := "-"
		if r.Value != nil {
			value = fmt.Sprint(*r.Value)
		}
		got = append(got, fmt.Sprint(r.Line, " ", r.Entity, " ", r.Code, " ", r.Year, " ", r.State, " ", value, " ", r.Source))
	}
	want := []string{"2 3320 a 2024 value 0 SSB 1", "3 3320 b 2024 suppressed - SSB 1", "4 3322 a 2024 no_data - SSB 1",
		"5 3322 b 2024 no_data - given", "6 3324 a 2024 not_applicable - SSB 1"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestParseStatisticsNamesEveryFault(t *testing.T) {
	rows, faults, warnings := parse("entity,code,year,value\n,a,2024,1\n3320,,24,x\n3320,a,1800,1\n3320,a,2024,\"1,5\"\n3320,a,2024,1\n", "")
	want := `dir/f.csv:2: the entity is blank
dir/f.csv:3: the code is blank
dir/f.csv:3: "24" is not a year of four digits
dir/f.csv:3: "x" is not a number; leave the field blank where the value is missing
dir/f.csv:4: the year 1800 is not between 1900 and 2100
dir/f.csv:5: "1,5" has a decimal comma; write 1.5`
	if got := strings.Join(faults, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(rows) != 1 || rows[0].Source != "f.csv" {
		t.Errorf("rows %+v", rows)
	}
	if len(warnings) != 1 || !strings.Contains(warnings[0], "rows: 5") {
		t.Errorf("warnings %v", warnings)
	}
}

func FuzzParseStatistics(f *testing.F) {
	f.Add([]byte("entity,code,year,value\n3320,a,2024,1.5\n"), "s")
	f.Add([]byte("entity;code;year;value;source\r\n3320;a;2024;:;x\r\n"), "")
	f.Add([]byte("\xef\xbb\xbfnumber,code,year,value\nNO,pop,2024,\n"), "")
	f.Fuzz(func(t *testing.T, text []byte, source string) {
		rows, found := indicators.ParseStatistics("f.csv", bytes.NewReader(text), source)
		for _, r := range rows {
			if r.Entity == "" || r.Code == "" || r.Year < 1900 || r.Year > 2100 || r.Line < 2 || len([]rune(r.Source)) > 300 {
				t.Fatalf("unsound row %+v", r)
			}
			if (r.Value != nil) != (r.State == indicators.StateValue) {
				t.Fatalf("state %s does not fit the value", r.State)
			}
			if r.Value != nil && (math.IsNaN(*r.Value) || math.IsInf(*r.Value, 0)) {
				t.Fatalf("value %v", *r.Value)
			}
		}
		for _, fault := range found.Faults {
			if fault.Reason == "" {
				t.Fatal("a fault without a reason")
			}
		}
	})
}
