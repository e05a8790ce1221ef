package api_test

import (
	"fmt"
	"strings"
	"testing"

	"loftet/api/contract"
)

// TestTheLongestTextsGoAllTheWay writes as much as every field takes and reads it
// again everywhere: the harness holds each answer against the contract.
func TestTheLongestTextsGoAllTheWay(t *testing.T) {
	h := onSQLite(t)
	long := func(n int) string { return strings.Repeat("å", n) }
	var round contract.Round
	plan := roundPlan(h.w.testdal.String(), long(200))
	h.must(row{as: "coordinator", method: "POST", path: "/rounds", body: plan}, &round)
	one := "/rounds/" + round.ID.String()
	h.must(put(one+"/targets/1.2-child", "0", map[string]any{"lower": 30, "optimum": 0,
		"reason": map[string]string{"nb": long(2000), "nn": long(2000), "en": long(2000)}}).by("coordinator"), nil)
	h.must(row{as: "coordinator", method: "POST", path: one + "/state", body: map[string]any{"to": "open", "reason": long(2000)}}, nil)
	for _, town := range []string{"lia", "vika", "moen"} {
		at := "/responses/" + h.answered(town, "no")
		fills := town + "-respondent"
		edit := map[string]any{"state": "value", "choice": "no", "source": long(300), "comment": long(4000), "quality": "assumptions"}
		h.must(put(at+"/answers/13.2-budget", "1", edit).by(fills), nil)
		h.run([]row{put(at+"/answers/13.2-budget", "2", map[string]any{"state": "value", "choice": "no", "source": long(301)}).by(fills).gives(422, `"path":"source"`)})
		none := map[string]any{"state": "no_data", "reason": long(4000), "source": long(300), "comment": long(4000)}
		h.must(put(at+"/answers/13.2-ghg", "1", none).by(fills), nil)
		for _, path := range []string{"", "/goals/13", "/check", "/answers/13.2-ghg/history", "/answers/13.2-budget/history"} {
			h.must(row{as: fills, method: "GET", path: at + path}, nil)
		}
		h.must(row{as: fills, method: "POST", path: at + "/review"}, nil)
		h.must(row{as: town + "-approver", method: "POST", path: at + "/return", body: map[string]any{"reason": long(2000)}}, nil)
		h.must(row{as: fills, method: "POST", path: at + "/review"}, nil)
		h.must(h.decide(town+"-approver", at, "approval"), nil)
		h.must(row{as: fills, method: "POST", path: at + "/submissions"}, nil)
		h.must(row{as: fills, method: "GET", path: at + "/submissions/1"}, nil)
		h.must(row{as: town + "-approver", method: "POST", path: at + "/reopening", body: map[string]any{"reason": long(2000)}}, nil)
	}
	region, ask := h.w.testdal.String(), "?round="+round.ID.String()
	for _, path := range []string{"/status/regions/" + region + ask, "/status/regions/" + region + "/indicators/13.2-budget" + ask,
		"/status/municipalities/" + h.w.lia.String() + ask, one + "/targets", one + "/progress", one + "/questionnaire"} {
		h.must(row{as: "coordinator", method: "GET", path: path}, nil)
	}
	for _, chart := range chartNames {
		for _, format := range []string{"json", "csv", "svg", "png"} {
			h.must(row{as: "coordinator", method: "GET", path: fmt.Sprintf("/charts/%s%s&region=%s&indicator=13.2-budget&municipality=%s&format=%s",
				chart, ask, region, h.w.lia, format)}, nil)
		}
	}
	h.needAndSolution(one, long)
}

// needAndSolution takes the candidate of a round to its page, and a solution to
// its matches, with the longest texts.
func (h *harness) needAndSolution(round string, long func(int) string) {
	h.t.Helper()
	h.must(row{as: "coordinator", method: "POST", path: round + "/state", body: map[string]any{"to": "closed"}}, nil)
	var bench contract.WorkbenchNeeds
	h.must(row{as: "coordinator", method: "GET", path: "/workbench/needs"}, &bench)
	if len(bench.Items) == 0 {
		h.t.Fatal("no candidate")
	}
	id := bench.Items[0].ID.String()
	need := "/workbench/needs/" + id
	texts := map[string]string{"nb": long(4000), "nn": long(4000), "en": long(4000)}
	h.must(row{as: "coordinator", method: "POST", path: need + "/confirmation"}, nil)
	h.must(put(need, "2", map[string]any{"title": map[string]string{"nb": long(300)}, "fact": texts, "rootCauses": texts, "wantedEffect": texts,
		"volume": texts, "timeline": texts, "cpv": []string{}, "contact": "a@" + strings.Repeat("b", 252)}).by("coordinator"), nil)
	h.must(h.decide("coordinator", need, "publication"), nil)
	h.must(row{method: "GET", path: "/needs/" + id}, nil)
	h.must(row{method: "GET", path: "/needs?q=" + strings.Repeat("%C3%A5", 100)}, nil)
	offer := solutionEdit(nil)
	offer["title"], offer["summary"], offer["description"] = map[string]string{"nb": long(300)}, texts, texts
	offer["references"], offer["website"] = long(4000), "https://"+strings.Repeat("a", 292)
	offer["indicators"] = []any{map[string]any{"code": "13.2-budget", "effect": long(300), "proof": "measured"}}
	var made contract.Solution
	h.must(row{as: "varme", method: "POST", path: "/solutions", body: offer}, &made)
	one := "/solutions/" + made.ID.String()
	h.must(row{as: "varme", method: "POST", path: one + "/submission"}, nil)
	h.must(row{as: "coordinator", method: "POST", path: one + "/return", body: map[string]any{"reason": long(2000)}}, nil)
	h.must(row{as: "varme", method: "GET", path: one}, nil)
	h.must(row{as: "varme", method: "POST", path: one + "/submission"}, nil)
	h.must(h.decide("coordinator", one, "publication"), nil)
	h.must(row{as: "varme", method: "GET", path: "/matches"}, nil)
	h.must(row{as: "coordinator", method: "GET", path: need + "/matches"}, nil)
	h.must(row{as: "varme", method: "POST", path: "/dismissals", body: map[string]any{"needId": id, "solutionId": made.ID, "reason": long(2000)}}, nil)
	h.must(row{as: "varme", method: "GET", path: "/matches"}, nil)
}
