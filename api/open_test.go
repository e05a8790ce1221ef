package api_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/jsonstat"
	"loftet/internal/statbank"
	"loftet/models"
)

// withOpenData adds figures, and publishes the round that they are of. Lia shows
// its own, Vika does not.
func withOpenData(t *testing.T, h *harness) (round uuid.UUID) {
	t.Helper()
	round = withFigures(t, h)
	err := h.w.db.Write(t.Context(), func(tx *models.Tx) error {
		if err := tx.G.Model(&models.Round{}).Where("id = ?", round).Updates(map[string]any{"state": "published", "published_at": tx.Now, "version": 9}).Error; err != nil {
			return err
		}
		return tx.G.Model(&models.Organisation{}).Where("id = ?", h.w.lia).Updates(map[string]any{"publishes_figures": true, "version": 9}).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return round
}

// open reads a file of open data as nobody.
func (h *harness) open(path string) (*http.Response, string) {
	h.t.Helper()
	res, body := h.call(row{method: "GET", path: "/open/" + path})
	if res.StatusCode != http.StatusOK {
		h.t.Fatalf("%s: %d %s", path, res.StatusCode, short(body))
	}
	return res, body
}

func TestADataSetIsReadBack(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := withOpenData(t, h)
		_, text := h.open("datasets/" + h.w.testdal.String() + "/" + round.String() + "/data.json")
		cube, err := jsonstat.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		at := func(indicator, municipality, measure string) int {
			cell, found := cube.Cell(map[string]string{"indicator": indicator, "municipality": municipality, "year": "2026", "measure": measure})
			if !found {
				t.Fatalf("no cell of %s and %s", indicator, municipality)
			}
			return cell
		}
		for _, want := range []struct {
			indicator, municipality, measure string
			value                            float64
			status                           string
		}{
			{"16.7-turnout", "9901", "value", 72.8, ""},
			{"16.7-turnout", "9901", "score", 77.4, ""},
			{"16.7-turnout", "9901", "figure_year", 2026, ""},
			{"16.7-turnout", "9902", "value", 0, ""}, // a zero of statistics is a number
			{"9.4-ev", "9902", "value", 0, "withheld"},
			{"9.4-ev", "9902", "figure_year", 0, "withheld"},
			{"4.1-read8", "9902", "value", 0, "suppressed"},
			{"13.2-budget", "9903", "value", 0, "not_answered"},
		} {
			cell := at(want.indicator, want.municipality, want.measure)
			value, there := cube.Value(cell)
			if there != (want.status == "") || value != want.value || cube.Status[cell] != want.status {
				t.Errorf("%s of %s, %s: %v %t %q", want.indicator, want.municipality, want.measure, value, there, cube.Status[cell])
			}
		}
		for id, role := range map[string]string{"year": "time", "municipality": "geo", "measure": "metric"} {
			if d, _ := cube.Dimension(id); d.Role != role {
				t.Errorf("%s has role %q", id, d.Role)
			}
		}
		if !strings.Contains(cube.Source, "SSB 09475") || cube.Updated == "" || !strings.Contains(text, "NLOD") {
			t.Errorf("source %q, updated %q", cube.Source, cube.Updated)
		}
	})
}

func TestTheBanksReaderReadsOurs(t *testing.T) {
	h := onSQLite(t)
	withOpenData(t, h)
	server := httptest.NewServer(h.handler)
	defer server.Close()
	client, err := statbank.New(server.URL + "/api/v1/open/kolada/" + h.w.testdal.String())
	if err != nil {
		t.Fatal(err)
	}
	k := statbank.OpenKolada(client)
	if title, err := k.Title(t.Context(), "16.7-turnout"); err != nil || title == "" {
		t.Errorf("%q, %v", title, err)
	}
	figures, err := k.Figures(t.Context(), "16.7-turnout", []int{2023, 2026})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range figures {
		text, _ := json.Marshal(f.Value)
		got[f.Municipality+" "+string(rune('0'+f.Year%10))] = string(text) + f.Status
	}
	if len(got) != 3 || got["9901 6"] != "72.8" || got["9902 3"] != "0" || got["9903 3"] != "66.5" {
		t.Errorf("%v", got)
	}
}

func TestTheTableIsAsItsDescription(t *testing.T) {
	h := onSQLite(t)
	round := withOpenData(t, h)
	at := "datasets/" + h.w.testdal.String() + "/" + round.String() + "/data.csv"
	res, text := h.open(at)
	rows, err := csv.NewReader(bytes.NewBufferString(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if links := strings.Join(res.Header.Values("Link"), " "); !strings.Contains(links, "csv-metadata.json") || !strings.Contains(links, `rel="license"`) {
		t.Errorf("Link: %s", links)
	}
	_, described := h.open(at + "-metadata.json")
	checkTable(t, rows, described)
}

// TestOpenDataThatIsUnchangedIsNotSentAgain asks each file again with the tag it came
// with, and with another.
func TestOpenDataThatIsUnchangedIsNotSentAgain(t *testing.T) {
	h := onSQLite(t)
	round := withOpenData(t, h)
	region := h.w.testdal.String()
	for _, path := range []string{"datasets", "datasets/" + region, "datasets/" + region + "/" + round.String() + "/data.json", "datasets/" + region + "/" + round.String() + "/data.csv",
		"sdg/" + region + "/16.7-turnout/data.csv", "kolada/" + region + "/kpi", "kolada/" + region + "/data/kpi/16.7-turnout/municipality/all"} {
		res, _ := h.open(path)
		tag := res.Header.Get("ETag")
		again, body := h.call(row{method: "GET", path: "/open/" + path, header: map[string]string{"If-None-Match": tag}})
		if tag == "" || again.StatusCode != http.StatusNotModified || body != "" || again.Header.Get("ETag") != tag || !strings.Contains(again.Header.Get("Cache-Control"), "public") {
			t.Errorf("%s: tag %q, %d %v %s", path, tag, again.StatusCode, again.Header, short(body))
		}
		if other, _ := h.call(row{method: "GET", path: "/open/" + path, header: map[string]string{"If-None-Match": `"another"`}}); other.StatusCode != http.StatusOK {
			t.Errorf("%s with another tag: %d", path, other.StatusCode)
		}
	}
}
