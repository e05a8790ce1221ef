package api_test

import (
	"testing"

	"loftet/api/contract"
)

// respond takes a municipality's response to goals 13 and 17 from its first
// answer to its receipt. Climate budget is yes, partly or no; all else is full
// score or no data.
func (h *harness) respond(town, climateBudget string) {
	h.t.Helper()
	fills, approves := town+"-respondent", town+"-approver"
	at := "/responses/" + h.answered(town, climateBudget)
	h.must(row{as: fills, method: "POST", path: at + "/answers/13.2-budget/files?name=vedtak.pdf", body: []byte("%PDF-1.7 vedtak")}, nil)
	h.must(row{as: fills, method: "POST", path: at + "/review"}, nil)
	h.must(h.decide(approves, at, "approval"), nil)
	h.must(row{as: fills, method: "POST", path: at + "/submissions"}, nil)
}

// answered answers all that a municipality is asked, and gives its response.
func (h *harness) answered(town, climateBudget string) (id string) {
	h.t.Helper()
	fills := town + "-respondent"
	id = h.responseOf(fills)
	at := "/responses/" + id
	h.onlyGoals13And17(fills, id)
	yes := []map[string]any{{"key": "social_plan", "value": 1}, {"key": "budget_plan", "value": 1}, {"key": "annual_report", "value": 1}}
	counts := []map[string]any{{"key": "business", "value": 1}, {"key": "voluntary", "value": 3}, {"key": "research", "value": 1}, {"key": "municipalities", "value": 2}}
	none := map[string]any{"state": "no_data", "reason": "Ikke målt"}
	for code, answer := range map[string]any{
		"13.2-ghg": none, "13.2-road": none, "17.1-econ": none,
		"13.2-budget":   map[string]any{"state": "value", "choice": climateBudget},
		"17.14-sdgplan": map[string]any{"state": "value", "parts": yes},
		"17.17-partner": map[string]any{"state": "value", "parts": counts},
	} {
		h.must(put(at+"/answers/"+code, "0", answer).by(fills), nil)
	}
	return id
}

// candidate closes a round in which Lia and Vika lack a climate budget, and gives
// the one candidate that comes of it.
func (h *harness) candidate() (id string) {
	h.t.Helper()
	round := h.openRound()
	h.respond("lia", "no")
	h.respond("vika", "partly")
	h.respond("moen", "yes")
	var bench contract.WorkbenchNeeds
	h.must(row{as: "coordinator", method: "GET", path: "/workbench/needs"}, &bench)
	if !bench.Provisional || len(bench.Items) != 1 || bench.Items[0].ID != nil {
		h.t.Fatalf("while open: %+v", bench)
	}
	h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "closed"}}, nil)
	h.must(row{as: "coordinator", method: "GET", path: "/workbench/needs?round=" + round.ID.String()}, &bench)
	if bench.Provisional || len(bench.Items) != 1 || bench.Items[0].ID == nil {
		h.t.Fatalf("closed: %+v", bench)
	}
	return bench.Items[0].ID.String()
}

// needEdit is a need's texts with all that publishing asks for.
func needEdit(title string) map[string]any {
	nothing := map[string]string{}
	return map[string]any{
		"title": map[string]string{"nb": title}, "fact": map[string]string{"nb": "To av tre mangler klimabudsjett"}, "rootCauses": nothing,
		"wantedEffect": map[string]string{"nb": "Alle styrer utslippene", "en": "All steer their emissions"}, "volume": nothing, "timeline": nothing,
		"cpv": []string{"79410000"}, "contact": "klima@testdal.example", "deadline": "2026-06-01", "minimumTrl": 5,
	}
}

