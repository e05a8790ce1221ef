package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/api/contract"
)

// openRound lets the coordinator plan and open a round of Testdal on the common
// core.
func (h *harness) openRound() contract.Round {
	h.t.Helper()
	var round contract.Round
	h.must(row{as: "coordinator", method: "POST", path: "/rounds", body: map[string]any{
		"regionId": h.w.testdal, "name": "Kartlegging 2026", "year": 2026,
		"opensAt": "2026-03-01T00:00:00Z", "closesAt": "2026-04-01T00:00:00Z",
	}}, &round)
	h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "open"}}, &round)
	return round
}

// responseOf gives the id of the one response that the actor's municipality has.
func (h *harness) responseOf(actor string) string {
	h.t.Helper()
	var list contract.Responses
	h.must(row{as: actor, method: "GET", path: "/responses"}, &list)
	if len(list.Items) != 1 {
		h.t.Fatalf("%s has %d responses", actor, len(list.Items))
	}
	return list.Items[0].ID.String()
}

// onlyGoals13And17 leaves the other goals of a response out.
func (h *harness) onlyGoals13And17(actor, id string) {
	h.t.Helper()
	for goal := 1; goal <= 17; goal++ {
		if goal != 13 && goal != 17 {
			h.must(row{as: actor, method: "PUT", path: fmt.Sprintf("/responses/%s/goals/%d/choice", id, goal), body: map[string]any{"leftOut": true, "reason": "ikke vårt"}}, nil)
		}
	}
}

func put(path, version string, body any) row {
	return row{method: "PUT", path: path, header: map[string]string{"If-Match": version}, body: body}
}

// over is the call over a version of the record that was read.
func (r row) over(version string) row {
	r.header = map[string]string{"If-Match": version}
	return r
}

// decide is a step that stands on a record as it is now: its version goes with it.
func (h *harness) decide(as, record, step string) row {
	h.t.Helper()
	read := h.must(row{as: as, method: "GET", path: record}, nil)
	return row{as: as, method: "POST", path: record + "/" + step}.over(read.Header.Get("ETag"))
}

func (r row) by(actor string) row { r.as = actor; return r }

func (r row) gives(status int, has ...string) row { r.status, r.has = status, has; return r }

