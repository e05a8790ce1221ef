package statbank_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"loftet/internal/statbank"
)

// table is what the bank of these tests has: two dimensions and a figure per cell.
var table = map[string][]string{"Region": {"3305", "3310", "3314", "3316"}, "Tid": {"2023", "2024", "2025"}}

// bank answers as PxWebApi 2 does, gives at most four cells at a time, and asks for
// patience at the first question for figures.
func bank(t *testing.T, asked *atomic.Int32) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v2/config", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"apiVersion":"2.0.0","defaultLanguage":"no","maxDataCells":4,"maxCallsPerTimeWindow":30,"timeWindow":1}`))
	})
	mux.HandleFunc("POST /v2/tables/{id}/data", func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 1 {
			w.Header().Set("Retry-After", "0")
			http.Error(w, "too many requests", http.StatusTooManyRequests)
			return
		}
		if r.PathValue("id") != "12150" || r.URL.Query().Get("outputFormat") != "json-stat2" || r.URL.Query().Get("lang") != "no" {
			http.Error(w, `{"title":"Non-existent table","status":404}`, http.StatusNotFound)
			return
		}
		var in struct {
			Selection []statbank.Selection `json:"selection"`
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			t.Error(err)
		}
		cells := 1
		out := map[string]any{"version": "2.0", "class": "dataset"}
		ids, dimensions := []string{}, map[string]any{}
		for _, s := range in.Selection {
			cells *= len(s.Codes)
			ids = append(ids, s.Variable)
			dimensions[s.Variable] = map[string]any{"category": map[string]any{"index": s.Codes}}
		}
		if cells > 4 {
			http.Error(w, `{"title":"Too many cells"}`, http.StatusForbidden)
			return
		}
		values := make([]int, cells)
		for i := range values {
			values[i] = i
		}
		out["id"], out["dimension"], out["value"] = ids, dimensions, values
		_ = json.NewEncoder(w).Encode(out)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func open(t *testing.T, address string) *statbank.PxWeb {
	t.Helper()
	client, err := statbank.New(address)
	if err != nil {
		t.Fatal(err)
	}
	px, err := statbank.OpenPxWeb(context.Background(), client, "")
	if err != nil {
		t.Fatal(err)
	}
	return px
}

func TestDataIsAskedForInPartsThatTheBankGives(t *testing.T) {
	var asked atomic.Int32
	px := open(t, bank(t, &asked).URL+"/v2/")
	parts, err := px.Data(context.Background(), "12150", []statbank.Selection{
		{Variable: "Region", Codes: table["Region"]}, {Variable: "Tid", Codes: table["Tid"]},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, c := range parts {
		if c.Cells() > 4 {
			t.Errorf("a part has %d cells", c.Cells())
		}
		for cell := range c.Cells() {
			codes := c.Codes(cell)
			got[codes["Region"]+" "+codes["Tid"]] = true
		}
	}
	if len(got) != 12 {
		t.Errorf("%d of 12 cells came: %v", len(got), got)
	}
	if int(asked.Load()) != len(parts)+1 {
		t.Errorf("the bank was asked %d times for %d parts, once of them in vain", asked.Load(), len(parts))
	}
}

func TestWhatTheBankRefusesIsTold(t *testing.T) {
	var asked atomic.Int32
	px := open(t, bank(t, &asked).URL+"/v2")
	_, err := px.Data(context.Background(), "99999", []statbank.Selection{{Variable: "Tid", Codes: []string{"2025"}}})
	var refused *statbank.Refused
	if !errors.As(err, &refused) || refused.Status != http.StatusNotFound || !strings.Contains(err.Error(), "Non-existent table") {
		t.Errorf("%v", err)
	}
}

func TestTheBankDoesNotSendElsewhere(t *testing.T) {
	var reached atomic.Int32
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	defer elsewhere.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL, http.StatusFound)
	}))
	defer server.Close()
	client, err := statbank.New(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := statbank.OpenPxWeb(context.Background(), client, ""); err == nil || reached.Load() > 0 {
		t.Errorf("%v, and the other host was asked %d times", err, reached.Load())
	}
	for _, address := range []string{"", "ftp://bank.example.org", "https://user:secret@bank.example.org", "bank.example.org"} {
		if _, err := statbank.New(address); err == nil {
			t.Errorf("%q is taken for the address of a bank", address)
		}
	}
}

// TestRecordedAnswers replays what the reference service sent.
func TestRecordedAnswers(t *testing.T) {
	root := os.Getenv("LOFTET_TESTDATA")
	if root == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("LOFTET_TESTDATA is not set")
	}
	files := map[string]string{
		"/api/v2/config":                 "GetApiConfiguration.json",
		"/api/v2/tables/TAB001/metadata": "MetadataById_tab001_js2.json",
		"/api/v2/tables/TAB004/metadata": "MetadataById_tab004_js2.json",
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(root, "pxwebapi2-samples", files[r.URL.Path]))
	}))
	defer server.Close()
	px := open(t, server.URL+"/api/v2")
	meta, err := px.Metadata(context.Background(), "TAB004")
	if err != nil {
		t.Fatal(err)
	}
	if d, _ := meta.Dimension("SECTOR"); len(d.Codes) != 14 || d.Codes[1] != "0.2" || d.Eliminable {
		t.Errorf("sectors: %+v", d)
	}
	if _, err := px.Metadata(context.Background(), "TAB001"); err != nil {
		t.Error(err)
	}
}
