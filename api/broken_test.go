package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"loftet/api"
	"loftet/internal/dbtest"
)

// TestQuality50ABrokenDatabase calls every operation while the database is gone, as
// nobody and with a session. What needs no database may answer; everything else
// says so and when to try again. Nothing panics and nothing internal is told.
func TestQuality50ABrokenDatabase(t *testing.T) {
	h := onSQLite(t)
	operations := matrixOperations(t)
	h.helper("lia-helper", h.w.lia)
	for _, actor := range matrixRoles {
		if actor != "" {
			h.cookie(actor)
		}
	}
	if err := h.w.db.Close(); err != nil {
		t.Fatal(err)
	}
	without := map[string]bool{"listGoals": true, "getMethod": true, "listProblems": true, "getSession": true}
	for _, op := range operations {
		for role, actor := range matrixRoles {
			r := op.call(actor, nowhere())
			res, body := h.call(r)
			switch {
			case actor == "" && !op.roles["public"]:
				if res.StatusCode != http.StatusUnauthorized {
					t.Errorf("%s as nobody: %d", op.id, res.StatusCode)
				}
			case actor == "" && without[op.id]:
				if res.StatusCode >= 300 {
					t.Errorf("%s needs no database and answers %d", op.id, res.StatusCode)
				}
			default:
				if res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" ||
					res.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(body, `"database-unavailable"`) {
					t.Errorf("%s as %q: %d %v %s", op.id, role, res.StatusCode, res.Header, short(body))
				}
				if strings.Contains(body, "closed") || strings.Contains(body, "sql") {
					t.Errorf("%s as %q tells of its insides: %s", op.id, role, body)
				}
			}
		}
	}
}

func TestHealthOfABrokenDatabase(t *testing.T) {
	for _, c := range []struct {
		handler http.Handler
		want    int
	}{{api.Health(), 200}, {api.Ready(dbtest.Broken(t)), 503}} {
		handler, want := c.handler, c.want
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, httptest.NewRequestWithContext(t.Context(), "GET", "/", http.NoBody))
		if rec.Code != want || strings.Contains(rec.Body.String(), "sql") {
			t.Errorf("%d %s, want %d", rec.Code, rec.Body, want)
		}
	}
}

// TestQuality10WhatCannotBeAuditedDoesNotHappen lets the audit fail at the end of every
// write: nothing of the write may stay.
func TestQuality10WhatCannotBeAuditedDoesNotHappen(t *testing.T) {
	w := newMatrixWorld(t)
	w.contentsSignedIn()
	if _, err := w.w.db.SQL().ExecContext(t.Context(),
		"create trigger deaf before insert on audit_events begin select raise(abort, 'deaf'); end"); err != nil {
		t.Fatal(err)
	}
	before := w.contents()
	failed := map[string]bool{}
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			ends := op.id == "signOut" || op.id == "signOutEverywhere" // which leaves nothing to audit with
			if ends || op.method == "GET" || !op.roles["public"] && !op.roles[role] {
				continue
			}
			if status, _ := w.told(op.call(actor, w.ownFor(op, role))); status == http.StatusInternalServerError {
				failed[op.id] = true
			}
			if changed := differences(before, w.contents()); len(changed) > 0 {
				t.Fatalf("%s as %q left traces in %v", op.id, role, changed)
			}
		}
	}
	for _, id := range []string{"createRound", "updateOrganisation", "endMembership", "createSolution", "submitSolution", "publishSolution", "dismissMatch"} {
		if !failed[id] {
			t.Errorf("%s did not come as far as its audit", id)
		}
	}
}
