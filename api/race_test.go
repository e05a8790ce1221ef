package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"testing"

	"loftet/api/contract"
	"loftet/models"
)

// atOnce is how many make the same call at the same time.
const atOnce = 50

// answer is what one of them got.
type answer struct {
	status int
	body   string
}

// together makes a call many times at once. Nobody may be told that the service
// failed.
func (h *harness) together(r row) []answer {
	h.t.Helper()
	h.cookie(r.as)
	answers := make([]answer, atOnce)
	start := make(chan struct{})
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() {
			<-start
			res, body := h.call(r)
			answers[i] = answer{res.StatusCode, body}
		})
	}
	close(start)
	all.Wait()
	for _, a := range answers {
		if a.status >= http.StatusInternalServerError {
			h.t.Errorf("%s %s: %d %s", r.method, r.path, a.status, short(a.body))
		}
	}
	return answers
}

func succeeded(answers []answer) (good []answer) {
	for _, a := range answers {
		if a.status < 300 {
			good = append(good, a)
		}
	}
	return good
}

// audited counts the audit rows of an action.
func (h *harness) audited(action string) int {
	h.t.Helper()
	var n int64
	h.write(func(tx *models.Tx) error {
		return tx.G.Model(&models.AuditEvent{}).Where("action = ?", action).Count(&n).Error
	})
	return int(n)
}

// oneWins makes a call many times at once: one succeeds, one audit row tells of
// it, as many letters wait as the step sends, and all others are told that they
// were not first.
func (h *harness) oneWins(action string, letters int, r row) {
	h.t.Helper()
	rows, waiting := h.audited(action), h.waiting()
	answers := h.together(r)
	if good := succeeded(answers); len(good) != 1 || h.audited(action)-rows != 1 || h.waiting()-waiting != letters {
		h.t.Errorf("%s: %d succeeded, %d audit rows, %d letters", action, len(good), h.audited(action)-rows, h.waiting()-waiting)
	}
	for _, a := range answers {
		if a.status >= 300 && a.status != http.StatusConflict && a.status != http.StatusPreconditionFailed {
			h.t.Errorf("%s: %d %s", action, a.status, short(a.body))
		}
	}
}

// waiting counts the letters that wait to be sent.
func (h *harness) waiting() int {
	h.t.Helper()
	var n int64
	h.write(func(tx *models.Tx) error { return tx.G.Table("goqite").Count(&n).Error })
	return int(n)
}

// TestQuality11OfManyAtOnceOneWins takes a round, a response, a need and a solution
// through their steps, each step called by many at the same time. None of them
// sends a letter.
func TestQuality11OfManyAtOnceOneWins(t *testing.T) {
	withMailWaiting(t, func(t *testing.T, h *harness) {
		wins := func(action string, r row) { t.Helper(); h.oneWins(action, 0, r) }
		step := func(as, path string, body any) row { return row{as: as, method: "POST", path: path, body: body} }
		var round contract.Round
		h.must(step("coordinator", "/rounds", roundPlan(h.w.testdal.String(), "Kartlegging 2026")), &round)
		state := func(to string) row {
			return step("coordinator", "/rounds/"+round.ID.String()+"/state", map[string]any{"to": to})
		}
		wins("round.open", state("open"))
		h.respond("vika", "no")
		h.respond("moen", "no")
		lia := "/responses/" + h.answered("lia", "no")
		wins("response.send_for_review", step("lia-respondent", lia+"/review", nil))
		wins("response.approve", h.decide("lia-approver", lia, "approval"))
		wins("response.submit", step("lia-approver", lia+"/submissions", nil))
		wins("response.reopen", step("lia-approver", lia+"/reopening", map[string]any{"reason": "feil"}))
		target := put("/rounds/"+round.ID.String()+"/targets/1.2-child", "0", map[string]any{"lower": 30, "optimum": 0, "reason": map[string]string{"nb": "fordi"}})
		wins("round_target.set", target.by("coordinator"))
		wins("round.closed", state("closed"))
		var bench contract.WorkbenchNeeds
		h.must(row{as: "coordinator", method: "GET", path: "/workbench/needs?round=" + round.ID.String()}, &bench)
		if len(bench.Items) != 1 {
			t.Fatalf("%d candidates", len(bench.Items))
		}
		need := "/workbench/needs/" + bench.Items[0].ID.String()
		wins("need.confirm", step("coordinator", need+"/confirmation", nil))
		wins("need.edit", put(need, "2", needEdit("Samtidig")).by("coordinator"))
		wins("need.publish", h.decide("coordinator", need, "publication"))
		wins("need.publish", h.decide("coordinator", need, "publication")) // its second version
		wins("round.frozen", state("frozen"))
		wins("round.published", state("published"))
		solution := "/solutions/" + h.offer("varme")
		wins("solution.edit", put(solution, "1", solutionEdit(nil)).by("varme"))
		wins("solution.submit", step("varme", solution+"/submission", nil))
		wins("solution.publish", h.decide("coordinator", solution, "publication"))
	})
}

// TestOneKeyOneRecord creates under one key many times at once: one record, which
// everybody who gets an answer is told of.
func TestOneKeyOneRecord(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		r := row{as: "varme", method: "POST", path: "/solutions", body: solutionEdit(nil), header: map[string]string{"Idempotency-Key": "one-and-only"}}
		ids := map[string]bool{}
		for _, a := range succeeded(h.together(r)) {
			var made contract.Solution
			if err := json.Unmarshal([]byte(a.body), &made); err != nil {
				t.Fatal(err)
			}
			ids[made.ID.String()] = true
		}
		if n := h.audited("solution.create"); n != 1 || len(ids) != 1 {
			t.Errorf("%d made, %d told", n, len(ids))
		}
	})
}

// TestAnAnswerIsReplayedToItsOwnerAlone sends a key that somebody else used.
func TestAnAnswerIsReplayedToItsOwnerAlone(t *testing.T) {
	h := onSQLite(t)
	key := map[string]string{"Idempotency-Key": "guessed-by-others"}
	mine := row{as: "varme", method: "POST", path: "/solutions", body: solutionEdit(nil), header: key}
	var first, other contract.Solution
	h.must(mine, &first)
	mine.as = "lys"
	if h.must(mine, &other); other.ID == first.ID || other.Business.ID == first.Business.ID {
		t.Errorf("lys was given %v of %v", other.ID, other.Business.Name)
	}
	// the same person acting for another business is another caller
	h.write(func(tx *models.Tx) error {
		return tx.G.Create(&models.Membership{ID: models.NewID(), PersonID: h.w.people["varme"], OrganisationID: h.w.lys, Role: "supplier",
			ValidFrom: "2020-01-01", CreatedAt: tx.Now}).Error
	})
	h.must(row{as: "varme", method: "PUT", path: "/session/organisation", body: map[string]any{"organisationId": h.w.lys}}, nil)
	mine.as = "varme"
	h.run([]row{mine.gives(http.StatusUnprocessableEntity, "idempotency-key-reused")})
	h.must(row{as: "varme", method: "PUT", path: "/session/organisation", body: map[string]any{"organisationId": h.w.varme}}, nil)
	// and one whose role was taken away gets no replay
	h.write(func(tx *models.Tx) error {
		return tx.G.Where("person_id = ?", h.w.people["varme"]).Delete(&models.Membership{}).Error
	})
	h.run([]row{mine.gives(http.StatusForbidden, fmt.Sprintf("%q", "not-your-role"))})
}
