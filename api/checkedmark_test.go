package api_test

import "testing"

// TestThePublicSeesWhatIsNotCheckedYet: the mark goes when the latest revision is
// checked, stays gone while the municipality corrects, and comes back with a new one.
func TestThePublicSeesWhatIsNotCheckedYet(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := h.openRound()
		region := "/status/regions/" + h.w.testdal.String() + "?round=" + round.ID.String()
		one := "/status/regions/" + h.w.testdal.String() + "/indicators/16.7-turnout?round=" + round.ID.String()
		own := "/status/municipalities/" + h.w.lia.String() + "?region=" + h.w.testdal.String() + "&round=" + round.ID.String()
		reader := "coordinator"
		shown := func(answer string, others string) {
			t.Helper()
			marked := row{as: reader, method: "GET", path: one, status: 200}
			if mark := []string{`"unchecked":true`}; answer == "submitted" {
				marked.has = mark
			} else {
				marked.lacks = mark
			}
			h.run([]row{
				{as: reader, method: "GET", path: region, status: 200, has: []string{`"answer":"` + answer + `"`}, lacks: []string{`"answer":"` + others + `"`}},
				marked,
				{as: reader, method: "GET", path: own, status: 200, has: []string{`"answer":"` + answer + `"`}},
			})
		}
		h.respond("lia", "no")
		at := "/responses/" + h.responseOf("lia-respondent")
		shown("submitted", "checked")
		h.must(row{as: "verifier", method: "POST", path: at + "/marking", body: map[string]any{"revision": 1}}, nil)
		shown("checked", "submitted")
		h.must(row{as: "lia-approver", method: "POST", path: at + "/reopening", body: map[string]any{"reason": "feil tall"}}, nil)
		shown("checked", "submitted")
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/review"}, nil)
		h.must(h.decide("lia-approver", at, "approval"), nil)
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/submissions"}, nil)
		shown("submitted", "checked")
		for _, to := range []string{"closed", "frozen", "published"} {
			h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": to}}, nil)
		}
		reader = "" // everybody
		shown("submitted", "checked")
	})
}
