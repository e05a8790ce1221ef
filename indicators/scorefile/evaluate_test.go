package scorefile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators/scorefile"
	"loftet/indicators/scoring"
)

func evaluate(t *testing.T, data scorefile.Data, years scorefile.Years, fill scoring.Fill) []scorefile.Scored {
	t.Helper()
	m, ok := scoring.ByID(scoring.SDSN)
	if !ok {
		t.Fatal("no method")
	}
	scored, err := data.Evaluate(m, years, scoring.Options{Fill: fill})
	if err != nil {
		t.Fatal(err)
	}
	return scored
}

// checkRange holds that nothing but scores from 0 to 100 comes out.
func checkRange(t *testing.T, data scorefile.Data, years scorefile.Years) {
	t.Helper()
	for _, year := range evaluate(t, data, years, scoring.FillRegion) {
		for _, u := range year.Units {
			for _, r := range u.Indicators {
				if !(r.Score >= 0 && r.Score <= 100) {
					t.Fatalf("score %v", r.Score)
				}
			}
			if !(u.Index.Score >= 0 && u.Index.Score <= 100) {
				t.Fatalf("index %v", u.Index.Score)
			}
		}
	}
}

// written evaluates and writes, and gives the text of the three files.
func written(t *testing.T, data scorefile.Data, years scorefile.Years, fill scoring.Fill) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new", "folder")
	if err := scorefile.Write(dir, scorefile.ScoreTables(evaluate(t, data, years, fill))); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(content)
	}
	return files
}

func sound(t *testing.T, specs, values, regions string) scorefile.Data {
	t.Helper()
	third := source("regions.csv", regions)
	data, found := scorefile.Read(scorefile.Files{Specs: source("specs.csv", specs), Values: source("values.csv", values), Regions: &third})
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	return data
}

// b has a value of goal 2 in 2019 alone, a blank of goal 1 in the newest year,
// and c has nothing of goal 2 in any year.
const (
	yearlyValues = `entity,code,year,value
b,up,2020,30
b,down,2019,25
b,up,2021,
a,up,2021,100
a,down,2021,0
c,up,2021,0
`
	yearlyRegions = "entity,region\na,north\nb,north\nc,north\n"
)