func TestAResponseFromTaskListToReceipt(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := h.openRound()
		id := h.responseOf("lia-respondent")
		at := "/responses/" + id
		answers := at + "/answers/"
		h.onlyGoals13And17("lia-respondent", id)
		post := func(path string, body any) row { return row{method: "POST", path: at + path, body: body} }
		get := func(path string) row { return row{method: "GET", path: at + path} }
		value := func(v float64) map[string]any { return map[string]any{"state": "value", "value": v} }
		yes := []map[string]any{{"key": "social_plan", "value": 1}, {"key": "budget_plan", "value": 0}, {"key": "annual_report", "value": 1}}
		counts := []map[string]any{{"key": "business", "value": 0}, {"key": "voluntary", "value": 3}, {"key": "research", "value": 0}, {"key": "municipalities", "value": 2}}
		english := map[string]string{"Accept-Language": "en", "If-Match": "0"}
		chart := func(name, more string) string {
			return fmt.Sprintf("/charts/%s?region=%s&round=%s%s", name, h.w.testdal, round.ID, more)
		}
		h.run([]row{
			get("").by("lia-respondent").gives(200, `"state":"not_started"`, `"actions":["edit","comment"]`, `"sections":2`),
			get("/goals/13").by("lia-approver").gives(200, `"code":"13.2-budget"`, `"editable":false`),
			put(answers+"13.2-ghg", "0", value(8.9)).by("lia-respondent").gives(200, `"version":1`, `"value":8.9`, `"warnings":[]`),
			put(answers+"13.2-ghg", `"0"`, value(9.1)).by("lia-admin").gives(412, `"code":"stale"`, `"current":{`, `"value":8.9`),
			put(answers+"13.2-ghg", `"1"`, value(-1)).by("lia-respondent").gives(422, `"path":"value"`, `"code":"too_small"`, "Skriv minst 0."),
			{as: "lia-respondent", method: "PUT", path: answers + "13.2-road", header: english, body: map[string]any{"state": "no_data", "reason": ""}, status: 422,
				has: []string{`"path":"reason"`, "Write a reason of at least 3 characters."}},
			put(answers+"13.2-road", "0", map[string]any{"state": "value", "value": "5"}).by("lia-respondent").gives(422, `"path":"value"`),
			put(answers+"1.2-child", "0", value(3)).by("lia-respondent").gives(409, "goal-left-out", "Ta med mål 1 igjen"),
			put(answers+"nothing", "0", value(3)).by("lia-respondent").gives(404, "not-found"),
			put(answers+"13.2-road", "0", map[string]any{"state": "no_data", "reason": "Ikke målt"}).by("lia-respondent").gives(200, `"state":"no_data"`),
			put(answers+"13.2-budget", "0", map[string]any{"state": "value", "choice": "partly"}).by("lia-respondent").gives(200, `"value":50`),
			post("/review", nil).by("lia-respondent").gives(409, "response-incomplete", `"path":"answers.17.1-econ"`, "3 spørsmål mangler svar"),
			put(answers+"17.1-econ", "0", value(3.9)).by("lia-respondent").gives(200),
			put(answers+"17.14-sdgplan", "0", map[string]any{"state": "value", "parts": yes}).by("lia-respondent").gives(200, `"value":2`),
			put(answers+"17.17-partner", "0", map[string]any{"state": "value", "parts": counts}).by("lia-respondent").gives(200, `"value":2`),
			{as: "lia-respondent", method: "DELETE", path: answers + "17.1-econ", header: map[string]string{"If-Match": "1"}, status: 204},
			get("/check").by("lia-respondent").gives(200, `"ready":false`, `"code":"17.1-econ"`, "Svar på spørsmålet"),
			put(answers+"17.1-econ", "0", value(4)).by("lia-respondent").gives(200, `"version":3`),
			get("/answers/17.1-econ/history").by("lia-approver").gives(200, `"from":"Ikke besvart"`, `"to":"3,9 %"`, `"by":"lia-respondent"`),
			get("/check").by("lia-respondent").gives(200, `"ready":true`, `"faults":[]`),
			post("/approval", nil).by("lia-respondent").gives(403, "not-your-role"),
			post("/approval", nil).over("1").by("lia-approver").gives(409, "response-state"),
			post("/review", nil).by("lia-respondent").gives(200, `"state":"for_review"`),
			post("/return", map[string]any{"reason": "se på 17.1"}).by("lia-approver").gives(200, `"returnReason":"se på 17.1"`),
			post("/review", nil).by("lia-respondent").gives(200, `"version":20`),
			post("/approval", nil).by("lia-approver").gives(422, `"path":"If-Match","code":"required"`),
			post("/approval", nil).over("18").by("lia-approver").gives(412, `"current":{`, `"version":20`), // read before it was sent back
			post("/approval", nil).over("20").by("lia-approver").gives(200, `"approvedBy":{`, `"actions":["comment","return","submit"]`),
			post("/submissions", nil).by("lia-respondent").gives(201, `"revision":1`, `"receipt":"L2026-`, `"answers":6`),
			get("/submissions/1").by("lia-respondent").gives(200, `\"number\":\"9901\"`),
			get("/submissions/1").by("council").gives(200, `"checksum"`),
			get("/submissions").by("nabo-council").gives(404),
			{as: "coordinator", method: "GET", path: chart("heat", ""), status: 200, has: []string{"Målet er utelatt"}},
			{as: "coordinator", method: "GET", path: chart("goals", "&municipality="+h.w.lia.String()), status: 200, has: []string{"Målet er utelatt"}},
			{as: "coordinator", method: "GET", path: chart("distribution", "&indicator=1.2-child"), status: 200, has: []string{"Målet er utelatt", "Ikke besvart"}},
			post("/reopening", map[string]any{"reason": "feil i 17.1"}).by("lia-approver").gives(200, `"state":"in_progress"`),
			{as: "coordinator", method: "GET", path: "/rounds/" + round.ID.String() + "/progress", status: 200,
				has: []string{`"name":"Lia"`, `"revision":1`}, lacks: []string{"8.9"}},
			{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "closed"}, status: 200,
				has: []string{`"nextStates":["open","frozen"]`}},
			put(answers+"17.1-econ", `"3"`, value(5)).by("lia-respondent").gives(200), // reopened: it is corrected until the round is frozen
			{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "open"}, status: 422,
				has: []string{`"path":"reason"`}},
		})
	})
}

