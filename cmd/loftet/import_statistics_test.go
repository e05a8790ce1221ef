package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportStatisticsCommand(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	regions := file("regions.csv", "number,name\n3320,Flå\n3324,Gol\n")
	if code, _, stderr := command(t, data, "", "import", "regions", regions, "--region", "Hallingdal"); code != exitOK {
		t.Fatal(stderr)
	}
	turnout := file("turnout.csv", "entity,code,year,value\n3320,16.7-turnout,2023,71.2\n3324,16.7-turnout,2023,59.1\nNO,16.7-turnout,2023,62.4\n3320,other,2023,1\n")
	for _, step := range []struct {
		name           string
		args           []string
		code           int
		stdout, stderr []string
	}{
		{name: "first", args: []string{turnout, "--source", "SSB 09475"}, stdout: []string{"2 new, 0 changed"},
			stderr: []string{`rows of "NO" left out`, `rows with code "other" left out`}},
		{name: "again", args: []string{turnout, "--source", "SSB 09475"}, stdout: []string{"0 new, 0 changed, 0 with another source, 2 as before"}},
		{name: "without a source", args: []string{turnout}, stdout: []string{"2 with another source"}, stderr: []string{"rows: 4"}},
		{name: "two files", args: []string{file("a.csv", "entity,code,year,value\n3320,pop,2024,1115\n"), file("b.csv", "entity,code,year,value\n3324,16.7-turnout,2023,60\n"), "--source", "SSB"},
			stdout: []string{"0 new, 1 changed", "residents: 1 new or changed"}},
		{name: "faults", args: []string{file("bad.csv", "entity,code,year,value\n9999,16.7-turnout,2023,1\n3320,16.7-turnout,23,1\n3320,16.7-turnout,2022,x\n3324,16.7-turnout,2022,104\n"), "--source", "SSB"}, code: exitFailed,
			stderr: []string{`bad.csv:5: 104 is too large: 16.7-turnout is at most 100`, `bad.csv:2: "9999" is not the number of a municipality`, `bad.csv:3: "23" is not a year`, `bad.csv:4: "x" is not a number`}},
		{name: "no such file", args: []string{filepath.Join(folder, "none.csv")}, code: exitFailed, stderr: []string{"none.csv"}},
		{name: "no file", code: exitUsage},
	} {
		code, stdout, stderr := command(t, data, "", append([]string{"import", "statistics"}, step.args...)...)
		if code != step.code {
			t.Errorf("%s: exit %d\n%s%s", step.name, code, stdout, stderr)
		}
		for _, want := range step.stdout {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s: stdout lacks %q:\n%s", step.name, want, stdout)
			}
		}
		for _, want := range step.stderr {
			if !strings.Contains(stderr, want) {
				t.Errorf("%s: stderr lacks %q:\n%s", step.name, want, stderr)
			}
		}
		if step.code == exitFailed && stdout != "" {
			t.Errorf("%s: says %q although nothing is written", step.name, stdout)
		}
	}
}

// What to look at stands last, after the counts.
func TestImportStatisticsListsDoubtsAtTheEnd(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	regions, turnout := filepath.Join(folder, "regions.csv"), filepath.Join(folder, "turnout.csv")
	for path, text := range map[string]string{
		regions: "number,name\n3320,Flå\n",
		turnout: "entity,code,year,value\n3320,16.7-turnout,2019,71.2\n3320,16.7-turnout,2023,7.12\n",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if code, _, stderr := command(t, data, "", "import", "regions", regions, "--region", "Hallingdal"); code != exitOK {
		t.Fatal(stderr)
	}
	var both bytes.Buffer
	code := run(t.Context(), []string{"import", "statistics", turnout, "--source", "SSB 09475"}, []string{"LOFTET_DATA=" + data}, strings.NewReader(""), &both, &both)
	lines := strings.Split(strings.TrimSpace(both.String()), "\n")
	if code != exitOK || len(lines) != 2 || !strings.Contains(lines[0], "2 new") ||
		!strings.HasPrefix(lines[1], "warning: "+turnout+":3: ") || !strings.Contains(lines[1], "7.12 in 2023") {
		t.Errorf("exit %d\n%s", code, both.String())
	}
}
