package api_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/api/contract"
	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// withFigures adds to the world a round of Testdal that Lia and Vika have
// submitted, and statistics of Moen and Vika. It gives the round.
func withFigures(t *testing.T, h *harness) uuid.UUID {
	t.Helper()
	rooms := api.NewRooms(h.w.db, nil, nil, "http://loftet.test")
	system := orgs.SystemActor("test")
	round, err := rooms.Surveys.CreateRound(t.Context(), system, surveys.RoundPlan{RegionID: h.w.testdal, Name: "Runde 1", Year: 2026,
		OpensAt: dbtest.Start.Add(-time.Hour), ClosesAt: dbtest.Start.Add(time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rooms.Surveys.ChangeRoundState(t.Context(), system, round.ID, surveys.RoundOpen, ""); err != nil {
		t.Fatal(err)
	}
	statistics := "entity,code,year,value,source\n9903,16.7-turnout,2023,66.5,SSB 09475\n9902,16.7-turnout,2023,0,SSB 09475\n9902,4.1-read8,2025,:,SSB 12255\n"
	rows, _ := indicators.ParseStatistics("f.csv", strings.NewReader(statistics), "")
	if _, found, err := rooms.Indicators.ImportStatistics(t.Context(), system, indicators.StatisticsInput{Country: "NO", Rows: rows}); err != nil || !found.OK() {
		t.Fatal(err, found.Faults)
	}
	h.submit(rooms, round, h.w.lia, map[string]float64{"16.7-turnout": 72.75, "16.1-crime": 9, "16.10-open": 3, "9.c-fibre": 99.5, "9.4-ev": 80, "6.4-leak": 33.3})
	h.submit(rooms, round, h.w.vika, map[string]float64{"9.c-fibre": 50, "9.4-ev": 60})
	return round.ID
}

// submit hands in the answers of a municipality.
func (h *harness) submit(rooms api.Rooms, round surveys.RoundInfo, municipality uuid.UUID, answers map[string]float64) {
	h.t.Helper()
	err := h.w.db.Write(h.t.Context(), func(tx *models.Tx) error {
		var response models.Response
		if err := tx.G.Where("round_id = ? and organisation_id = ?", round.ID, municipality).Take(&response).Error; err != nil {
			return err
		}
		if err := tx.G.Model(&response).Select("state", "revision").Updates(models.Response{State: "submitted", Revision: 1}).Error; err != nil {
			return err
		}
		sub := models.Submission{ID: models.NewID(), ResponseID: response.ID, RoundID: round.ID, OrganisationID: municipality, Revision: 1,
			Receipt: response.ID.String(), Document: "{}", SubmittedBy: models.NewID(), SubmittedAt: tx.Now, Latest: true}
		if err := tx.G.Create(&sub).Error; err != nil {
			return err
		}
		core, err := rooms.Indicators.CoreCatalogueID(tx)
		if err != nil {
			return err
		}
		list, err := rooms.Indicators.ByCatalogue(tx, core)
		if err != nil {
			return err
		}
		in := indicators.Submitted{SubmissionID: sub.ID, RoundID: round.ID, QuestionnaireID: round.QuestionnaireVersionID,
			OrganisationID: municipality, Year: round.Year, Method: round.Method}
		for _, i := range list {
			answer := indicators.SubmittedAnswer{IndicatorID: i.ID, State: indicators.StateNotAnswered}
			if value, ok := answers[i.Code]; ok {
				answer.State, answer.Value, answer.Source = indicators.StateValue, &value, "egen telling"
			}
			in.Answers = append(in.Answers, answer)
		}
		return rooms.Indicators.RecordSubmission(tx, in)
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

func TestStatusAndCharts(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := withFigures(t, h)
		region := "/status/regions/" + h.w.testdal.String()
		inRound := "?round=" + round.String()
		lia := "/status/municipalities/" + h.w.lia.String()
		chart := func(name, more string) string {
			return "/charts/" + name + "?region=" + h.w.testdal.String() + more
		}
		ofRound := "&round=" + round.String()
		turnout := "&indicator=16.7-turnout"
		h.run([]row{
			{method: "GET", path: region + inRound, as: "coordinator", status: 200,
				has: []string{`"submitted":2`, `"municipalities":3`, `"complete":true`, `"withheld":false`, `"score":89.8`}},
			{method: "GET", path: region, as: "coordinator", status: 200, has: []string{`"name":"Runde 1"`}},
			{method: "GET", path: region, status: 200, lacks: []string{`"name":"Runde 1"`, "89.8"}, has: []string{`"year":2025`}},
			{method: "GET", path: region + inRound, status: 404},
			{method: "GET", path: region + inRound, as: "nabo-coordinator", status: 404},
			{method: "GET", path: region + inRound, as: "fjell-respondent", status: 404},
			{method: "GET", path: region + inRound, as: "moen-respondent", status: 200, has: []string{`"withheld":true`}, lacks: []string{"89.8"}},
			{method: "GET", path: region + inRound, as: "lia-respondent", status: 200, has: []string{"89.8"}},
			{method: "GET", path: region + inRound, as: "varme", status: 404},
			{method: "GET", path: "/status/regions/" + h.w.people["admin"].String(), status: 404},

			{method: "GET", path: region + "/indicators/16.7-turnout" + inRound, as: "council", status: 200,
				has: []string{`"value":72.75`, `"value":66.5`, `"value":0`, `"confirmed":true`, `"units":3`, `"median":66.5`, `"responseId"`}},
			{method: "GET", path: region + "/indicators/4.1-read8?year=2025", status: 200, has: []string{`"suppressed"`, `"units":0`}},
			{method: "GET", path: region + "/indicators/9.9-none", status: 404},

			{method: "GET", path: lia + inRound, as: "lia-approver", status: 200, lacks: []string{"regionMean"}, has: []string{"89.8", `"better":0`, `"value":72.75`}},
			{method: "GET", path: lia + inRound, as: "council", status: 200, has: []string{`"regionMean":72.4`}},
			{method: "GET", path: lia, status: 200, lacks: []string{"72.75"}},
			{method: "GET", path: "/status/municipalities/" + h.w.fjell.String() + "?region=" + h.w.testdal.String(), status: 404},
			{method: "GET", path: "/status/municipalities/" + h.w.varme.String(), status: 404},

			{method: "GET", path: chart("distribution", ofRound+turnout), as: "coordinator", status: 200,
				has: []string{`"units":3`, "SSB 09475", "egen telling", "72,8", "Fra statistikk, ikke bekreftet", `"period":"Runde 1 (2026)"`}},
			{method: "GET", path: chart("distribution", ofRound+turnout+"&lang=en"), as: "coordinator", status: 200, has: []string{"72.8", "how do the municipalities of Testdal spread?", "The limit for “near the target”"}, lacks: []string{"green"}},
			{method: "GET", path: chart("distribution", ofRound), as: "coordinator", status: 422, has: []string{`"path":"indicator"`}},
			{method: "GET", path: chart("comparison", ofRound), as: "coordinator", status: 422, has: []string{`"path":"municipality"`}},
			{method: "GET", path: chart("comparison", ofRound+"&municipality="+h.w.lia.String()), as: "coordinator", status: 200, has: []string{"Lia", "Snittet i Testdal", "89,8", "72,4", "For få tall til poeng"}},
			{method: "GET", path: chart("comparison", ofRound+"&municipality="+h.w.fjell.String()), as: "coordinator", status: 404},
			{method: "GET", path: chart("heat", ofRound), as: "moen-respondent", status: 200, has: []string{"Ikke publisert av kommunen"}, lacks: []string{"89,8"}},
			{method: "GET", path: chart("goals", ofRound), as: "coordinator", status: 200, has: []string{"Hvor langt har Testdal kommet på hvert mål?"}},
			{method: "GET", path: chart("goals", ofRound), status: 404},
			{method: "GET", path: chart("trend", turnout+"&municipality="+h.w.lia.String()), as: "coordinator", status: 200, has: []string{"2023–2026", "Medianen i Testdal"}},
			{method: "GET", path: chart("coverage", ofRound), as: "coordinator", status: 200, has: []string{`["Lia","6","0","38","44"]`, `["Moen","0","1","43","44"]`}},
		})
	})
}

// A figure is the same number wherever it is shown.
func TestChartFormatsAgree(t *testing.T) {
	h := onSQLite(t)
	round := withFigures(t, h)
	path := fmt.Sprintf("/charts/distribution?region=%s&round=%s&indicator=16.7-turnout&municipality=%s", h.w.testdal, round, h.w.lia)
	var described contract.Chart
	h.must(row{method: "GET", path: path, as: "coordinator"}, &described)
	for format, want := range map[string][]string{"csv": {"72.8", "egen telling"}, "svg": {"72,8", "<title", "egen telling", "role="}, "png": {"\x89PNG"}} {
		res, body := h.call(row{method: "GET", path: path + "&format=" + format, as: "coordinator"})
		if res.StatusCode != 200 || res.Header.Get("Content-Disposition") != fmt.Sprintf(`attachment; filename="distribution-testdal-2026.%s"`, format) {
			t.Errorf("%s: status %d, %s", format, res.StatusCode, res.Header.Get("Content-Disposition"))
		}
		for _, text := range want {
			if !strings.Contains(body, text) {
				t.Errorf("%s lacks %q", format, text)
			}
		}
	}
	table, err := json.Marshal(described.Rows)
	if err != nil || !strings.Contains(string(table), "72,8") {
		t.Errorf("table %s, %v", table, err)
	}
}

func TestPublishedRoundForThePublic(t *testing.T) {
	h := onSQLite(t)
	round := withFigures(t, h)
	if err := h.w.db.Write(t.Context(), func(tx *models.Tx) error {
		return tx.G.Model(&models.Round{}).Where("id = ?", round).Update("state", "published").Error
	}); err != nil {
		t.Fatal(err)
	}
	path := "/status/regions/" + h.w.testdal.String()
	h.run([]row{
		{method: "GET", path: path + "?round=" + round.String(), status: 200, has: []string{`"withheld":true`, `"submitted":2`}, lacks: []string{"89.8"}},
		{method: "GET", path: path + "/indicators/9.c-fibre?round=" + round.String(), status: 200, has: []string{`"withheld"`, `"units":0`}, lacks: []string{"99.5", "responseId"}},
	})
}
