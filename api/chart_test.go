package api_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"loftet/api"
	"loftet/api/contract"
	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

// chartNames are all charts there are.
var chartNames = []string{"goals", "heat", "distribution", "comparison", "trend", "coverage", "strips", "multiples", "radar", "bars"}

// Every chart of the contract is tried where all charts are.
func TestAllChartsAreNamed(t *testing.T) {
	text, err := os.ReadFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if want := "ChartName: {type: string, enum: [" + strings.Join(chartNames, ", ") + "]}"; !strings.Contains(string(text), want) {
		t.Errorf("the contract does not say %s", want)
	}
}

// withAnswers gives Lia a yes and Moen a partly about climate budgets.
func withAnswers(t *testing.T, h *harness) {
	t.Helper()
	rows, _ := indicators.ParseStatistics("f.csv", strings.NewReader("entity,code,year,value,source\n9901,13.2-budget,2025,100,vedtak\n9903,13.2-budget,2025,50,vedtak\n"), "")
	rooms := api.NewRooms(h.w.db, nil, nil, "http://loftet.test")
	if _, found, err := rooms.Indicators.ImportStatistics(t.Context(), orgs.SystemActor("test"), indicators.StatisticsInput{Country: "NO", Rows: rows}); err != nil || !found.OK() {
		t.Fatal(err, found.Faults)
	}
}

func TestChartsTellAnswersInWords(t *testing.T) {
	h := onSQLite(t)
	withAnswers(t, h)
	for lang, want := range map[string][3]string{"nb": {"Ja", "Delvis", "1 ja og 1 delvis"}, "nn": {"Ja", "Delvis", "1 ja og 1 delvis"}, "en": {"Yes", "Partly", "1 yes and 1 partly"}} {
		path := fmt.Sprintf("/charts/distribution?region=%s&indicator=13.2-budget&lang=%s", h.w.testdal, lang)
		var described contract.Chart
		h.must(row{method: "GET", path: path, as: "coordinator"}, &described)
		rows := fmt.Sprint(described.Rows)
		if !strings.Contains(rows, "Lia "+want[0]) || !strings.Contains(rows, "Moen "+want[1]) || !strings.Contains(described.Summary, want[2]) {
			t.Errorf("%s: %s, %s", lang, rows, described.Summary)
		}
		_, csv := h.call(row{method: "GET", path: path + "&format=csv", as: "coordinator"})
		if !strings.Contains(csv, "50,"+want[1]+",") || !strings.Contains(csv, "100 = "+strings.ToLower(want[0])) {
			t.Errorf("%s: %s", lang, csv)
		}
	}
}

// Figures that are made up say so in every format, also in a file that is opened
// far from the page; real ones say nothing of the kind.
func TestMadeUpFiguresSaySoInEveryFormat(t *testing.T) {
	h := onSQLite(t)
	round := withFigures(t, h)
	said := map[string]string{"nb": "oppdiktet for demonstrasjon", "nn": "oppdikta for demonstrasjon", "en": "made up for demonstration"}
	for _, madeUp := range []bool{false, true} {
		h.write(func(tx *models.Tx) error {
			return tx.G.Exec("update rounds set made_up = ?, version = version + 1 where id = ?", madeUp, round).Error
		})
		for lang, words := range said {
			for _, format := range []string{"csv", "svg", "json"} {
				_, body := h.call(row{method: "GET", path: fmt.Sprintf("/charts/heat?region=%s&round=%s&format=%s&lang=%s", h.w.testdal, round, format, lang), as: "coordinator"})
				lines := strings.Split(strings.TrimSpace(body), "\r\n")
				if strings.Contains(body, words) != madeUp {
					t.Errorf("%s in %s, made up %v: %s", format, lang, madeUp, short(body))
				}
				if format == "csv" && madeUp && strings.Count(body, words) != len(lines)-1 {
					t.Errorf("%s: not in each of %d rows", lang, len(lines)-1)
				}
			}
		}
	}
}

// A picture that one reader was given is never given to another who may not see
// its figures, in another language or theme, or after the figures changed.
func TestChartKeptForItsReadersAlone(t *testing.T) {
	h := onSQLite(t)
	round := withFigures(t, h)
	heat := fmt.Sprintf("/charts/heat?region=%s&round=%s&format=", h.w.testdal, round)
	get := func(as, path string) string {
		res, body := h.call(row{method: "GET", path: path, as: as})
		if res.StatusCode != 200 {
			t.Fatalf("%s as %s: %d %s", path, as, res.StatusCode, body)
		}
		return body
	}
	for range 2 { // the second time each of them is kept
		if all := get("coordinator", heat+"svg"); !strings.Contains(all, "89,8") {
			t.Error("the coordinator does not see the figure")
		}
		if neighbour := get("moen-respondent", heat+"svg"); strings.Contains(neighbour, "89,8") || !strings.Contains(neighbour, "Ikke publisert av kommunen") {
			t.Error("a neighbour is given the coordinator's picture")
		}
		if get("coordinator", heat+"png") == get("moen-respondent", heat+"png") {
			t.Error("a neighbour is given the coordinator's pixels")
		}
		if english := get("coordinator", heat+"svg&lang=en"); !strings.Contains(english, "Score from 0 to 100") {
			t.Error("another language's picture")
		}
		if get("coordinator", heat+"svg&theme=dark") == get("coordinator", heat+"svg") {
			t.Error("another theme's picture")
		}
		h.run([]row{{method: "GET", path: heat + "svg", status: 404}, {method: "GET", path: heat + "svg", as: "nabo-coordinator", status: 404}})
	}
	answers := fmt.Sprintf("/charts/distribution?region=%s&indicator=13.2-budget&format=svg", h.w.testdal)
	before := get("coordinator", answers)
	withAnswers(t, h)
	if after := get("coordinator", answers); after == before || !strings.Contains(after, "Delvis") {
		t.Error("the picture of figures that are no more")
	}
}
