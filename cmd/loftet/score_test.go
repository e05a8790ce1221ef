package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outcome is what a call of the program leaves behind.
type outcome struct {
	code           int
	stdout, stderr string
}

func call(args ...string) outcome {
	var stdout, stderr strings.Builder
	code := run(context.Background(), args, nil, strings.NewReader(""), &stdout, &stderr)
	return outcome{code, stdout.String(), stderr.String()}
}

// folder writes files and gives their folder; all paths of a test start there.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// score calls the command on the files of a folder; more flags may follow.
func score(dir string, more ...string) outcome {
	return call(append([]string{"score", "--specs", filepath.Join(dir, "specs.csv"),
		"--values", filepath.Join(dir, "values.csv"), "--out", filepath.Join(dir, "out")}, more...)...)
}

var small = map[string]string{
	"specs.csv":   "code,goal,lower,optimum,green,red\nx,1,0,10,8,4\n",
	"values.csv":  "entity,code,year,value\na,x,2020,5\nb,x,2020,\n",
	"regions.csv": "entity,region\na,n\nb,n\n",
}

func TestScoreWritesAndWarns(t *testing.T) {
	dir := folder(t, small)
	got := score(dir, "--method", "us-cities")
	if got.code != exitOK {
		t.Fatalf("%+v", got)
	}
	if want := "warning: " + filepath.Join(dir, "values.csv") + ":3: b has no value at all\n"; got.stderr != want {
		t.Errorf("stderr %q", got.stderr)
	}
	if !strings.Contains(got.stdout, "scores.csv, goals.csv, index.csv in ") {
		t.Errorf("stdout %q", got.stdout)
	}
	index, err := os.ReadFile(filepath.Join(dir, "out", "index.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("entity,year,index,rank,goals,filled,imputed,withheld,method,version\na,2020,50,1,1,0,,,us-cities,2019.1\nb,2020,,,0,0,,nothing_scored,us-cities,2019.1\n", string(index)); diff != "" {
		t.Error(diff)
	}
}

func TestFaultyInputWritesNothing(t *testing.T) {
	dir := folder(t, map[string]string{
		"specs.csv":  "code,goal,lower,optimum,green,red\nx,1,0,0,,\ny,0,0,1,,\n",
		"values.csv": "entity,code,year,value\na,z,2020,5\n",
	})
	got := score(dir, "--method", "sdsn")
	want := []string{
		"specs.csv:2: x: optimum: lower and optimum are equal, so no score can be computed",
		`specs.csv:3: y: goal: "0" is not the number of a goal, 1 to 17`,
		`values.csv:2: the code "z" is not in ` + filepath.Join(dir, "specs.csv"),
	}
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(got.stderr, dir+"/v", "v")), "\n")
	lines[0], lines[1] = strings.TrimPrefix(lines[0], dir+"/"), strings.TrimPrefix(lines[1], dir+"/")
	if got.code != exitFailed || got.stdout != "" || !slices.Equal(lines, want) {
		t.Errorf("%d %q\n%s", got.code, got.stdout, cmp.Diff(want, lines))
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); !os.IsNotExist(err) {
		t.Error("the output folder was made")
	}
}

func TestScoreExitCodes(t *testing.T) {
	dir := folder(t, small)
	regions := filepath.Join(dir, "regions.csv")
	for name, row := range map[string]struct {
		flags []string
		code  int
		say   string
	}{
		"one year":              {[]string{"--method", "sdsn", "--year", "2020"}, exitOK, ""},
		"each year":             {[]string{"--method", "u4ssc", "--year", "each"}, exitOK, ""},
		"filled":                {[]string{"--method", "sdsn", "--fill", "regional", "--regions", regions}, exitOK, ""},
		"regions unused":        {[]string{"--method", "sdsn", "--regions", regions}, exitOK, "is not read without --fill regional"},
		"year without values":   {[]string{"--method", "sdsn", "--year", "2019"}, exitFailed, "2019: there is no value of that year; the years are 2020"},
		"no such file":          {[]string{"--method", "sdsn", "--fill", "regional", "--regions", regions + "x"}, exitFailed, "no such file"},
		"no method":             {nil, exitUsage, "--method"},
		"unknown method":        {[]string{"--method", "best"}, exitUsage, "--method"},
		"unknown flag":          {[]string{"--method", "sdsn", "--colour"}, exitUsage, "--colour"},
		"bad year":              {[]string{"--method", "sdsn", "--year", "20"}, exitUsage, "--year"},
		"bad fill":              {[]string{"--method", "sdsn", "--fill", "all"}, exitUsage, "--fill"},
		"fill without regions":  {[]string{"--method", "sdsn", "--fill", "regional"}, exitUsage, "--regions"},
		"method without a fill": {[]string{"--method", "u4ssc", "--fill", "regional", "--regions", regions}, exitUsage, "u4ssc"},
		"help":                  {[]string{"--help"}, exitOK, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := score(dir, row.flags...)
			if got.code != row.code || !strings.Contains(got.stderr, row.say) {
				t.Errorf("%+v", got)
			}
			if (got.code == exitOK) != (got.stdout != "") {
				t.Errorf("stdout %q", got.stdout)
			}
		})
	}
}

func TestAllUnreadableFilesAreNamed(t *testing.T) {
	got := score(t.TempDir(), "--method", "sdsn")
	if got.code != exitFailed || !strings.Contains(got.stderr, "specs.csv") || !strings.Contains(got.stderr, "values.csv") {
		t.Errorf("%+v", got)
	}
}

func TestWhatAnEarlierRunWroteDoesNotStayAsIfItWereNew(t *testing.T) {
	dir := folder(t, map[string]string{"specs.csv": small["specs.csv"], "values.csv": "entity,code,year,value\na,x,2019,4\na,x,2020,5\n", "check.csv": "entity,code,score\na,x,50\n"})
	if got := score(dir, "--method", "sdsn", "--check", filepath.Join(dir, "check.csv")); got.code != exitOK {
		t.Fatalf("%+v", got)
	}
	own := filepath.Join(dir, "out", "progress.csv") // of the same name, by somebody else
	if err := os.WriteFile(own, []byte("mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := score(dir, "--method", "rank")
	if want := "removed from an earlier run: check.csv, goal_trend.csv, goals.csv, index.csv, trend.csv\n"; got.code != exitOK || !strings.HasSuffix(got.stdout, want) {
		t.Errorf("%+v", got)
	}
	left, err := filepath.Glob(filepath.Join(dir, "out", "*"))
	if err != nil || len(left) != 2 || left[0] != own {
		t.Errorf("%v %v", left, err)
	}
}