func TestANeedFromCandidateToPage(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		id := h.candidate()
		at, page := "/workbench/needs/"+id, "/needs/"+id
		post := func(action string, body any) row { return row{method: "POST", path: at + "/" + action, body: body} }
		get := row{method: "GET", path: at}
		title := "Hvordan kan kommunene i Testdal få på plass klimabudsjett med mål og tiltak?"
		english := map[string]string{"Accept-Language": "en"}
		h.run([]row{
			{method: "GET", path: page, status: 404},
			{method: "GET", path: "/needs", status: 200, has: []string{`"total":0`, `"items":[]`}},
			get.by("coordinator").gives(200, title, `"actions":["edit","confirm","reject"]`, `"residents":3400`, `"value":0`, `"revision":1`, `"responseId"`,
				`"key":"severity","label":"Hvor langt unna målet","value":22.5`, `"ruleVersion":"1"`, "2 kommuner er et stykke eller langt fra målet."),
			get.by("council").gives(200, `"actions":[]`, `"automaticTitle":["nb","nn","en"]`),
			{as: "lia-respondent", method: "GET", path: at, status: 200, has: []string{`"state":"withheld"`, `"actions":[]`, `"rounded":true`, `"parts":[]`}, lacks: []string{`"value":50`}},
			{as: "lia-respondent", method: "GET", path: "/workbench/needs", status: 200, has: []string{`"rounded":true`, `"parts":[]`, `"round":{"id":"`}},
			{as: "coordinator", method: "GET", path: "/workbench/needs", status: 200, has: []string{`"rounded":false`, `"round":{"id":"`}, lacks: []string{`"underWay"`}},
			{as: "coordinator", method: "GET", path: "/workbench/needs?weights=100-0-0-0-0-0", status: 200, has: []string{`"tried":{"newRank":1,"priority":75,"rank":1}`, `"weights":[{"key":"severity"`}},
			{as: "lia-respondent", method: "GET", path: "/workbench/needs?weights=100-0-0-0-0-0", status: 200, has: []string{`"rounded":true`}, lacks: []string{`"tried"`}},
			{as: "coordinator", method: "GET", path: "/workbench/needs?weights=100-1-0-0-0-0", status: 422, has: []string{`"path":"weights"`, "100 til sammen"}},
			{as: "coordinator", method: "GET", path: "/workbench/needs?weights=100", status: 422, has: []string{`"path":"weights"`}},
			get.by("moen-respondent").gives(404),
			get.by("nabo-coordinator").gives(404),
			get.by("varme").gives(403),
			post("publication", nil).over("1").by("coordinator").gives(409, "need-not-confirmed", "Bekreft behovet først"),
			post("confirmation", nil).by("lia-approver").gives(403),
			post("confirmation", nil).by("nabo-coordinator").gives(404),
			post("confirmation", nil).by("coordinator").gives(200, `"state":"confirmed"`, `"version":2`),
			post("publication", nil).over("2").by("coordinator").gives(422, `"path":"wantedEffect"`, `"path":"contact"`, "felles postkasse"),
			put(at, "1", needEdit("For sent")).by("coordinator").gives(412, `"current":{`, title),
			put(at, `"2"`, map[string]any{"title": "x"}).by("coordinator").gives(422),
			put(at, `"2"`, needEdit("Hvordan får vi klimabudsjett?")).by("coordinator").gives(200, `"version":3`, `"automaticTitle":[]`, `"deadline":"2026-06-01"`, `"key":"readiness","label":"Hvor klart det er","value":3.3`),
			post("rejection", map[string]any{"reason": "nei, nei"}).by("council").gives(403),
			post("publication", nil).over("2").by("coordinator").gives(412, `"current":{`, "Hvordan får vi klimabudsjett?"),
			post("publication", nil).over("3").by("coordinator").gives(200, `"state":"published"`, `"publishedVersion":1`),
			put(at, `"4"`, needEdit("Et utkast som ingen skal se")).by("coordinator").gives(200),
			{method: "GET", path: page, status: 200, has: []string{"Hvordan får vi klimabudsjett?", `"name":"Lia"`, `"code":"79410000"`, `"number":1`, `"minimumTrl":5`, `"code":"13.2-budget"`},
				lacks: []string{"utkast", `"score"`, "severity", `"name":"Moen"`}},
			{method: "GET", path: page, header: english, status: 200, has: []string{`"language":"nb"`, `{"language":"en","text":"All steer their emissions"}`}},
			{method: "GET", path: "/needs?q=KLIMABUDSJETT&goal=13&region=" + h.w.testdal.String(), status: 200, has: []string{`"total":1`, `"municipalities":2`, `"residents":4600`}},
			{method: "GET", path: "/needs?q=utkast", status: 200, has: []string{`"total":0`}},
			{method: "GET", path: "/needs?deadlineTo=2026-05-31", status: 200, has: []string{`"total":0`}},
			{method: "GET", path: "/needs?cursor=xx", status: 422, has: []string{`"path":"cursor"`}},
			{method: "GET", path: "/needs?deadlineFrom=1.6.2026", status: 422},
			{method: "GET", path: "/needs?deadlineTo=2026-13-01", status: 422, has: []string{`"path":"deadlineTo"`}},
			post("rejection", map[string]any{"reason": "for sent"}).by("coordinator").gives(409, "need-not-rejectable"),
		})
	})
}

// A target that the region sets in a closed round makes its candidates again.
func TestATargetInAClosedRoundMakesACandidate(t *testing.T) {
	h := onSQLite(t)
	at := "/rounds/" + h.openRound().ID.String()
	for _, town := range []string{"lia", "vika", "moen"} {
		response := "/responses/" + h.answered(town, "yes")
		h.must(put(response+"/answers/13.2-road", "1", map[string]any{"state": "value", "value": 900}).by(town+"-respondent"), nil)
		h.must(row{as: town + "-respondent", method: "POST", path: response + "/review"}, nil)
		h.must(h.decide(town+"-approver", response, "approval"), nil)
		h.must(row{as: town + "-respondent", method: "POST", path: response + "/submissions"}, nil)
	}
	bench := row{as: "coordinator", method: "GET", path: "/workbench/needs"}
	h.run([]row{
		{as: "coordinator", method: "POST", path: at + "/state", body: map[string]any{"to": "closed"}, status: 200},
		bench.gives(200, `"items":[]`),
		put(at+"/targets/13.2-road", "0", map[string]any{"lower": 1000, "optimum": 0, "reason": map[string]string{"nb": "vedtatt i rådet"}}).by("coordinator").gives(200),
		bench.gives(200, `"state":"candidate"`, `"code":"13.2-road"`),
	})
}

