package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportStatbankCommand(t *testing.T) {
	answers := map[string]string{
		"/config": `{"maxDataCells":100,"maxCallsPerTimeWindow":30,"timeWindow":1}`,
		"/tables/09475/metadata": `{"class":"dataset","label":"Turnout","id":["Region","ContentsCode","Tid"],"dimension":{
			"Region":{"category":{"index":["3320","3324"]}},"ContentsCode":{"category":{"index":["DeltaProsent"]}},"Tid":{"category":{"index":["2019","2023"]}}}}`,
		"/tables/09475/data": `{"class":"dataset","id":["Region","Tid","ContentsCode"],"dimension":{
			"Region":{"category":{"index":["3320","3324"]}},"ContentsCode":{"category":{"index":["DeltaProsent"]}},"Tid":{"category":{"index":["2023"]}}},
			"value":[71.2,null],"status":{"1":":"}}`,
	}
	bank := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, there := answers[r.URL.Path]
		if !there {
			http.Error(w, `{"title":"Non-existent table"}`, http.StatusNotFound)
			return
		}
		_, _ = fmt.Fprint(w, answer)
	}))
	defer bank.Close()
	data, folder := t.TempDir(), t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	series := `banks: {ssb: {kind: pxweb2, address: "` + bank.URL + `", owner: SSB, country: "NO"}}
series:
- {code: 16.7-turnout, bank: ssb, table: "%s", region: {variable: Region}, time: {variable: Tid}, take: {ContentsCode: [DeltaProsent]}}
`
	mapping, gone := file("mapping.yaml", fmt.Sprintf(series, "09475")), file("gone.yaml", fmt.Sprintf(series, "09999"))
	for _, step := range []struct {
		name           string
		args           []string
		code           int
		stdout, stderr string
	}{
		{name: "nobody there", args: []string{"--mapping", mapping}, code: exitFailed, stderr: "import regions first"},
		{name: "regions", args: nil},
		{name: "check", args: []string{"--mapping", mapping, "--from", "2020", "--to", "2023", "--check"}, stdout: "2 figures fetched; not written"},
		{name: "first", args: []string{"--mapping", mapping, "--from", "2020", "--to", "2023"}, stdout: "2 new, 0 changed"},
		{name: "again", args: []string{"--mapping", mapping, "--from", "2020", "--to", "2023"}, stdout: "0 new, 0 changed, 0 with another source, 2 as before"},
		{name: "a table that is gone", args: []string{"--mapping", gone}, code: exitFailed, stderr: "16.7-turnout: table 09999: the bank answers 404: Non-existent table"},
		{name: "an indicator that is not mapped", args: []string{"2.4-food"}, code: exitFailed, stderr: "no way to 2.4-food"},
		{name: "no years", args: []string{"--from", "2024", "--to", "2020"}, code: exitFailed, stderr: "2024 to 2020"},
	} {
		args := append([]string{"import", "statbank"}, step.args...)
		if step.name == "regions" {
			args = []string{"import", "regions", file("regions.csv", "number,name\n3320,Flå\n3324,Gol\n"), "--region", "Hallingdal"}
		}
		code, stdout, stderr := command(t, data, "", args...)
		if code != step.code || !strings.Contains(stdout, step.stdout) || !strings.Contains(stderr, step.stderr) {
			t.Errorf("%s: exit %d\n%s%s", step.name, code, stdout, stderr)
		}
	}
}