// TestSubmitWithOneKeyHappensOnce sends the same submit twice under one key, and
// another one under it.
func TestSubmitWithOneKeyHappensOnce(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	id := h.responseOf("vika-respondent")
	h.onlyGoals13And17("vika-respondent", id)
	for _, code := range []string{"13.2-ghg", "13.2-road", "13.2-budget", "17.1-econ", "17.14-sdgplan", "17.17-partner"} {
		h.must(put("/responses/"+id+"/answers/"+code, "0", map[string]any{"state": "no_data", "reason": "Ikke talt opp"}).by("vika-respondent"), nil)
	}
	h.must(row{as: "vika-respondent", method: "POST", path: "/responses/" + id + "/review"}, nil)
	h.must(h.decide("vika-approver", "/responses/"+id, "approval"), nil)
	submit := row{as: "vika-respondent", method: "POST", path: "/responses/" + id + "/submissions", header: map[string]string{"Idempotency-Key": "first-and-only"}}
	var first, again contract.Submission
	h.must(submit, &first)
	if h.must(submit, &again); first.Receipt != again.Receipt {
		t.Fatalf("%s, then %s", first.Receipt, again.Receipt)
	}
	submit.header = map[string]string{"Idempotency-Key": "another-one"}
	h.run([]row{submit.gives(http.StatusConflict, "response-state")})
	var list contract.Submissions
	if h.must(row{as: "vika-respondent", method: "GET", path: "/responses/" + id + "/submissions"}, &list); len(list.Items) != 1 {
		t.Fatalf("%d revisions", len(list.Items))
	}
}

// TestForeignResponsesAnswerAsIfTheyWereNot holds every operation on a response
// against somebody else's id: the answer is that of an id that never was.
func TestForeignResponsesAnswerAsIfTheyWereNot(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	lia, nowhere := h.responseOf("lia-respondent"), uuid.NewString()
	reason := map[string]any{"reason": "fordi"}
	answer := map[string]any{"state": "value", "value": 1}
	for _, c := range []row{
		{as: "vika-respondent", method: "GET", path: "/responses/ID"},
		{as: "vika-respondent", method: "GET", path: "/responses/ID/goals/1"},
		{as: "vika-respondent", method: "PUT", path: "/responses/ID/goals/1/choice", body: map[string]any{"leftOut": true, "reason": "ikke vårt"}},
		{as: "vika-respondent", method: "POST", path: "/responses/ID/goals/1/confirmation"},
		put("/responses/ID/answers/13.2-ghg", "0", answer).by("vika-respondent"),
		{as: "vika-respondent", method: "DELETE", path: "/responses/ID/answers/13.2-ghg", header: map[string]string{"If-Match": "1"}},
		{as: "vika-respondent", method: "POST", path: "/responses/ID/answers/13.2-ghg/confirmation"},
		{as: "vika-respondent", method: "GET", path: "/responses/ID/answers/13.2-ghg/history"},
		{as: "vika-respondent", method: "GET", path: "/responses/ID/check"},
		{as: "vika-respondent", method: "POST", path: "/responses/ID/review"},
		{as: "vika-approver", method: "POST", path: "/responses/ID/return", body: reason},
		row{as: "vika-approver", method: "POST", path: "/responses/ID/approval"}.over("1"),
		{as: "vika-approver", method: "POST", path: "/responses/ID/submissions"},
		{as: "vika-approver", method: "POST", path: "/responses/ID/reopening", body: reason},
		{as: "vika-approver", method: "GET", path: "/responses/ID/submissions"},
		{as: "vika-approver", method: "GET", path: "/responses/ID/submissions/1"},
	} {
		var bodies [2]string
		for i, id := range []string{lia, nowhere} {
			call := c
			call.path = strings.ReplaceAll(c.path, "ID", id)
			res, body := h.call(call)
			if res.StatusCode != http.StatusNotFound {
				t.Errorf("%s %s: %d %s", c.method, c.path, res.StatusCode, short(body))
			}
			bodies[i] = body[:strings.Index(body, `"requestId"`)]
		}
		if bodies[0] != bodies[1] {
			t.Errorf("%s %s: the two answers differ:\n%s\n%s", c.method, c.path, bodies[0], bodies[1])
		}
	}
	h.run([]row{{as: "lia-respondent", method: "GET", path: "/responses/" + lia, status: 200, has: []string{`"state":"not_started"`, `"version":1`}}})
}