func TestTwoSidesOfAMatch(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		id := h.candidate()
		nothing := map[string]string{}
		offer := map[string]any{
			"title": map[string]string{"nb": "Klimaregnskap"}, "summary": map[string]string{"nb": "Verktøy for klimabudsjett"}, "description": nothing,
			"goals": []int{13}, "targets": []string{"13.2"}, "indicators": []any{map[string]any{"code": "13.2-budget", "effect": "på plass i år", "proof": "claimed"}},
			"cpv": []string{"79411000"}, "regionIds": []string{}, "trl": 9, "marketState": "pilot", "priceModel": "", "references": "", "website": "",
		}
		var made contract.Solution
		h.must(row{as: "varme", method: "POST", path: "/solutions", body: offer}, &made)
		one := "/solutions/" + made.ID.String()
		bench := "/workbench/needs/" + id
		dismiss := func(as string) row {
			return row{as: as, method: "POST", path: "/dismissals", body: map[string]any{"needId": id, "solutionId": made.ID, "reason": "passer ikke"}}
		}
		h.run([]row{
			{as: "coordinator", method: "POST", path: "/solutions", body: offer, status: 403},
			{as: "varme", method: "GET", path: "/matches", status: 200, has: []string{`"items":[]`}}, // the need is not published
			{as: "lys", method: "GET", path: one, status: 404},
			{as: "coordinator", method: "GET", path: one, status: 404},
			{as: "coordinator", method: "GET", path: "/solutions", status: 200, has: []string{`"items":[]`}},
			{as: "varme", method: "POST", path: one + "/submission", status: 200, has: []string{`"state":"submitted"`}},
			{as: "coordinator", method: "POST", path: one + "/return", body: map[string]any{"reason": "Hvem bruker det?"}, status: 200, has: []string{`"state":"returned"`}},
			{as: "varme", method: "GET", path: one, status: 200, has: []string{"Hvem bruker det?", `"actions":["edit","submit"]`}},
			{as: "varme", method: "POST", path: one + "/submission", status: 200},
			{as: "lia-respondent", method: "GET", path: one, status: 404},
			{as: "coordinator", method: "GET", path: bench + "/matches", status: 200, has: []string{`"items":[]`}},
			row{as: "coordinator", method: "POST", path: one + "/publication"}.over("2").gives(412, `"current":{`, `"state":"submitted"`),
			row{as: "coordinator", method: "POST", path: one + "/publication"}.over("4").gives(200, `"state":"published"`, `"name":"Varme AS"`),
			{as: "lia-respondent", method: "GET", path: one, status: 200, has: []string{`"actions":[]`}},
			{as: "coordinator", method: "GET", path: bench + "/matches", status: 200, has: []string{
				`"reasons":["Bedriften oppgir virkning på indikatoren bak behovet: Klimabudsjett med mål og tiltak (egen påstand)."`,
				`"missing":["Behovet har ingen CPV-kode."]`, `"key":"cpv","known":false`}},
			{as: "moen-respondent", method: "GET", path: bench + "/matches", status: 404},
			{as: "lys", method: "GET", path: bench + "/matches", status: 403},
			{as: "coordinator", method: "POST", path: bench + "/confirmation", status: 200},
			put(bench, "2", needEdit("Hvordan får vi klimabudsjett?")).by("coordinator").gives(200),
			row{as: "coordinator", method: "POST", path: bench + "/publication"}.over("3").gives(200),
			{as: "varme", method: "GET", path: "/matches?solution=" + made.ID.String(), header: map[string]string{"Accept-Language": "en"}, status: 200,
				has: []string{`"Same target: 13.2 Climate action in plans and budgets."`, `"Same CPV class as 79410000."`, `"solutionTitle":"Klimaregnskap"`, `"language":"nb"`}},
			{as: "lys", method: "GET", path: "/matches?solution=" + made.ID.String(), status: 404},
			dismiss("lys").gives(404), dismiss("nabo-coordinator").gives(404), dismiss("council").gives(403),
			dismiss("coordinator").gives(204), dismiss("coordinator").gives(204),
			{as: "coordinator", method: "GET", path: bench + "/matches", status: 200, has: []string{`"dismissed":"passer ikke"`}},
			{as: "varme", method: "GET", path: "/matches", status: 200, has: []string{`"dismissed":""`}, lacks: []string{"passer ikke"}},
			put(one, "9", offer).by("varme").gives(412, `"current":{`, `"state":"published"`),
			put(one, `"5"`, offer).by("varme").gives(200, `"state":"draft"`),
			{as: "lia-respondent", method: "GET", path: one, status: 404},
			{method: "GET", path: "/cpv?q=45", status: 200, has: []string{`"items":[]`}},
		})
	})
}
