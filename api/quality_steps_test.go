package api_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"loftet/api/contract"
)

// shown is what a reader is told that it may do with a record.
type shown struct {
	Actions []string `json:"actions"`
}

// refuses replays, as several people, what they are not offered on a record: it is
// refused, and the record stays as it is.
func (h *harness) refuses(record string, people []string, tries map[string]row) {
	h.t.Helper()
	for _, as := range people {
		var before shown
		read := row{as: as, method: "GET", path: record}
		etag := h.must(read, &before).Header.Get("ETag")
		_, was := h.call(read)
		for action, try := range tries {
			if slices.Contains(before.Actions, action) {
				continue
			}
			try.as, try.path = as, record+try.path
			if try.header == nil {
				try = try.over(etag)
			}
			res, body := h.call(try)
			if !slices.Contains([]int{http.StatusForbidden, http.StatusConflict, http.StatusNotFound}, res.StatusCode) {
				h.t.Errorf("%s as %s, who may %v: %d %s", action, as, before.Actions, res.StatusCode, short(body))
			}
			if _, is := h.call(read); is != was {
				h.t.Fatalf("%s as %s changed the record:\n%s\n%s", action, as, short(was), short(is))
			}
		}
	}
}

// offers holds what people are offered on a record against what the rules say.
func (h *harness) offers(record string, want map[string]string) {
	h.t.Helper()
	for as, actions := range want {
		var read shown
		h.must(row{as: as, method: "GET", path: record}, &read)
		if got := strings.Join(read.Actions, " "); got != actions {
			h.t.Errorf("%s as %s: offered %q, want %q", record, as, got, actions)
		}
	}
}

// steps are calls on a record, by what they do.
func steps(paths map[string]string) map[string]row {
	tries := map[string]row{}
	for action, path := range paths {
		tries[action] = row{method: "POST", path: path}
	}
	return tries
}

var because = map[string]any{"reason": "fordi det er feil"}

// TestQuality06And08WhatIsNotOfferedIsRefused takes a response, a need and a
// solution through their states, and in each of them replays as everybody every
// step that is not offered: those that are skipped, those that are reversed, those
// of other roles.
func TestQuality06And08WhatIsNotOfferedIsRefused(t *testing.T) {
	h := onSQLite(t)
	round := h.openRound()
	people := []string{"lia-respondent", "lia-approver", "lia-admin"}
	ways := steps(map[string]string{"send_for_review": "/review", "approve": "/approval", "submit": "/submissions"})
	ways["return"] = row{method: "POST", path: "/return", body: because}
	ways["reopen"] = row{method: "POST", path: "/reopening", body: because}
	ways["edit"] = row{method: "PUT", path: "/answers/13.2-ghg", body: map[string]any{"state": "no_data", "reason": "ikke målt"}, header: map[string]string{"If-Match": "1"}}
	ways["comment"] = row{method: "POST", path: "/comments", body: map[string]any{"code": "13.2-ghg", "text": "Se på tallet"}}
	ways["anchor"] = row{method: "PUT", path: "/anchorings/political", body: matrixBodies["recordAnchoring"](nil), header: map[string]string{"If-Match": "0"}}
	lia := "/responses/" + h.responseOf("lia-respondent")
	h.offers(lia, map[string]string{"lia-respondent": "edit comment", "lia-approver": "comment"})
	delete(ways, "send_for_review") // is offered on a response that waits for answers only once it is begun
	h.refuses(lia, people, ways)
	h.answered("lia", "no")
	h.offers(lia, map[string]string{"lia-respondent": "edit comment send_for_review", "lia-approver": "comment"})
	ways["send_for_review"] = row{method: "POST", path: "/review"}
	h.refuses(lia, people, ways)
	offered := []map[string]string{
		{"lia-respondent": "comment", "lia-approver": "comment return approve"},
		{"lia-respondent": "comment submit", "lia-approver": "comment return submit"},
		{"lia-respondent": "comment", "lia-approver": "comment reopen"},
	}
	for i, step := range []row{
		{as: "lia-respondent", method: "POST", path: lia + "/review"},
		{as: "lia-approver", path: "approval"},
		{as: "lia-respondent", method: "POST", path: lia + "/submissions"},
	} {
		if step.method == "" {
			step = h.decide(step.as, lia, step.path)
		}
		h.must(step, nil)
		h.offers(lia, offered[i])
		h.refuses(lia, people, ways)
	}
	h.respond("vika", "no")
	h.respond("moen", "no")

	state := func(to string) row {
		return row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": to, "reason": "fordi det er feil"}}
	}
	for _, now := range []string{"open", "closed", "frozen", "published"} {
		if now != "open" {
			h.must(state(now), nil)
		}
		var read contract.Round
		h.must(row{as: "coordinator", method: "GET", path: "/rounds/" + round.ID.String()}, &read)
		for _, to := range []string{"draft", "scheduled", "open", "closed", "frozen", "published", "archived"} {
			if !slices.Contains(read.NextStates, contract.RoundState(to)) {
				h.run([]row{state(to).gives(http.StatusConflict)})
			}
			h.run([]row{state(to).by("council").gives(http.StatusForbidden), state(to).by("nabo-coordinator").gives(http.StatusNotFound)})
		}
		h.refuses(lia, people, ways)
	}
	h.offers(lia, map[string]string{"lia-respondent": "", "lia-approver": "", "lia-admin": ""})
}

