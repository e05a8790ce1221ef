package api_test

import "testing"

// TestAnOwnAnswerIsAskedAboutOverTheWire: a question about it names the question of the
// questionnaire, never an indicator, and the municipality reads it as any other.
func TestAnOwnAnswerIsAskedAboutOverTheWire(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.ownRound()
		at := "/responses/" + h.answered("lia", "yes")
		h.must(put(at+"/entries/has_plan", "0", map[string]any{"value": true}).by("lia-respondent"), nil)
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/review"}, nil)
		h.must(h.decide("lia-approver", at, "approval"), nil)
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/submissions"}, nil)
		ask := func(about map[string]any) row {
			about["revision"], about["reason"] = 1, "Hvilken plan?"
			return row{as: "coordinator", method: "POST", path: at + "/questions", body: about}
		}
		shown := []string{`"question":"has_plan"`, `"name":"Har dere en plan?"`, `"reason":"Hvilken plan?"`}
		asked := ask(map[string]any{"question": "has_plan"}).gives(201, shown...)
		asked.lacks = []string{`"code"`, `"goal"`}
		h.run([]row{
			ask(map[string]any{}).gives(422, `"path":"code"`),
			ask(map[string]any{"question": "nobody"}).gives(422, `"path":"question"`),
			ask(map[string]any{"question": "has_plan", "code": "13.2-budget"}).gives(422, `"path":"question"`),
			asked,
			ask(map[string]any{"question": "has_plan"}).gives(409, "already-asked"),
			{as: "lia-respondent", method: "GET", path: at + "/questions", status: 200, has: shown},
			{as: "coordinator", method: "GET", path: at + "/review", status: 200, has: shown},
			{as: "lia-respondent", method: "GET", path: at + "/entries/has_plan/history", status: 200, has: []string{`"kind":"asked"`, `"why":"Hvilken plan?"`}},
			{as: "coordinator", method: "GET", path: at + "/submissions/1", status: 200, has: []string{`"label":"Har dere en plan?"`, `"name":"has_plan"`}},
		})
	})
}
