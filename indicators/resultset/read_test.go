package resultset_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators/resultset"
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

const codebook = `SDG Alignment,SDG,Indicator,Indicator name,Year,Units,Sort Order,Target Value,To Green,To Yellow,To Orange,Worst Value,Remark
Target 3.8,3,sdg3v1_Care,Care,2013-2017,%,ascending,100,80,60,40,0,x
Goal 4,4,sdg4v1_gradRWJ,Graduates,2016,%,ascending,90,,,,50,
Target 9.c,9,sdg9v1_wires,Wires,2018,,descending,0,10,,30,50,
`

const table = `Cbsa,msa,Region,n_sdg3v1_care,score_sdg3,score_sdgi,rank_sdgIndex,sdg3v1_care,sdg4v1_grad,sdg9v1_lines
a,Ay,1,50,50,60,1,50,70,
b,Be,2,0,0,20,2,0,,20
`

func read(codebook, values string) (resultset.Set, resultset.Report) {
	return resultset.Read(
		csvtable.Source{Name: "codebook.csv", Reader: strings.NewReader(codebook)},
		csvtable.Source{Name: "results.csv", Reader: strings.NewReader(values)},
	)
}

func text(faults []csvtable.Fault) string {
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

func TestReadUnderstandsBothFiles(t *testing.T) {
	set, report := read(codebook, table)
	if !report.OK() || len(report.Warnings) > 0 {
		t.Fatal(text(report.Faults), text(report.Warnings))
	}
	care := set.Indicators[0]
	if care.Code != "sdg3v1_Care" || care.Column != "sdg3v1_care" || care.Goal != 3 || care.Target != "3.8" || care.Name != "Care" ||
		care.Unit != "%" || care.Year != 2017 || !care.Ascending || care.Optimum != 100 || *care.Yellow != 60 || *care.Red != 40 {
		t.Errorf("%+v", care)
	}
	if graduates := set.Indicators[1]; graduates.Target != "" || graduates.Green != nil || graduates.Goal != 4 {
		t.Errorf("%+v", graduates)
	}
	if wires := set.Indicators[2]; wires.Target != "9.c" || wires.Ascending {
		t.Errorf("%+v", wires)
	}
	var units []string
	for _, e := range set.Entities {
		units = append(units, e.Code+" "+e.Name+" "+e.Region)
	}
	if diff := cmp.Diff([]string{"a Ay 1", "b Be 2"}, units); diff != "" {
		t.Error(diff)
	}
	missing := func(year int) scoring.Observation {
		return scoring.Observation{Missing: scoring.NoData, Year: year}
	}
	want := []resultset.Value{
		{"a", "sdg3v1_Care", scoring.Observation{Value: 50, Year: 2017}}, {"a", "sdg4v1_gradRWJ", scoring.Observation{Value: 70, Year: 2016}}, {"a", "sdg9v1_wires", missing(2018)},
		{"b", "sdg3v1_Care", scoring.Observation{Value: 0, Year: 2017}}, {"b", "sdg4v1_gradRWJ", missing(2016)}, {"b", "sdg9v1_wires", scoring.Observation{Value: 20, Year: 2018}},
	}
	if diff := cmp.Diff(want, set.Values); diff != "" {
		t.Error(diff)
	}
	p := set.Published
	if p.Scores["b"]["sdg3v1_Care"] != 0 || len(p.Scores["b"]) != 1 || p.Goals["a"][3] != 50 || p.Index["a"] != 60 || p.Rank["b"] != 2 {
		t.Errorf("%+v", p)
	}
}

func TestLooseMatchesAreNoted(t *testing.T) {
	_, report := read(codebook, table)
	want := `codebook.csv:2: sdg3v1_Care is the column sdg3v1_care, apart from capital letters
codebook.csv:3: sdg4v1_gradRWJ is the column sdg4v1_grad, without the capitals at the end
codebook.csv:4: sdg9v1_wires is the column sdg9v1_lines, by the part before the underscore`
	if diff := cmp.Diff(want, text(report.Notes)); diff != "" {
		t.Error(diff)
	}
}

func TestMatchesThatAreNotUniqueAreNotMade(t *testing.T) {
	set, report := read("code,goal,lower,optimum,year\nx_a,1,0,1,2020\nx_b,1,0,1,2020\nyAB,1,0,1,2020\n",
		"entity,x_a,x_c,y,yCD\ne,1,2,3,4\n")
	want := `results.csv:1: the column "x_c" belongs to no indicator and is not used
results.csv:1: the column "y" belongs to no indicator and is not used
results.csv:1: the column "yCD" belongs to no indicator and is not used
codebook.csv:3: x_b has no column in results.csv and is left out
codebook.csv:4: yAB has no column in results.csv and is left out`
	if diff := cmp.Diff(want, text(report.Warnings)); diff != "" {
		t.Error(diff)
	}
	if len(report.Notes) > 0 || len(set.Values) != 1 || len(set.Scales()) != 1 {
		t.Errorf("%v %+v", report.Notes, set.Values)
	}
}

func TestReadReportsEveryFault(t *testing.T) {
	_, report := read(`code,goal,lower,optimum,green,red,year,direction
a,1,5,5,,,2020,
a,1,0,1,,,2020,
b,x,,1,"0,5",,none,
c,18,0,1,,,2020,
,1,0,1,,,2020,
d,1,0,10,2,4,2020,descending
`, "entity,d,rank,n_z\nu,1,1.5,1\nu,1,1,1\n,1,1,1\nv,much,1,1\n")
	want := `codebook.csv:2: a: optimum: lower and optimum are equal, so no score can be computed
codebook.csv:3: a: the code stands already in line 2
codebook.csv:4: b: goal: "x" is not the number of a goal
codebook.csv:4: b: lower: the number is missing
codebook.csv:4: b: green: "0,5" has a decimal comma; write 0.5
codebook.csv:4: b: year: "none" names no year
codebook.csv:5: c: goal: the goal is not a number from 1 to 17
codebook.csv:6: the indicator has no code
results.csv:2: rank: "1.5" is not a rank
results.csv:3: u stands already in line 2
results.csv:4: the row has no entity
results.csv:5: d: "much" is not a number; leave the field blank where the value is missing`
	if diff := cmp.Diff(want, text(report.Faults)); diff != "" {
		t.Error(diff)
	}
	doubts := `codebook.csv:7: d: red: red is better than green; the indicator gets a score but no colour
codebook.csv:7: d: the direction is given as descending, but lower and optimum run the other way; they count
results.csv:1: the column "n_z" belongs to no indicator and is not used`
	if diff := cmp.Diff(doubts, text(report.Warnings)); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefusesEmptyFiles(t *testing.T) {
	for _, row := range []struct{ codebook, values, want string }{
		{"", table, "codebook.csv:1: the file is empty; the first line must name the columns"},
		{"code,goal,lower,optimum\n", table, "codebook.csv:1: there is no indicator below the header"},
		{codebook, "entity,sdg3v1_care\n", "results.csv:1: there is no row below the header"},
		{codebook, "name,sdg3v1_care\nx,1\n", `results.csv:1: the column "entity" is missing; the header has name, sdg3v1_care`},
	} {
		if _, report := read(row.codebook, row.values); text(report.Faults) != row.want {
			t.Errorf("got %s\nwant %s", text(report.Faults), row.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(codebook, table)
	f.Add("code;goal;lower;optimum;year\na;1;0;1;2020", "id;a;n_a;index\nu;1;100;100")
	sdsn, _ := scoring.ByID(scoring.SDSN)
	f.Fuzz(func(t *testing.T, codebook, values string) {
		set, report := read(codebook, values)
		if !report.OK() {
			return
		}
		if v, err := resultset.Verify(set, sdsn); err != nil || v.Scores.Off > v.Scores.Compared {
			t.Fatalf("%v %+v", err, v)
		}
	})
}
