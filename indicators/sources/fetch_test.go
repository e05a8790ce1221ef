package sources_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators"
	"loftet/indicators/sources"
)

// cells are the figures of the bank in these tests, by table and codes in the order
// of its variables; a text stands for the sign in place of a figure.
var cells = map[string]map[string]any{
	"12150": {
		"3310 AG40 221 2024": 600, "3310 AG40 222 2024": ".", "3310 AG99 221 2024": 800, "3310 AG99 222 2024": ".",
		"3314 AG40 221 2024": 0, "3314 AG40 222 2024": 0, "3314 AG99 221 2024": 10, "3314 AG99 222 2024": 30,
		"3316 AG40 221 2024": 5, "3316 AG40 222 2024": ":", "3316 AG99 221 2024": 50, "3316 AG99 222 2024": 50,
	},
	"12451": {
		"3310 0 2023K1": 4, "3310 0 2023K2": 5, "3310 0 2023K3": 6, "3310 0 2023K4": 5,
		"3310 0 2024K1": 9, "3310 0 2024K2": 9, "3310 0 2024K3": 9,
	},
	"12944": {"3310 999A 2021-2023": 7.5, "3310 999A 2022-2024": nil},
}

// variables are those of each table with their codes, time last.
var variables = map[string][]variable{
	"12150": {{"KOKkommuneregion0000", []string{"EAK", "3310", "3314", "3316"}, false}, {"KOKartbruk0000", []string{"AG40", "AG99", "A181"}, false},
		{"KOKfunksjon0000", []string{"221", "222"}, false}, {"Tid", []string{"2024"}, false}},
	"12451": {{"Region", []string{"0", "3310"}, false}, {"Kjonn", []string{"0", "1", "2"}, true},
		{"Tid", []string{"2023K1", "2023K2", "2023K3", "2023K4", "2024K1", "2024K2", "2024K3"}, false}},
	"12944": {{"Region", []string{"3310"}, false}, {"Alder", []string{"00-17", "999A"}, false}, {"Tid", []string{"2021-2023", "2022-2024"}, false}},
}

type variable struct {
	id         string
	codes      []string
	eliminable bool
}

