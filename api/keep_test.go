package api_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

// TestAnswersAboutARegionAreKept changes a figure behind the service's back, which
// nothing that the service does can: the answer that was made before is given
// again, to nobody but those it was made for.
func TestAnswersAboutARegionAreKept(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := withFigures(t, h)
		read := func(as, path string) string {
			_, body := h.call(row{as: as, method: "GET", path: path})
			return body
		}
		for _, path := range []string{
			"/status/regions/" + h.w.testdal.String() + "?round=" + round.String(),
			"/charts/goals?region=" + h.w.testdal.String() + "&round=" + round.String(),
			"/charts/goals?format=svg&region=" + h.w.testdal.String() + "&round=" + round.String(),
		} {
			before := read("coordinator", path)
			for _, other := range []string{"moen-respondent", "nabo-coordinator", "varme", ""} {
				if read(other, path) == before {
					t.Errorf("%s: %q is given the answer of the coordinator", path, other)
				}
			}
			if again := read("coordinator", path); again != before {
				t.Errorf("%s: another answer though nothing has changed:\n%s\n%s", path, before, again)
			}
		}
		status := "/status/regions/" + h.w.testdal.String() + "?round=" + round.String()
		before := read("coordinator", status)
		h.write(func(tx *models.Tx) error {
			return tx.G.Exec("update organisations set name = 'Omdøpt' where id = ?", h.w.lia).Error
		})
		for _, more := range []string{"", "&other=1", "&other=2&other=3"} { // which the contract does not know
			if read("coordinator", status+more) != before {
				t.Errorf("%q: the answer was made again", more)
			}
		}
		h.write(func(tx *models.Tx) error {
			return tx.G.Exec("update organisations set version = version + 1 where id = ?", h.w.lia).Error
		})
		if !strings.Contains(read("coordinator", status), "Omdøpt") {
			t.Error("the change is not seen")
		}
	})
}

// TestEveryChangeOfARegionMovesItsMark does each thing that a look at a region
// shows, and some that it doesn't.
func TestEveryChangeOfARegionMovesItsMark(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := withFigures(t, h)
		rooms := api.NewRooms(h.w.db, nil, nil, "")
		system := orgs.SystemActor("test")
		mark := func(region uuid.UUID) string {
			m, err := rooms.Indicators.Mark(t.Context(), region)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
		moen := h.responseOf("moen-respondent")
		var facts struct{ Version int }
		steps := []struct {
			what  string
			moves bool
			do    func()
		}{
			{"an answer is begun", true, func() {
				h.must(put("/responses/"+moen+"/answers/13.2-budget", "0", map[string]any{"state": "value", "choice": "no"}).by("moen-respondent"), nil)
			}},
			{"another answer", false, func() {
				h.must(put("/responses/"+moen+"/answers/16.10-open", "0", map[string]any{"state": "no_data", "reason": "ingen teller"}).by("moen-respondent"), nil)
			}},
			{"a target", true, func() {
				h.must(put("/rounds/"+round.String()+"/targets/1.2-child", "0", map[string]any{"lower": 30, "optimum": 0, "reason": map[string]string{"nb": "fordi"}}).by("coordinator"), nil)
			}},
			{"statistics", true, func() {
				rows, _ := indicators.ParseStatistics("g.csv", strings.NewReader("entity,code,year,value,source\n9901,16.7-turnout,2019,61,SSB 09475\n"), "")
				if _, found, err := rooms.Indicators.ImportStatistics(t.Context(), system, indicators.StatisticsInput{Country: "NO", Rows: rows}); err != nil || !found.OK() {
					t.Fatal(err, found.Faults)
				}
			}},
			{"a municipality shows its figures", true, func() {
				h.must(row{as: "lia-admin", method: "GET", path: "/organisations/" + h.w.lia.String()}, &facts)
				h.must(put("/organisations/"+h.w.lia.String(), "1", map[string]any{"website": "", "mailbox": "", "language": "nb", "description": "", "publishesFigures": true}).by("lia-admin"), nil)
			}},
			{"residents and numbers", true, func() {
				_, found, err := rooms.Orgs.ImportRegions(t.Context(), system, orgs.RegionImport{File: "r.csv", Region: "Testdal",
					Rows: []orgs.RegionRow{{Line: 1, Country: "NO", Number: "9901", Name: "Lia", Region: "Testdal", ValidFrom: "2024-01-01"}}})
				if err != nil || !found.OK() {
					t.Fatal(err, found.Faults)
				}
			}},
			{"the round closes", true, func() {
				h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.String() + "/state", body: map[string]any{"to": "closed"}}, nil)
			}},
			{"another region's round", false, func() {
				h.must(row{as: "nabo-coordinator", method: "POST", path: "/rounds", body: roundPlan(h.w.naboland.String(), "Deres runde")}, nil)
			}},
		}
		for _, step := range steps {
			before := mark(h.w.testdal)
			step.do()
			if after := mark(h.w.testdal); (after != before) != step.moves {
				t.Errorf("%s: the mark went from %s to %s", step.what, before, after)
			}
		}
	})
}
