package api_test

import (
	"net/http"
	"strings"
	"testing"

	"loftet/api/contract"
	"loftet/models"
)

// sectionOperations is all that a mailed link's session may call beside what is
// public; whoever adds to it says what the link opens.
var sectionOperations = map[string]bool{"getResponseGoal": true, "getAnswerHistory": true, "saveAnswer": true, "clearAnswer": true,
	"confirmStatistic": true, "confirmGoalStatistics": true, "moveAssignment": true, "attachFile": true, "attachLink": true,
	"takeAwayAttachment": true, "repeatAnswer": true, "repeatGoal": true, "getAttachment": true, "saveEntry": true,
	"handInFile": true, "getEntryHistory": true, "listComments": true, "addComment": true, "markComment": true}

// ofOwnQuestions are the operations on questions that the matrix' rounds do not ask,
// see TestOwnQuestionsOverTheWire.
var ofOwnQuestions = map[string]bool{"saveEntry": true, "handInFile": true, "getEntryHistory": true}

// TestALinkOpensItsSectionAlone calls every operation by a mailed link: those
// of the section work on it and find nothing beside it; all others are refused.
func TestALinkOpensItsSectionAlone(t *testing.T) {
	w := newMatrixWorld(t)
	own := w.own["helper"]
	before := w.contents()
	for _, op := range matrixOperations(t) {
		if op.roles["helper"] != sectionOperations[op.id] {
			t.Errorf("%s: helper %v in the table", op.id, op.roles["helper"])
		}
		if op.roles["public"] {
			continue
		}
		call := op.call("lia-helper", own)
		if ofOwnQuestions[op.id] {
			continue
		}
		if !sectionOperations[op.id] {
			if status, answer := w.told(call); status != http.StatusForbidden {
				t.Errorf("%s by a link: %s", op.id, short(answer))
			}
			continue
		}
		// the same response, another goal
		elsewhere := strings.NewReplacer("/goals/13", "/goals/6", "13.2-budget", "6.4-leak").Replace(call.path)
		if elsewhere != call.path {
			call.path = elsewhere
			if status, answer := w.told(call); status != http.StatusNotFound {
				t.Errorf("%s on another goal: %s", op.id, short(answer))
			}
		}
	}
	if changed := differences(before, w.contents()); len(changed) > 0 {
		t.Errorf("refused calls changed %v", changed)
	}

	at := "/responses/" + own["responseId"]
	value := map[string]any{"state": "value", "choice": "yes"}
	var beside contract.AnswerComment
	w.must(row{as: "lia-respondent", method: "POST", path: at + "/comments", body: map[string]any{"code": "6.4-leak", "text": "Bare for oss"}}, &beside)
	mark := func(id string) row {
		return row{as: "lia-helper", method: "PUT", path: at + "/comments/" + id + "/state", header: map[string]string{"If-Match": "1"}, body: map[string]any{"state": "done"}}
	}
	w.run([]row{
		{as: "lia-helper", method: "GET", path: at + "/comments", status: 200, has: []string{"Se på tallet"}, lacks: []string{"Bare for oss"}},
		{as: "lia-helper", method: "POST", path: at + "/comments", body: map[string]any{"code": "13.2-budget", "text": "Det er sett på"}, status: 201, has: []string{`"name":"Hjelper"`}},
		{as: "lia-helper", method: "POST", path: at + "/comments", body: map[string]any{"code": "6.4-leak", "text": "Utenfor"}, status: 422, lacks: []string{"Bare for oss"}},
		mark(own["commentId"]).gives(200, `"state":"done"`),
		mark(beside.ID.String()).gives(404),
		{as: "lia-respondent", method: "GET", path: at + "/comments", status: 200, has: []string{"Det er sett på", "Bare for oss"}},
		{as: "lia-helper", method: "GET", path: "/session", status: 200, has: []string{`"roles":["helper"]`, `"organisations":[]`, `"goal":13`}},
		{as: "lia-helper", method: "GET", path: at + "/goals/13", status: 200, has: []string{`"editable":true`, `"mine":true`}},
		put(at+"/answers/13.2-budget", "0", value).by("lia-admin").gives(409, "section-handed-out", "Kollega svarer på mål 13"),
		put(at+"/answers/13.2-budget", "0", value).by("lia-helper").gives(200, `"name":"Hjelper"`),
		{as: "lia-admin", method: "GET", path: at, status: 200, has: []string{`"state":"started"`, `"byLink":true`}},
		{as: "lia-respondent", method: "GET", path: at + "/assignments", status: 200, lacks: []string{"@"}},
		{as: "lia-helper", method: "POST", path: "/assignments/" + own["assignmentId"] + "/state", body: map[string]any{"to": "accepted"}, status: 403},
		{as: "lia-helper", method: "POST", path: "/assignments/" + own["assignmentId"] + "/state", body: map[string]any{"to": "answered"}, status: 200},
		{as: "lia-admin", method: "POST", path: at + "/review", status: 409, has: []string{"section-out"}},
		{as: "lia-admin", method: "POST", path: "/assignments/" + own["assignmentId"] + "/state", body: map[string]any{"to": "accepted"}, status: 200},
		{name: "the link is over", as: "lia-helper", method: "GET", path: at + "/goals/13", status: 401, has: []string{"section-link-over"}},
		{as: "lia-helper", method: "GET", path: "/session", status: 200, has: []string{`"signedIn":false`}},
		put(at+"/answers/13.2-budget", "1", value).by("lia-admin").gives(200, `"state":"value"`),
	})
}