func TestLatestTakesEachIndicatorsLatestValue(t *testing.T) {
	got := written(t, sound(t, specs, yearlyValues, yearlyRegions), scorefile.Latest, scoring.FillNone)
	want := map[string]string{
		"scores.csv": `entity,year,code,value,score,colour,missing,imputed,method,version
a,2021,up,100,100,green,,,sdsn,2021.1
a,2021,down,0,100,,,,sdsn,2021.1
b,2021,up,30,30,red,,,sdsn,2021.1
b,2021,down,25,50,,,,sdsn,2021.1
c,2021,up,0,0,red,,,sdsn,2021.1
`,
		"goals.csv": `entity,year,goal,score,colour,available,total,imputed,method,version
a,2021,1,100,green,1,1,,sdsn,2021.1
a,2021,2,100,,1,1,,sdsn,2021.1
b,2021,1,30,red,1,1,,sdsn,2021.1
b,2021,2,50,,1,1,,sdsn,2021.1
c,2021,1,0,red,1,1,,sdsn,2021.1
c,2021,2,,grey,0,1,,sdsn,2021.1
`,
		"index.csv": `entity,year,index,rank,goals,filled,imputed,withheld,method,version
a,2021,100,1,2,0,,,sdsn,2021.1
b,2021,40,2,2,0,,,sdsn,2021.1
c,2021,,,1,0,,too_much_missing,sdsn,2021.1
`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEachYearStandsByItself(t *testing.T) {
	got := written(t, sound(t, specs, yearlyValues, yearlyRegions), scorefile.Each, scoring.FillNone)
	wantScores := `entity,year,code,value,score,colour,missing,imputed,method,version
a,2021,up,100,100,green,,,sdsn,2021.1
a,2021,down,0,100,,,,sdsn,2021.1
b,2019,down,25,50,,,,sdsn,2021.1
b,2020,up,30,30,red,,,sdsn,2021.1
b,2021,up,,,grey,no_data,,sdsn,2021.1
c,2021,up,0,0,red,,,sdsn,2021.1
`
	wantIndex := `entity,year,index,rank,goals,filled,imputed,withheld,method,version
a,2021,100,1,2,0,,,sdsn,2021.1
b,2019,,,1,0,,too_much_missing,sdsn,2021.1
b,2020,,,1,0,,too_much_missing,sdsn,2021.1
b,2021,,,0,0,,nothing_scored,sdsn,2021.1
c,2021,,,1,0,,too_much_missing,sdsn,2021.1
`
	if diff := cmp.Diff(wantScores, got["scores.csv"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantIndex, got["index.csv"]); diff != "" {
		t.Error(diff)
	}
}

func TestOneYear(t *testing.T) {
	data := sound(t, specs, yearlyValues, yearlyRegions)
	got := written(t, data, "2020", scoring.FillNone)
	if want := "entity,year,code,value,score,colour,missing,imputed,method,version\nb,2020,up,30,30,red,,,sdsn,2021.1\n"; got["scores.csv"] != want {
		t.Errorf("got %s", got["scores.csv"])
	}
	_, err := data.Snapshots("2018")
	if !errors.Is(err, scorefile.ErrNoValues) || !strings.Contains(err.Error(), "the years are 2019, 2020, 2021") {
		t.Errorf("got %v", err)
	}
	if _, err := data.Snapshots("soon"); err == nil {
		t.Error("a word was taken for a year")
	}
}

func TestFillTouchesTheIndexAlone(t *testing.T) {
	five := "code,goal,lower,optimum,green,red\n"
	values := "entity,code,year,value\n"
	for i, code := range []string{"v", "w", "x", "y", "z"} {
		five += code + "," + string(rune('1'+i)) + ",0,100,,\n"
		values += "a," + code + ",2020,80\nb," + code + ",2020,40\nd," + code + ",2020,10\n"
		if code != "z" {
			values += "c," + code + ",2020,20\n"
		}
	}
	data := sound(t, five, values, "entity,region\na,n\nb,n\nc,n\nd,s\n")
	got := written(t, data, scorefile.Latest, scoring.FillRegion)
	want := `entity,year,index,rank,goals,filled,imputed,withheld,method,version
a,2020,80,1,5,0,,,sdsn,2021.1
b,2020,40,2,5,0,,,sdsn,2021.1
c,2020,28,3,5,1,yes,,sdsn,2021.1
d,2020,10,4,5,0,,,sdsn,2021.1
`
	if diff := cmp.Diff(want, got["index.csv"]); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(got["goals.csv"], "\nc,2020,5,,grey,0,1,yes,sdsn,2021.1\n") {
		t.Errorf("a filled goal is shown as the entity's own:\n%s", got["goals.csv"])
	}
}

func TestWriteLeavesEarlierFilesWhenItFails(t *testing.T) {
	data := sound(t, specs, yearlyValues, yearlyRegions)
	scored := scorefile.ScoreTables(evaluate(t, data, scorefile.Latest, scoring.FillNone))
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := scorefile.Write(file, scored); err == nil {
		t.Error("a file was taken for a folder")
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "scores.csv", "in the way"), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := scorefile.Write(dir, scored); err == nil {
		t.Error("a folder was overwritten")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("temporary files are left: %v", entries)
	}
}

func TestYearsValid(t *testing.T) {
	for years, want := range map[scorefile.Years]bool{"latest": true, "each": true, "2020": true, "": false, "all": false, "20": false} {
		if years.Valid() != want {
			t.Errorf("%q: %v", years, !want)
		}
	}
}
