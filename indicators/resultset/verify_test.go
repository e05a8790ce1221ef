package resultset_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators/resultset"
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

func method(t *testing.T, id scoring.MethodID) scoring.Method {
	t.Helper()
	m, ok := scoring.ByID(id)
	if !ok {
		t.Fatalf("no method %s", id)
	}
	return m
}

func TestVerifyReportsWhatDoesNotFit(t *testing.T) {
	set, _ := read("code,goal,lower,optimum,year\nfits,1,0,10,2020\nmoved,2,0,20,2020\n",
		"entity,fits,moved,n_fits,n_moved,score_goal1,score_goal2,index,rank\n"+
			"a,5,10,50.0001,50,50,50,50,1\n"+
			"b,1,10,10,62.5,10,62.5,36.25,2\n"+
			"c,,10,99,50,,50,,\n")
	v, err := resultset.Verify(set, method(t, scoring.USCities))
	if err != nil {
		t.Fatal(err)
	}
	if v.Scores.Compared != 6 || v.Scores.Off != 2 || v.Goals.Compared != 5 || v.Indices.Compared != 2 {
		t.Errorf("%+v", v)
	}
	want := `codebook.csv:2: fits: 1 of 3 published scores do not follow from lower and optimum, the worst by 0.0001
codebook.csv:3: moved: 1 of 3 published scores do not follow from lower and optimum, the worst by 12.5
results.csv: 1 of 5 published goal scores do not come out again, the worst by 12.5
results.csv: 1 of 2 published index values do not come out again, the worst by 6.25
results.csv: 1 of 2 published ranks do not come out again, the worst by 1`
	if diff := cmp.Diff(want, text(v.Warnings(set, "codebook.csv", "results.csv"))); diff != "" {
		t.Error(diff)
	}
}

func open(t *testing.T, name string) csvtable.Source {
	t.Helper()
	dir := os.Getenv("LOFTET_TESTDATA")
	if dir == "" && os.Getenv("CI") == "true" {
		t.Fatal("LOFTET_TESTDATA is not set")
	}
	if dir == "" {
		t.Skip("LOFTET_TESTDATA is not set: the published data set is not read")
	}
	file, err := os.Open(filepath.Join(dir, "us-cities-2019", name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return csvtable.Source{Name: name, Reader: file}
}

func TestUSCities(t *testing.T) {
	set, report := resultset.Read(open(t, "codebook.csv"), open(t, "results.csv"))
	if !report.OK() {
		t.Fatal(text(report.Faults))
	}
	if len(set.Indicators) != 57 || len(set.Entities) != 105 || len(set.Values) != 57*105 || len(set.Scales()) != 57 {
		t.Errorf("%d indicators, %d entities, %d values", len(set.Indicators), len(set.Entities), len(set.Values))
	}
	if n := strings.Count(text(report.Warnings), "no colour"); n != 4 || len(report.Warnings) != 5 {
		t.Errorf("four indicators have unsound thresholds and one column is unused, but:\n%s", text(report.Warnings))
	}
	if len(report.Notes) != 6 || !strings.Contains(text(report.Notes), "sdg3v8_leRWJ is the column sdg3v8_lifeExpectancy") {
		t.Errorf("six codes differ between the files, but:\n%s", text(report.Notes))
	}
	for _, id := range []scoring.MethodID{scoring.SDSN, scoring.USCities} {
		v, err := resultset.Verify(set, method(t, id))
		if err != nil {
			t.Fatal(err)
		}
		for part, want := range map[string]struct {
			n int
			a resultset.Agreement
		}{"scores": {5815, v.Scores}, "goals": {1574, v.Goals}, "index": {105, v.Indices}, "ranks": {105, v.Ranks}} {
			if want.a.Compared != want.n || want.a.Off > 0 {
				t.Errorf("%s %s: %+v, want %d and none off", id, part, want.a, want.n)
			}
		}
		if doubts := v.Warnings(set, "c", "r"); len(doubts) > 0 {
			t.Errorf("%s: %s", id, text(doubts))
		}
	}
}
