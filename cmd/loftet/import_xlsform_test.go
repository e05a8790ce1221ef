package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportXLSForm(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "levels.csv")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("survey\n,type,name,label::nb\n,start,start,\n,integer,n,Hvor mange?\n")
	code, stdout, stderr := command(t, data, "", "import", "xlsform", file, "--check")
	want := `{"form_id":"levels","version":"","languages":["nb"],"questions":1,"groups":0,"repeats":0,"relevant":0,` +
		`"constraint":0,"calculate":0,"required":0,"select_one":0,"select_multiple":0,"choices":0}` + "\n"
	if code != exitOK || stdout != want {
		t.Errorf("exit %d\n%s", code, stdout)
	}
	var warning struct {
		Level, Sheet, Message string
		Row                   int
	}
	if err := json.Unmarshal([]byte(stderr), &warning); err != nil || warning.Level != "warning" || warning.Row != 2 {
		t.Errorf("%v: %s", err, stderr)
	}

	write("survey\n,type,name,label\n,geopoint,place,Where?\n,integer,n,${who} has how many?\n")
	code, stdout, stderr = command(t, data, "", "import", "xlsform", file, "--check")
	if code != exitFailed || stdout != "" {
		t.Errorf("exit %d\n%s", code, stdout)
	}
	var codes []string
	for line := range strings.Lines(stderr) {
		var fault struct {
			Sheet, Column, Code, Message string
			Row                          int
		}
		if err := json.Unmarshal([]byte(line), &fault); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		codes = append(codes, fault.Code)
	}
	if strings.Join(codes, " ") != "not_supported unknown_reference" {
		t.Error(stderr)
	}
}
