package scorefile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators/scorefile"
	"loftet/indicators/scoring"
)

func TestTrendTables(t *testing.T) {
	data, found := read("code,goal,lower,optimum,green,red,first,target\nup,1,0,100,80,40,,\nlate,1,0,100,80,40,2018,90\nbare,2,0,1,,,,\n",
		"entity,code,year,value\na,up,2015,20\na,up,2020,35\na,late,2018,50\na,late,2020,40\na,bare,2015,1\na,bare,2020,1\n")
	if !found.OK() || !data.SeveralYears() || data.FirstYear() != 2015 {
		t.Fatal(text(found.Faults))
	}
	tables := data.TrendTables(scoring.Span{First: 2015}, 0)
	want := [][]string{
		{"a", "late", "1", "2018", "2020", "50", "40", "80", "down", "decreasing", "sdsn", "2021.1"},
		{"a", "up", "1", "2015", "2020", "20", "35", "80", "diagonal", "moderately_improving", "sdsn", "2021.1"},
		{"a", "bare", "2", "", "", "", "", "", "", "", "sdsn", "2021.1"},
	}
	if diff := cmp.Diff(want, tables[0].Rows[1:]); diff != "" {
		t.Error(diff)
	}
	if goals := tables[1].Rows; len(goals) != 3 || goals[1][3] != "right" || goals[1][5] != "2" || goals[2][3] != "" || goals[2][6] != "1" {
		t.Errorf("%q", goals)
	}
	progress := data.ProgressTable(scoring.DefaultYears, 0).Rows
	if len(progress) != 4 || progress[1][12] != "deterioration" || progress[2][12] != "on_track" || progress[3][12] != "limited" {
		t.Errorf("%q", progress)
	}
}

func TestRankTable(t *testing.T) {
	files := func(groups string) scorefile.Files {
		third := source("groups.csv", groups)
		return scorefile.Files{Specs: source("specs.csv", specs), Groups: &third,
			Values: source("values.csv", "entity,code,year,value,missing\na,up,2020,1,\nb,up,2020,2,\nc,up,2020,3,\nd,up,2020,4,\ne,up,2020,9,\nf,up,2020,,declined\n")}
	}
	data, found := scorefile.Read(files("entity,group\na,x\nb,x\nc,x\nd,x\ne,y\nf,x\n"))
	if each := data.OneGroupEach(); !found.OK() || !each.OK() {
		t.Fatal(text(found.Faults), text(each.Faults))
	}
	table, err := data.RankTable(scorefile.Latest)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range table.Rows[1:] {
		got = append(got, strings.Join([]string{row[0], row[4], row[5], row[6], row[7], row[8]}, " "))
	}
	want := []string{"a 4 4 x red ", "b 3 4 x yellow ", "c 2 4 x yellow ", "d 1 4 x green ", "e 1 1 y grey ", "f  4 x grey declined"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	data, _ = scorefile.Read(files("entity,group\na,x\na,y\nb,x\nc,x\nd,x\ne,y\n"))
	each := data.OneGroupEach()
	if got := text(each.Faults); !strings.Contains(got, "a has 2 groups") || !strings.Contains(got, "f has no group") {
		t.Error(got)
	}
}

func TestMissingReasonsAreKeptApart(t *testing.T) {
	data, found := read(specs, "entity,code,year,value,State\na,up,2020,,Not answered\nb,up,2020,,not-applicable\nc,up,2020,,CONFIDENTIAL\nd,up,2020,,\ne,up,2020,0,\n")
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	got := written(t, data, scorefile.Latest, scoring.FillNone)["scores.csv"]
	for _, want := range []string{"a,2020,up,,,grey,not_answered,", "b,2020,up,,,grey,not_applicable,", "c,2020,up,,,grey,suppressed,", "d,2020,up,,,grey,no_data,", "e,2020,up,0,0,red,,"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	_, found = read(specs, "entity,code,year,value,missing,score\na,up,2020,1,declined,\nb,up,2020,,gone,\nc,up,2020,,,101\n")
	for _, want := range []string{"values.csv:2: there is a value and a reason", `values.csv:3: "gone" is no reason`, `values.csv:4: "101" is not a score`} {
		if !strings.Contains(text(found.Faults), want) {
			t.Errorf("%q is not in\n%s", want, text(found.Faults))
		}
	}
}
