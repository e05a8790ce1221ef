package scorefile_test

import (
	"strings"
	"testing"

	"loftet/indicators/scorefile"
	"loftet/indicators/scoring"
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

func TestCheckHoldsGoalsIndexAndRanksToo(t *testing.T) {
	data, found := read("code,goal,lower,optimum,green,red\nx,1,0,10,8,4\ny,3,0,10,8,4\n", "entity;code;year;value\na;x;2020;5\na;y;2020;8,5\nb;x;2020;9\nb;y;2020;9\n")
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	method, _ := scoring.ByID(scoring.SDSN)
	scored, err := data.Evaluate(method, scorefile.Latest, scoring.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, one := range map[string]struct{ published, want string }{
		"all fit":      {"entity,n_x,goal_1,score_sdg3,index,rank\na,50,50,85,67.5,2\nb,90,90,90,90,1\n", ""},
		"goals alone":  {"entity,goal3\na,85\n", ""},
		"commas":       {"entity;goal 3;index\na;85,0;67,5\n", ""},
		"goal differs": {"entity,goal_1\na,51\n", "p.csv:2: a, goal 1: 51 is published, the values and bounds give 50"},
		"index":        {"entity,year,score_sdgi\na,2020,67.4\n", "p.csv:2: a, index: 67.4 is published, the values and bounds give 67.5"},
		"rank":         {"entity,code,score,rank\na,x,50,1\n", "p.csv:2: a, rank: 1 is published, the values and bounds give 2"},
	} {
		scores, found := data.ReadPublished(source("p.csv", one.published))
		if !found.OK() {
			t.Fatalf("%s: %s", name, text(found.Faults))
		}
		checks := data.Check(scores, 0, nil)
		checks.CheckSums(scores, scored, nil)
		if got := text(checks.Findings().Faults); got != one.want {
			t.Errorf("%s: got %q, want %q; %s", name, got, one.want, checks.Summary())
		}
	}
	scores, _ := data.ReadPublished(source("p.csv", "entity,index\nz,50\n"))
	checks := data.Check(scores, 0, nil)
	checks.CheckSums(scores, scored, nil)
	if findings := checks.Findings(); !findings.OK() || !strings.Contains(text(findings.Warnings), "it is not among the values") {
		t.Error(text(findings.Warnings))
	}
}