// TestASectionLinkDies tries a link that is unknown, late, taken back or of a round
// that is over: they cannot be told from one another.
func TestASectionLinkDies(t *testing.T) {
	w := newMatrixWorld(t)
	id := w.own["helper"]["assignmentId"]
	open := func(token string) (int, string) {
		return w.told(row{method: "POST", path: "/section-links", body: map[string]any{"token": token}})
	}
	set := func(table, where string, values map[string]any) {
		w.write(func(tx *models.Tx) error { return tx.G.Table(table).Where("id = ?", where).Updates(values).Error })
	}
	status, unknown := open(strings.Repeat("x", 72))
	if status != http.StatusConflict {
		t.Fatal(unknown)
	}
	var round string
	w.write(func(tx *models.Tx) error {
		return tx.G.Table("responses").Where("id = ?", w.own["helper"]["responseId"]).Pluck("round_id", &round).Error
	})
	for name, c := range map[string]struct {
		table, id   string
		dead, alive map[string]any
	}{
		"late":       {"assignments", id, map[string]any{"token_expires_at": w.w.db.Clock.Now()}, map[string]any{"token_expires_at": w.w.db.Clock.Now().AddDate(0, 0, 9)}},
		"taken back": {"assignments", id, map[string]any{"state": "taken_back"}, map[string]any{"state": "started"}},
		"by account": {"assignments", id, map[string]any{"email": ""}, map[string]any{"email": "lia-helper@example.no"}},
		"round over": {"rounds", round, map[string]any{"state": "closed"}, map[string]any{"state": "open"}},
	} {
		set(c.table, c.id, c.dead)
		if _, told := open(strings.Repeat(id, 2)); told != unknown {
			t.Errorf("%s: %s", name, short(told))
		}
		if status, told := w.told(row{as: "lia-helper", method: "GET", path: "/responses/" + w.own["helper"]["responseId"] + "/goals/13"}); status != http.StatusUnauthorized {
			t.Errorf("%s, an open session: %s", name, short(told))
		}
		set(c.table, c.id, c.alive)
		if status, told := open(strings.Repeat(id, 2)); status != http.StatusOK {
			t.Errorf("%s no more: %s", name, short(told))
		}
	}
}
