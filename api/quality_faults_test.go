package api_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"loftet/api/contract"
)

// armed puts a trigger on every write of every table: each takes one from a
// budget, and fails when nothing is left.
func (h *harness) armed() {
	h.t.Helper()
	tables := h.column("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
	h.exec("create table budget (n integer not null)")
	h.exec("insert into budget values (1000000)")
	for _, table := range tables {
		if slices.Contains(counting, table) {
			continue
		}
		for _, kind := range []string{"insert", "update", "delete"} {
			h.exec(fmt.Sprintf(`create trigger "fail_%[1]s_%[2]s" before %[2]s on "%[1]s" begin
				update budget set n = n - 1; select raise(fail, 'disk full') from budget where n < 0; end`, table, kind))
		}
	}
}

func (h *harness) exec(query string) {
	h.t.Helper()
	if _, err := h.w.db.SQL().ExecContext(h.t.Context(), query); err != nil {
		h.t.Fatalf("%s: %v", query, err)
	}
}

// budget lets so many writes of a row succeed, and the next one fail.
func (h *harness) budget(n int) { h.exec(fmt.Sprintf("update budget set n = %d", n)) }

// unspent are the contents without the budget itself.
func (h *harness) unspent() map[string]string {
	all := h.contents()
	delete(all, "budget")
	return all
}

// step makes a call fail at its first write, at its second, and so on until it
// succeeds. While it fails, nothing of it may stay, neither a row nor the key that
// it came with.
func (h *harness) step(r row) {
	h.t.Helper()
	if r.header == nil {
		r.header = map[string]string{}
	}
	if r.method == http.MethodPost {
		h.keys++
		r.header["Idempotency-Key"] = fmt.Sprintf("key-number-%d", h.keys)
	}
	before, failed := h.unspent(), 0
	for n := 0; ; n += 1 + n/8 {
		h.budget(n)
		res, body := h.call(r)
		if res.StatusCode < 300 {
			if left := h.column("select n from budget"); strings.HasPrefix(left[0], "-") {
				h.t.Fatalf("%s %s succeeded although write %d failed", r.method, r.path, n)
			}
			break
		}
		failed++
		if res.StatusCode != http.StatusInternalServerError || strings.Contains(body, "disk") {
			h.t.Fatalf("%s %s at write %d: %d %s", r.method, r.path, n, res.StatusCode, short(body))
		}
		if changed := differences(before, h.unspent()); len(changed) > 0 {
			h.t.Fatalf("%s %s failed at write %d and left traces in %v", r.method, r.path, n, changed)
		}
	}
	h.budget(1000000)
	if failed < 2 { // the row and its audit at least
		h.t.Errorf("%s %s failed %d times only: is it armed?", r.method, r.path, failed)
	}
}

// TestQuality10NothingIsHalfDone takes a round, a response, a need and a solution
// through all their steps, and lets each step fail at each of its writes.
func TestQuality10NothingIsHalfDone(t *testing.T) {
	h := onSQLite(t)
	for _, name := range []string{"coordinator", "lia-respondent", "lia-approver", "lia-admin", "vika-respondent", "vika-approver",
		"moen-respondent", "moen-approver", "varme", "admin"} {
		h.cookie(name)
	}
	spare := h.spare(h.w.lia, "respondent")
	h.armed()
	post := func(as, path string, body any) row { return row{as: as, method: "POST", path: path, body: body} }

	h.step(post("coordinator", "/rounds", roundPlan(h.w.testdal.String(), "Kartlegging 2026")))
	var rounds contract.Rounds
	h.must(row{as: "coordinator", method: "GET", path: "/rounds?region=" + h.w.testdal.String()}, &rounds)
	round := "/rounds/" + rounds.Items[0].ID.String()
	h.step(post("coordinator", round+"/state", map[string]any{"to": "open"}))
	h.respond("vika", "no")
	h.respond("moen", "no")
	lia := "/responses/" + h.responseOf("lia-respondent")
	h.step(put(lia+"/answers/1.2-child", "0", map[string]any{"state": "value", "value": 4}).by("lia-respondent"))
	h.step(row{as: "lia-respondent", method: "DELETE", path: lia + "/answers/1.2-child", header: map[string]string{"If-Match": "1"}})
	h.step(row{as: "lia-respondent", method: "PUT", path: lia + "/goals/1/choice", body: map[string]any{"leftOut": true, "reason": "ikke vårt"}})
	h.answered("lia", "no")
	for range 2 {
		h.step(post("lia-respondent", lia+"/review", nil))
		h.step(post("lia-approver", lia+"/return", map[string]any{"reason": "se på 13.2"}))
		h.must(post("lia-respondent", lia+"/review", nil), nil)
		h.step(h.decide("lia-approver", lia, "approval"))
		h.step(post("lia-approver", lia+"/submissions", nil))
		h.step(post("lia-approver", lia+"/reopening", map[string]any{"reason": "feil i 13.2"}))
	}
	h.step(put(round+"/targets/1.2-child", "0", map[string]any{"lower": 30, "optimum": 0, "reason": map[string]string{"nb": "fordi"}}).by("coordinator"))
	h.step(post("coordinator", round+"/state", map[string]any{"to": "closed"}))
	var bench contract.WorkbenchNeeds
	h.must(row{as: "coordinator", method: "GET", path: "/workbench/needs?round=" + rounds.Items[0].ID.String()}, &bench)
	need := "/workbench/needs/" + bench.Items[0].ID.String()
	h.step(post("coordinator", need+"/confirmation", nil))
	h.step(put(need, "2", needEdit("Hvordan får vi klimabudsjett?")).by("coordinator"))
	h.step(h.decide("coordinator", need, "publication"))

	h.step(post("varme", "/solutions", solutionEdit(nil)))
	var offered contract.Solutions
	h.must(row{as: "varme", method: "GET", path: "/solutions"}, &offered)
	solution := "/solutions/" + offered.Items[0].ID.String()
	h.step(put(solution, "1", solutionEdit([]string{h.w.testdal.String()})).by("varme"))
	h.step(post("varme", solution+"/submission", nil))
	h.step(post("coordinator", solution+"/return", map[string]any{"reason": "mangler mål"}))
	h.must(post("varme", solution+"/submission", nil), nil)
	h.step(h.decide("coordinator", solution, "publication"))
	h.step(post("varme", "/dismissals", map[string]any{"needId": bench.Items[0].ID, "solutionId": offered.Items[0].ID, "reason": "passer ikke"}))

	h.step(row{as: "lia-admin", method: "DELETE", path: "/organisations/" + h.w.lia.String() + "/memberships/" + spare})
	h.step(put("/account", "1", map[string]string{"name": "Ny", "language": "nn"}).by("lia-admin"))
	h.step(put("/organisations/"+h.w.lia.String(), "1", map[string]any{"website": "", "mailbox": "", "language": "nb", "description": "Hei",
		"publishesFigures": true}).by("lia-admin"))
	for _, to := range []string{"frozen", "published"} {
		h.step(post("coordinator", round+"/state", map[string]any{"to": to}))
	}
}
