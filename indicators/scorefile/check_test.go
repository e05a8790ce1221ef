package scorefile_test

import (
	"strings"
	"testing"

	"loftet/indicators/scorefile"
	"loftet/internal/csvtable"
)

const checkedValues = "entity,code,year,value\na,up,2020,10\nb,up,2020,20\nc,up,2020,45.5\nd,up,2020,80\na,up,2015,60\na,down,2020,25\n"

func checked(t *testing.T, published string, tolerance *float64) (scorefile.Checks, csvtable.Findings) {
	t.Helper()
	data, found := read(specs, checkedValues)
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	scores, found := data.ReadPublished(source("scores.csv", published))
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	checks := data.Check(scores, 0, tolerance)
	return checks, checks.Findings()
}

func TestCheckTellsEachRowThatDoesNotFit(t *testing.T) {
	for name, row := range map[string]struct{ published, want string }{
		"all fit":            {"entity,code,score\na,up,10\nc,UP,45.5\na,down,50\n", ""},
		"semicolons, wide":   {"\uFEFFID;n_up;n_down\na;10;50\nb;20;\n", ""},
		"whole numbers":      {"entity,code,score\na,up,10\nc,up,46\n", ""},
		"one decimal":        {"entity,code,score\na,up,10.1\n", "scores.csv:2: a, up, 2020: the score 10.1 is published, the stated bounds give 10 for the value 10"},
		"one of many":        {"entity,code,score\na,up,10.00\nb,up,20\nc,up,44.50\n", "2 of 3 published scores of the indicator fit the stated bounds"},
		"other bounds":       {"entity,code,score\na,up,20\nb,up,40\nc,up,91\nd,up,100\n", "all 4 published scores fit lower 0 and optimum 50"},
		"turned round":       {"entity,code,score\nd,up,20\n", "lower and optimum the other way round"},
		"of another year":    {"entity,code,year,score\na,up,2020,60\n", "the value of 2015 gives it"},
		"a share":            {"entity,code,score\na,up,0.100\n", "a share of 1"},
		"outside the limits": {"entity,code,score\na,up,-3\n", "no bounds give a score outside 0 to 100"},
	} {
		t.Run(name, func(t *testing.T) {
			checks, found := checked(t, row.published, nil)
			got := text(found.Faults)
			if !strings.Contains(got, row.want) || (row.want == "") != (got == "") {
				t.Errorf("got %q\nwant %q", got, row.want)
			}
			if checks.Count(scorefile.Differs) != len(found.Faults) {
				t.Error(checks.Summary())
			}
		})
	}
}

func TestCheckPassesNothingOver(t *testing.T) {
	tolerance := 1.0
	checks, found := checked(t, "entity,code,score\na,up,10.9\nb,up,21.1\nz,up,50\n", &tolerance)
	if got := checks.Summary(); got != "3 published scores: 1 agree, 1 differ, 1 have no value to check" {
		t.Error(got)
	}
	if got := text(found.Warnings); got != "scores.csv:4: z, up: a score is published, but there is no value to check it with" {
		t.Error(got)
	}
	if rows := checks.Table().Rows; len(rows) != 4 || rows[1][0] != "b" || rows[1][8] != "differs" {
		t.Errorf("%q", rows)
	}
}

func TestAPublishedScoreThatStandsForAValueProvesNothing(t *testing.T) {
	data, found := read(specs, "entity,code,year,value,score,missing\na,up,2020,,33,confidential\n")
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	scores, _ := data.ReadPublished(source("scores.csv", "entity,code,score\na,up,33\n"))
	if checks := data.Check(scores, 0, nil); checks.Count(scorefile.NoValue) != 1 {
		t.Error(checks.Summary())
	}
	got := written(t, data, scorefile.Latest, "none")["scores.csv"]
	if !strings.Contains(got, "\na,2020,up,,33,red,suppressed,,sdsn,") {
		t.Error(got)
	}
}

func FuzzReadPublished(f *testing.F) {
	f.Add("entity,code,score\na,up,10\nz,up,-3e300\n")
	f.Add("cbsa;n_up;N_DOWN\na;1e300;nan\nb;;5")
	f.Add("\xef\xbb\xbfentity,code,year,score\na,up,2020,60\na,up,2015,60")
	f.Fuzz(func(t *testing.T, text string) {
		data, _ := read(specs, checkedValues)
		scores, found := data.ReadPublished(source("p", text))
		if !found.OK() {
			return
		}
		for _, row := range data.Check(scores, 0, nil).Table().Rows {
			for _, cell := range row[4:8] {
				if strings.Contains(cell, "NaN") || strings.Contains(cell, "Inf") {
					t.Fatalf("%q", row)
				}
			}
		}
	})
}
