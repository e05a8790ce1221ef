package api_test

import (
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/dbtest"
)

// spoilt is a call with something wrong in it.
type spoilt struct {
	row
	what string // is wrong
	// field is the path that a refusal must name; empty where the whole cannot be read.
	field string
	// plain: it is odd, but may be taken for plain data.
	plain bool
}

// telling are words that belong to the inside of the service. None of them stands
// in what the tests send.
var telling = regexp.MustCompile(`(?i)sqlite|postgres|pgx|gorm|goqite|sqlstate|syntax error|constraint failed|check constraint|unique constraint|foreign key|goroutine|runtime error|nil pointer|` +
	`\.go\b|strconv|json:|unmarshal|decoder|reflect|jsonschema|openapi|contract\.|uuid\.|invalid uuid|time\.time|parsing time|struct|/tmp/|/home/|/usr/|/root/|\bEOF\b`)

// inTime is how long an answer to the worst of these may take.
const inTime = 20 * time.Second

// TestQuality13And15BadInput sends every operation of the contract what it must not take, and
// what is odd: in each parameter and each field, made from the contract. It is
// refused with a problem that names the field, or taken for plain data; nothing
// fails, nothing tells of the inside, and what is refused changes nothing.
func TestQuality13And15BadInput(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		w, told := matrixWorldOn(h), explanations{}
		for _, op := range matrixOperations(t) {
			if op.id == "signOut" || op.id == "signOutEverywhere" || ofOwnQuestions[op.id] {
				continue // they take nothing; this round asks no own questions, see TestOwnQuestionsOverTheWire
			}
			role := op.caller()
			base := op.call(matrixRoles[role], w.ownFor(op, role))
			all := append(op.spoiltParameters(base), op.spoiltBodies(t, base)...)
			if op.takesText() && len(all) < 20 {
				t.Errorf("%s: only %d spoilt calls", op.id, len(all))
			}
			w.rested(op)
			before := w.contents()
			for _, s := range all {
				if !s.plain {
					told.of(w, s, w.judge(op, s))
				}
			}
			if changed := differences(before, w.contents()); len(changed) > 0 {
				t.Errorf("%s: refused calls changed %v", op.id, changed)
			}
			for _, s := range all {
				if s.plain {
					w.judge(op, s)
				}
			}
			if changed := differences(before, w.contents()); op.method == http.MethodGet && len(changed) > 0 {
				t.Errorf("%s: reading changed %v", op.id, changed)
			}
		}
		if len(told) < 20 {
			t.Errorf("only %d kinds of refusals: %v", len(told), told)
		}
		w.allCanStillBeRead(t)
	})
}

// caller is the first role that may call the operation; nobody, where all may.
func (m matrixOperation) caller() string {
	for _, role := range []string{"supplier", "respondent", "approver", "municipality_admin", "coordinator", "council_member", "admin"} {
		if m.roles[role] && !m.roles["public"] {
			return role
		}
	}
	return ""
}

// takesText tells whether the operation takes anything from its caller.
func (m matrixOperation) takesText() bool { return len(m.parameters) > 0 || m.body != nil }

// rested lets the limits on calls forget what was, signs the caller in anew, and
// leaves the rows that this makes.
func (w *matrixWorld) rested(op matrixOperation) {
	w.t.Helper()
	dbtest.Clock(w.w.db).Add(time.Hour)
	clear(w.cookies)
	if actor := matrixRoles[op.caller()]; actor != "" {
		w.cookie(actor)
	}
}

// judge sends a spoilt call, holds its answer against what must be true, and gives
// it.
func (w *matrixWorld) judge(op matrixOperation, s spoilt) string {
	w.t.Helper()
	var late atomic.Bool
	watch := time.AfterFunc(inTime, func() { late.Store(true) })
	res, body := w.call(s.row)
	watch.Stop()
	said := func(what string) {
		w.t.Helper()
		w.t.Errorf("%s, %s: %s\n%d %s", op.id, s.what, what, res.StatusCode, short(body))
	}
	switch {
	case late.Load():
		said("no answer in time")
	case res.StatusCode >= 500 && res.StatusCode != otherwise[op.id]:
		said("it failed")
	case !s.plain && res.StatusCode < 400:
		said("it was taken")
	}
	if res.StatusCode < 400 {
		return body
	}
	if found := telling.FindString(strings.Replace(body, `"`+s.field+`"`, `""`, 1)); found != "" {
		said("it tells of " + found)
	}
	var problem refusal
	if err := json.Unmarshal([]byte(body), &problem); err != nil || problem.Title == "" || res.Header.Get("Content-Type") != "application/problem+json" {
		said("it is no problem document")
	}
	named := slices.ContainsFunc(problem.Fields, func(f struct{ Path, Code, Message string }) bool {
		return f.Message != "" && (f.Path == s.field || strings.HasPrefix(f.Path, s.field+"."))
	})
	if s.field != "" && !s.plain && !named {
		said("it does not name " + s.field)
	}
	return body
}

// allCanStillBeRead reads everything as everybody, after all that was stored.
func (w *matrixWorld) allCanStillBeRead(t *testing.T) {
	t.Helper()
	clear(w.cookies)
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			if op.method != http.MethodGet || !op.roles["public"] && !op.roles[role] {
				continue
			}
			if status, answer := w.told(op.call(actor, w.ownFor(op, role))); status >= 500 {
				t.Errorf("%s as %q afterwards: %s", op.id, role, short(answer))
			}
		}
	}
}