// TestQuality06And08OfNeedsAndSolutions is the same for what leads to a purchase.
func TestQuality06And08OfNeedsAndSolutions(t *testing.T) {
	h := onSQLite(t)
	need := "/workbench/needs/" + h.candidate()
	readers := []string{"coordinator", "council", "lia-approver", "admin"}
	ways := steps(map[string]string{"confirm": "/confirmation", "publish": "/publication"})
	ways["reject"] = row{method: "POST", path: "/rejection", body: because}
	ways["edit"] = row{method: "PUT", path: "", body: needEdit("Et behov")}
	h.offers(need, map[string]string{"coordinator": "edit confirm reject", "council": "", "lia-approver": ""})
	h.refuses(need, readers, ways)
	h.must(row{as: "coordinator", method: "POST", path: need + "/confirmation"}, nil)
	h.offers(need, map[string]string{"coordinator": "edit reject publish", "council": "", "lia-approver": ""})
	h.refuses(need, readers, ways)
	h.must(put(need, "2", needEdit("Et behov")).by("coordinator"), nil)
	h.must(h.decide("coordinator", need, "publication"), nil)
	h.offers(need, map[string]string{"coordinator": "edit publish", "council": "", "lia-approver": ""})
	h.refuses(need, readers, ways)

	solution := "/solutions/" + h.offer("varme")
	ways = steps(map[string]string{"submit": "/submission", "publish": "/publication"})
	ways["return"] = row{method: "POST", path: "/return", body: because}
	ways["edit"] = row{method: "PUT", path: "", body: solutionEdit(nil)}
	h.offers(solution, map[string]string{"varme": "edit submit"})
	h.refuses(solution, []string{"varme"}, ways)
	h.must(row{as: "varme", method: "POST", path: solution + "/submission"}, nil)
	h.offers(solution, map[string]string{"varme": "edit", "coordinator": "publish return", "admin": "publish return"})
	h.refuses(solution, []string{"varme", "coordinator", "admin"}, ways)
	h.must(row{as: "coordinator", method: "POST", path: solution + "/return", body: because}, nil)
	h.refuses(solution, []string{"varme"}, ways)
	h.must(row{as: "varme", method: "POST", path: solution + "/submission"}, nil)
	h.must(h.decide("coordinator", solution, "publication"), nil)
	h.offers(solution, map[string]string{"varme": "edit", "coordinator": "", "admin": "", "lia-respondent": ""})
	h.refuses(solution, []string{"varme", "coordinator", "admin", "lia-respondent", "council"}, ways)
}

// TestQuality05ExtraFieldsAreRefused adds to every body what a caller may not set.
func TestQuality05ExtraFieldsAreRefused(t *testing.T) {
	w := newMatrixWorld(t)
	w.contentsSignedIn()
	before := w.contents()
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			full, isObject := op.call(actor, w.ownFor(op, role)).body.(map[string]any)
			if texts, plain := op.call(actor, w.ownFor(op, role)).body.(map[string]string); plain {
				full, isObject = map[string]any{}, true
				for name, text := range texts {
					full[name] = text
				}
			}
			if !isObject || !op.roles["public"] && !op.roles[role] {
				continue
			}
			for _, extra := range []string{"status", "state", "tenant_id", "tenantId", "organisationId", "role", "roles", "approved_by", "approvedBy", "published",
				"publishedAt", "id", "created_at", "createdAt", "version", "personId", "admin", "__proto__", "constructor"} {
				if _, own := full[extra]; own {
					continue
				}
				body := maps.Clone(full)
				body[extra] = "admin"
				r := op.call(actor, w.ownFor(op, role))
				r.body = body
				w.run([]row{r.gives(http.StatusUnprocessableEntity, `"path":"`+extra+`","code":"unknown_field"`)})
			}
		}
	}
	if changed := differences(before, w.contents()); len(changed) > 0 {
		t.Errorf("it changed %v", changed)
	}
}
