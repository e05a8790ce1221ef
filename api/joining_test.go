package api_test

import (
	"strings"
	"testing"

	"loftet/api/contract"
)

// TestJoining goes from the invitation to the decision, as each of those concerned.
func TestJoining(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		region := "/regions/" + h.w.testdal.String()
		lia := region + "/participations/" + h.w.lia.String()
		decision := map[string]any{"outcome": "joins", "body": "Kommunestyret", "decidedOn": "2020-05-16", "reference": "31/20"}
		h.run([]row{
			{as: "lia-respondent", method: "GET", path: lia, status: 200, has: []string{`"state":"none"`, `"version":0`}},
			{as: "coordinator", method: "POST", path: lia + "/invitation", body: map[string]any{"mail": false, "cohort": "Kull 1"}, status: 200, has: []string{`"state":"informed"`, `"cohort":"Kull 1"`}},
			{as: "coordinator", method: "POST", path: lia + "/invitation", body: map[string]any{"mail": true}, status: 503, has: []string{`"mail-unavailable"`}},
			put(lia+"/decision", "1", decision).by("coordinator").gives(403, `"not-your-role"`),
			put(lia+"/decision", "1", decision).by("fjell-approver").gives(404, `"not-found"`),
			put(lia+"/decision", "1", map[string]any{"outcome": "joins"}).by("lia-approver").gives(422, `"path":"reference"`),
			put(lia+"/decision", "0", decision).by("lia-approver").gives(412, `"state":"informed"`),
			put(lia+"/decision", "1", decision).by("lia-approver").gives(200, `"state":"joined"`),
			put(lia+"/cohort", "3", map[string]any{"cohort": "Kull 2"}).by("coordinator").gives(200, `"cohort":"Kull 2"`),
			{as: "coordinator", method: "POST", path: lia + "/state", header: map[string]string{"If-Match": "4"}, body: map[string]any{"step": "resume"}, status: 409, has: []string{`"participation-state"`}},
			{as: "coordinator", method: "POST", path: lia + "/state", header: map[string]string{"If-Match": "4"}, body: map[string]any{"step": "begin"}, status: 200, has: []string{`"state":"active"`}},
			{as: "vika-respondent", method: "GET", path: region + "/participations?cohort=Kull+2", status: 200, has: []string{`"reference":"31/20"`}, lacks: []string{"Moen"}},
			{as: "nabo-coordinator", method: "GET", path: region + "/participations", status: 404},
			{as: "lia-respondent", method: "GET", path: lia + "/history", status: 200,
				has: []string{`"action":"invite"`, `"reference":"31/20"`, `"by":"lia-`}},
			{as: "coordinator", method: "GET", path: lia + "/history", status: 200, has: []string{`"by":"coordinator"`}},
			{as: "vika-respondent", method: "GET", path: lia + "/history", status: 404},
			{as: "nabo-coordinator", method: "GET", path: lia + "/history", status: 404},
			{method: "GET", path: lia + "/history", status: 401},
		})
		var said contract.CouncilDecision
		h.must(row{as: "coordinator", method: "POST", path: region + "/council-decisions", body: councilStatement}, &said)
		better := map[string]any{"outcome": "recommended", "body": "Regionrådet", "decidedOn": "2020-05-01", "reference": "8/20"}
		h.run([]row{
			put(region+"/council-decisions/"+said.ID.String(), "1", better).by("coordinator").gives(200, `"reference":"8/20"`),
			put(region+"/council-decisions/"+said.ID.String(), "1", better).by("coordinator").gives(412, `"reference":"8/20"`),
			{as: "lia-admin", method: "GET", path: region + "/participations", status: 200, has: []string{`"outcome":"recommended"`}},
		})
	})
}

func TestTeamAndHandover(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		home := "/organisations/" + h.w.lia.String()
		officer, leaver := h.w.people["lia-respondent"], h.w.people["lia-approver"]
		h.run([]row{
			{as: "lia-respondent", method: "GET", path: home + "/team", status: 200, has: []string{`"missing":["top_manager","business_developer","procurement_lead"]`}},
			{as: "lia-respondent", method: "POST", path: home + "/team", body: map[string]any{"role": "top_manager", "personId": leaver}, status: 200, has: []string{`"account":true`}},
			{as: "lia-respondent", method: "POST", path: home + "/team", body: map[string]any{"role": "procurement_lead", "personId": leaver}, status: 200, has: []string{`"alone":true`}},
			{as: "lia-respondent", method: "POST", path: home + "/handovers", body: map[string]any{"fromPersonId": leaver, "toPersonId": officer, "endsOn": "2999-01-01"}, status: 403},
			{as: "lia-admin", method: "POST", path: home + "/handovers", body: map[string]any{"fromPersonId": leaver, "toPersonId": officer, "endsOn": "2999-01-01"}, status: 200,
				has: []string{`"roles":["approver"]`, `"teamRoles":["top_manager","procurement_lead"]`, `"tasks":0`}},
			{as: "coordinator", method: "GET", path: home + "/team", status: 200, has: []string{"lia-respondent@example.no"}, lacks: []string{"lia-approver@example.no"}},
		})
	})
}

// TestCasePaperAndFirstStart reads the paper without an account, and what an officer
// begins with.
func TestCasePaperAndFirstStart(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		paper := "/regions/" + h.w.testdal.String() + "/case-paper"
		h.openRound()
		h.run([]row{
			{method: "GET", path: paper + "?municipality=" + h.w.lia.String() + "&language=nn", status: 200, has: []string{`"kind":"proposal"`, "Lia deltek i Løftet", `"language":"nn"`}},
			{method: "GET", path: paper, status: 200, has: []string{"tar saken til orientering", "Testdal regionråd"}, lacks: []string{"Lia deltar"}},
			{method: "GET", path: paper + "?municipality=" + h.w.fjell.String(), status: 404},
			{method: "GET", path: paper + "?language=en", status: 422, has: []string{`"path":"language"`}},
			{as: "lia-respondent", method: "GET", path: "/responses/" + h.responseOf("lia-respondent") + "/start", status: 200,
				has: []string{`"key":"decision"`, `"kind":"look_up"`, `"who":"`}},
			{as: "lia-respondent", method: "GET", path: "/responses/" + h.responseOf("vika-respondent") + "/start", status: 404},
		})
		res, page := h.call(row{method: "GET", path: paper + "/page?municipality=" + h.w.lia.String()})
		if res.Header.Get("Content-Type") != "text/html; charset=utf-8" || !strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment; filename=\"deltakelse-i-loftet") ||
			!strings.HasPrefix(page, "<!DOCTYPE html>") {
			t.Errorf("%v\n%s", res.Header, short(page))
		}
	})
}
