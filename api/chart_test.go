package api_test

import (
	"fmt"
	"strings"
	"testing"

	"loftet/api"
	"loftet/api/contract"
	"loftet/indicators"
	"loftet/orgs"
)

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
