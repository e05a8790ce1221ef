package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"loftet/api/contract"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// TestQuality09NoBusinessDescribesMoreSolutions fills a business up.
func TestQuality09NoBusinessDescribesMoreSolutions(t *testing.T) {
	h := onSQLite(t)
	create := row{as: "varme", method: "POST", path: "/solutions", body: solutionEdit(nil)}
	for range 100 {
		h.must(create, nil)
	}
	h.run([]row{create.gives(409, "too-many-solutions"), create.by("lys").gives(201)})
}

// TestQuality09NoRegionRunsMoreRounds fills a region up.
func TestQuality09NoRegionRunsMoreRounds(t *testing.T) {
	h := onSQLite(t)
	plan := func(i int) row {
		return row{as: "coordinator", method: "POST", path: "/rounds", body: roundPlan(h.w.testdal.String(), fmt.Sprintf("Runde %d", i))}
	}
	var first contract.Round
	h.must(plan(0), &first)
	for i := range 49 {
		h.must(plan(i+1), nil)
	}
	h.run([]row{
		plan(50).gives(409, "too-many-rounds"),
		{as: "nabo-coordinator", method: "POST", path: "/rounds", body: roundPlan(h.w.naboland.String(), "Runde"), status: 201},
	})
	for _, to := range []string{"open", "closed", "frozen", "published"} {
		h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + first.ID.String() + "/state", body: map[string]any{"to": to}}, nil)
	}
	h.run([]row{plan(50).gives(201)})
}

// TestQuality09NoOrganisationGivesMoreRoles fills a municipality up.
func TestQuality09NoOrganisationGivesMoreRoles(t *testing.T) {
	h := onSQLite(t)
	for range 497 { // three have one already
		h.spare(h.w.lia, orgs.Respondent)
	}
	invite := row{as: "lia-admin", method: "POST", path: "/organisations/" + h.w.lia.String() + "/memberships",
		body: map[string]any{"name": "Ny", "email": "ny@example.no", "role": "respondent", "language": "nb"}}
	h.run([]row{invite.gives(409, "too-many-roles")})
}

// TestQuality09NoPersonHasMoreSessions signs in again and again: the oldest
// session makes room.
func TestQuality09NoPersonHasMoreSessions(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		first := h.signIn("varme", testWord, nil)
		dbtest.Clock(h.w.db).Add(time.Second)
		second := h.signIn("varme", testWord, nil)
		dbtest.Clock(h.w.db).Add(time.Second)
		for range 99 {
			h.signIn("varme", testWord, nil)
		}
		var list contract.MySessions
		h.must(row{method: "GET", path: "/account/sessions", header: with(second)}, &list)
		if len(list.Items) != 100 {
			t.Errorf("%d sessions", len(list.Items))
		}
		h.run([]row{{name: "the oldest", method: "GET", path: "/account", header: with(first), status: 401}})
	})
}

// TestQuality09AnAnswerToAQuestionAndNoMore: a response holds at most one answer
// for each question, and none to what is not asked.
func TestQuality09AnAnswerToAQuestionAndNoMore(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	at := "/responses/" + h.responseOf("lia-respondent") + "/answers/"
	given := map[string]any{"state": "no_data", "reason": "ikke målt"}
	for version := range 5 {
		h.must(put(at+"13.2-ghg", fmt.Sprint(version), given).by("lia-respondent"), nil)
	}
	h.run([]row{
		put(at+"99.9-none", "0", given).by("lia-respondent").gives(http.StatusNotFound),
		put(at+"13.2-road", "0", map[string]any{"state": "no_data", "reason": strings.Repeat("x", 4001)}).by("lia-respondent").gives(422, `"too_long"`),
		put(at+"17.17-partner", "0", map[string]any{"state": "value", "parts": make([]map[string]any, 51)}).by("lia-respondent").gives(422),
	})
	var n int64
	h.write(func(tx *models.Tx) error { return tx.G.Model(&models.Answer{}).Count(&n).Error })
	if n != 1 {
		t.Errorf("%d answers stand", n)
	}
}