// bank answers for the tables above as PxWebApi 2 does.
func bank(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /config", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"defaultLanguage":"no","maxDataCells":800000,"maxCallsPerTimeWindow":30,"timeWindow":1}`))
	})
	mux.HandleFunc("GET /tables/{id}/metadata", func(w http.ResponseWriter, r *http.Request) {
		all, there := variables[r.PathValue("id")]
		if !there {
			http.Error(w, `{"title":"Non-existent table"}`, http.StatusNotFound)
			return
		}
		dimensions, ids := map[string]any{}, []string{}
		for _, v := range all {
			ids = append(ids, v.id)
			dimensions[v.id] = map[string]any{"category": map[string]any{"index": v.codes}, "extension": map[string]any{"elimination": v.eliminable}}
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"class": "dataset", "label": "Table " + r.PathValue("id"), "updated": "2026-06-15T06:00:00Z",
			"id": ids, "dimension": dimensions})
	})
	mux.HandleFunc("POST /tables/{id}/data", func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Selection []struct {
				VariableCode string
				ValueCodes   []string
			}
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			t.Error(err)
		}
		taken := map[string][]string{}
		for _, s := range in.Selection {
			taken[s.VariableCode] = s.ValueCodes
		}
		keys, ids, dimensions := []string{""}, []string{}, map[string]any{}
		for _, v := range variables[r.PathValue("id")] {
			codes := taken[v.id]
			if codes == nil {
				t.Errorf("%s was not asked for", v.id)
			}
			var longer []string
			for _, key := range keys {
				for _, code := range codes {
					longer = append(longer, strings.TrimSpace(key+" "+code))
				}
			}
			keys, ids = longer, append(ids, v.id)
			dimensions[v.id] = map[string]any{"category": map[string]any{"index": codes}}
		}
		values, status := make([]any, len(keys)), map[string]string{}
		for i, key := range keys {
			switch v := cells[r.PathValue("id")][key].(type) {
			case string:
				status[fmt.Sprint(i)] = v
			default:
				values[i] = v
			}
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"class": "dataset", "updated": "2026-06-15T06:00:00Z", "id": ids,
			"dimension": dimensions, "value": values, "status": status})
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func mapping(t *testing.T, text string) sources.Mapping {
	t.Helper()
	m, err := sources.Parse(strings.NewReader(fmt.Sprintf(text, bank(t))))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const tables = `
banks: {ssb: {kind: pxweb2, address: "%s", owner: Bureau, country: "NO"}}
series:
- code: share
  bank: ssb
  table: "12150"
  region: {variable: KOKkommuneregion0000}
  time: {variable: Tid}
  take: {KOKartbruk0000: [AG40], KOKfunksjon0000: ["221", "222"]}
  per: {KOKartbruk0000: [AG99]}
  scale: 100
- code: sick
  bank: ssb
  table: "12451"
  region: {variable: Region}
  time: {variable: Tid, form: quarter}
  take: {Kjonn: ["0"]}
- code: income
  bank: ssb
  table: "12944"
  title: table 12944
  region: {variable: Region}
  time: {variable: Tid, form: period}
  take: {Alder: [999A]}
`

// figure is a row as these tests look at it.
type figure struct {
	Code, Entity string
	Year         int
	State        string
	Value        float64
}

func figures(rows []indicators.StatisticRow) (all []figure) {
	for _, r := range rows {
		f := figure{r.Code, r.Entity, r.Year, r.State, 0}
		if r.Value != nil {
			f.Value = *r.Value
		}
		all = append(all, f)
	}
	return all
}

func TestFetch(t *testing.T) {
	rows, found := sources.Fetch(context.Background(), mapping(t, tables), sources.Years{From: 2020, To: 2025}, []string{"3310", "3314", "3316", "9999"})
	if !found.OK() || len(found.Warnings) > 0 {
		t.Fatal(found)
	}
	want := []figure{
		{"share", "3310", 2024, "value", 75}, // a function that it has not adds nothing
		{"share", "3314", 2024, "value", 0},  // zero is a value
		{"share", "3316", 2024, "suppressed", 0},
		{"sick", "3310", 2023, "value", 5},     // 2024 has had three quarters and is left out
		{"income", "3310", 2023, "value", 7.5}, // the last year of the period
		{"income", "3310", 2024, "no_data", 0},
	}
	if diff := cmp.Diff(want, figures(rows)); diff != "" {
		t.Error(diff)
	}
	if rows[0].Source != "Bureau, tabell 12150 (2026-06-15)" {
		t.Errorf("the source is %q", rows[0].Source)
	}
}

func TestATableThatIsNotWhatTheMappingSaysIsTold(t *testing.T) {
	for reason, change := range map[string][2]string{
		`no code "AG41"`:              {"[AG40]", "[AG41]"},
		"no variable Alder":           {`{Kjonn: ["0"]}`, `{Kjonn: ["0"], Alder: ["1"]}`},
		"no time of the form year":    {"form: quarter", "form: year"},
		"may have got another number": {"title: table 12944", "title: households"},
		"Non-existent table":          {`table: "12451"`, `table: "12452"`},
		"that the mapping does not":   {"take: {Alder: [999A]}", "take: {}"},
		"no variable KOKregion":       {"variable: KOKkommuneregion0000", "variable: KOKregion"},
	} {
		m := mapping(t, strings.Replace(tables, change[0], change[1], 1))
		rows, found := sources.Fetch(context.Background(), m, sources.Years{From: 2020, To: 2025}, []string{"3310"})
		if len(found.Faults) != 1 || !strings.Contains(found.Faults[0].String(), reason) {
			t.Errorf("%q: %v", reason, found.Faults)
		}
		if len(rows) == 0 {
			t.Errorf("%q: the other tables should be taken", reason)
		}
	}
}

func TestAFileWithColumnsOfItsOwn(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/open/libraries.csv" {
			http.NotFound(w, r)
			return
		}
		_, _ = fmt.Fprint(w, "kommunenr;aar;besok\n3310;2024;0\n3314;2024;:\n0301;2024;9\n3310;2010;4\n")
	}))
	defer server.Close()
	m, err := sources.Parse(strings.NewReader(`
banks: {files: {kind: csv, address: "` + server.URL + `/open", owner: The library, country: "NO"}}
series: [{code: visits, bank: files, table: libraries.csv, scale: 2, columns: {entity: kommunenr, year: aar, value: besok}}]`))
	if err != nil {
		t.Fatal(err)
	}
	rows, found := sources.Fetch(context.Background(), m, sources.Years{From: 2020, To: 2025}, []string{"3310", "3314"})
	if !found.OK() {
		t.Fatal(found.Faults)
	}
	want := []figure{{"visits", "3310", 2024, "value", 0}, {"visits", "3314", 2024, "suppressed", 0}}
	if diff := cmp.Diff(want, figures(rows)); diff != "" {
		t.Error(diff)
	}
}