func TestRoundsAreShownToWhomTheyConcern(t *testing.T) {
	h := onSQLite(t)
	plan := map[string]any{"regionId": h.w.testdal, "name": "Utkast", "year": 2026, "opensAt": "2026-03-01T00:00:00Z", "closesAt": "2026-04-01T00:00:00Z"}
	var round contract.Round
	h.must(row{as: "coordinator", method: "POST", path: "/rounds", body: plan}, &round)
	one := "/rounds/" + round.ID.String()
	edit := map[string]any{"name": "Kartlegging", "opensAt": "2026-03-01T00:00:00Z", "closesAt": "2026-05-01T00:00:00Z"}
	backwards := map[string]any{"regionId": h.w.testdal, "name": "Omvendt", "year": 2026, "opensAt": "2026-03-01T00:00:00Z", "closesAt": "2026-02-01T00:00:00Z"}
	h.run([]row{
		{method: "GET", path: one, status: 404},
		{as: "lia-respondent", method: "GET", path: one, status: 404},
		{as: "nabo-coordinator", method: "GET", path: one, status: 404},
		{as: "council", method: "GET", path: one, status: 200, has: []string{`"nextStates":[]`}},
		{as: "coordinator", method: "GET", path: one, status: 200, has: []string{`"nextStates":["scheduled","open"]`, `"municipalities":3`}},
		{as: "coordinator", method: "POST", path: "/rounds", body: plan, status: 422, has: []string{`"path":"name"`, "har dette navnet"}},
		{as: "coordinator", method: "POST", path: "/rounds", body: backwards, status: 422, has: []string{`"path":"closesAt"`}},
		{as: "nabo-coordinator", method: "POST", path: "/rounds", body: plan, status: 404},
		{as: "council", method: "POST", path: "/rounds", body: plan, status: 403},
		put(one, `"7"`, edit).by("coordinator").gives(412, `"current":{`, `"name":"Utkast"`),
		put(one, `"1"`, edit).by("nabo-coordinator").gives(404),
		put(one, `"1"`, edit).by("coordinator").gives(200, `"version":2`, "2026-05-01"),
		{as: "coordinator", method: "POST", path: one + "/state", body: map[string]any{"to": "published"}, status: 409, has: []string{"round-step"}},
		{as: "coordinator", method: "POST", path: one + "/state", body: map[string]any{"to": "open"}, status: 200},
		{method: "GET", path: one, status: 200, lacks: []string{`"nextStates":["closed"]`}},
		{method: "GET", path: one + "/questionnaire", status: 200, has: []string{`"code":"17.17-partner"`, `"combine":"positive"`}},
		{method: "GET", path: one + "/questionnaire", header: map[string]string{"Accept-Language": "nn"}, status: 200, has: []string{"Kor stor del"}},
		{as: "council", method: "GET", path: one + "/progress", status: 200, has: []string{`"state":"not_started"`}},
		{as: "nabo-council", method: "GET", path: one + "/progress", status: 404},
		{as: "lia-respondent", method: "GET", path: one + "/progress", status: 403},
		{as: "coordinator", method: "GET", path: "/responses", status: 403},
	})
}
