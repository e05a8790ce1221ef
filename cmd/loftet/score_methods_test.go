package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var overTime = map[string]string{
	"specs.csv":     "code,goal,lower,optimum,green,red,target\nx,1,0,10,8,4,9\n",
	"values.csv":    "entity;code;year;value\na;x;2015;5\na;x;2020;6\nb;x;2015;4\nb;x;2020;4\n",
	"groups.csv":    "entity,group\na,n\nb,n\n",
	"published.csv": "entity,code,score\na,x,60\nb,x,40\n",
	"wrong.csv":     "entity,code,score\na,x,60\nb,x,41.5\n",
}

func TestScoreKnowsAllMethods(t *testing.T) {
	for name, row := range map[string]struct {
		flags      []string
		file, want string
	}{
		"trend":    {[]string{"--method", "sdsn"}, "trend.csv", "a,x,1,2015,2020,50,60,80,up,on_track,sdsn,2021.1\n"},
		"goals":    {[]string{"--method", "sdsn"}, "goal_trend.csv", "b,1,1,right,stagnating,1,1,sdsn,2021.1\n"},
		"rank":     {[]string{"--method", "rank", "--groups", "groups.csv"}, "scores.csv", "a,2020,x,6,1,2,n,grey,,rank,1\n"},
		"progress": {[]string{"--method", "progress"}, "progress.csv", ",progress,progress,1\n"},
		"check":    {[]string{"--method", "sdsn", "--check", "published.csv"}, "check.csv", "a,2020,x,2,60,60,0,0.5,agrees,\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, overTime)
			for i, flag := range row.flags {
				if strings.HasSuffix(flag, ".csv") {
					row.flags[i] = filepath.Join(dir, flag)
				}
			}
			if got := score(dir, row.flags...); got.code != exitOK || !strings.Contains(got.stdout, row.file) {
				t.Fatalf("%+v", got)
			}
			written, err := os.ReadFile(filepath.Join(dir, "out", row.file))
			if err != nil || !strings.Contains(string(written), row.want) {
				t.Errorf("%v\n%s", err, written)
			}
		})
	}
}

func TestCheckFailsWhereScoresDoNotFit(t *testing.T) {
	dir := folder(t, overTime)
	got := score(dir, "--method", "sdsn", "--check", filepath.Join(dir, "wrong.csv"))
	if got.code != exitFailed || !strings.Contains(got.stderr, "wrong.csv:3: b, x, 2020: the score 41.5 is published, the stated bounds give 40 for the value 4") {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(got.stdout, "2 published scores: 1 agree, 1 differ, 0 have no value to check") {
		t.Errorf("stdout %q", got.stdout)
	}
	if _, err := os.Stat(filepath.Join(dir, "out", "scores.csv")); err != nil {
		t.Error(err)
	}
}

func TestFlagsThatDoNotGoTogether(t *testing.T) {
	dir := folder(t, overTime)
	for _, flags := range [][]string{
		{"--method", "rank", "--check", "x"}, {"--method", "u4ssc", "--check", "x"}, {"--method", "u4ssc", "--round", "3"},
		{"--method", "sdsn", "--round", "-1"}, {"--method", "sdsn", "--fill-indicators", "4"}, {"--method", "sdsn", "--tolerance", "-1"},
		{"--method", "sdsn", "--fill-indicators", "18", "--regions", "r"}, {"--method", "sdsn", "--from", "2020", "--to", "2020"},
		{"--method", "progress", "--base-year", "2030"},
	} {
		if got := score(dir, flags...); got.code != exitUsage {
			t.Errorf("%v: %+v", flags, got)
		}
	}
}

// The published scores of the 2019 US Cities Index fit its stated bounds: row by
// row, and in the table as it was published, where six indicators go by other names
// than in the codebook and are told as not checked; the table holds goal scores, the
// index and ranks as well.
func TestCheckHoldsForTheUSCities(t *testing.T) {
	set := usCities(t)
	dir := analystFiles(t, set)
	var rows strings.Builder
	rows.WriteString("entity,code,score\n")
	for entity, list := range set.Published.Scores {
		for code, score := range list {
			fmt.Fprintf(&rows, "%s,%s,%v\n", entity, code, score)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "long.csv"), []byte(rows.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		filepath.Join(dir, "long.csv"): "5815 published scores: 5815 agree, 0 differ, 0 have no value to check",
		filepath.Join(os.Getenv("LOFTET_TESTDATA"), "us-cities-2019", "results.csv"): "6969 published scores: 6969 agree, 0 differ, 0 have no value to check",
	} {
		got := score(dir, "--method", "us-cities", "--check", file)
		if got.code != exitOK || !strings.Contains(got.stdout, want) {
			t.Errorf("%d %s", got.code, got.stdout)
		}
		if unknown := strings.Count(got.stderr, "scores can't be checked"); unknown != 0 && unknown != 6 {
			t.Errorf("%d unknown", unknown)
		}
	}
}
