package api_test

import (
	"testing"

	"loftet/api/contract"
	"loftet/models"
)

// TestProvenance follows each kind of number down to what it was made of, and makes it
// again.
func TestProvenance(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := withFigures(t, h)
		at := "/provenance?region=" + h.w.testdal.String() + "&round=" + round.String()
		again := "/provenance/recomputation?region=" + h.w.testdal.String() + "&round=" + round.String()
		lia, turnout := "&municipality="+h.w.lia.String(), "&indicator=16.7-turnout"
		h.run([]row{
			{method: "GET", path: at + lia + turnout, as: "coordinator", status: 200, has: []string{`"kind":"figure"`, `"value":72.75`, `"id":"sdsn","version":"2021.1"`,
				`"boundsVersion":"`, `"origin":"response"`, `"receipt":"`, `"revision":1`, `"source":"egen telling"`, `"hidden":0`}},
			{method: "GET", path: at + "&municipality=" + h.w.moen.String() + turnout, as: "coordinator", status: 200, has: []string{`"value":66.5`, `"origin":"statistics"`, "SSB 09475"},
				lacks: []string{`"submission"`}},
			{method: "GET", path: at + lia + "&goal=9", as: "coordinator", status: 200, has: []string{`"kind":"goal_score"`, `"9.c-fibre"`, `"9.4-ev"`, `"exactScore"`}},
			{method: "GET", path: at + turnout, as: "coordinator", status: 200, has: []string{`"kind":"region_indicator"`, `"units":3`, `"median":66.5`}},
			{method: "GET", path: at + "&goal=9", as: "coordinator", status: 200, has: []string{`"kind":"region_goal"`, `"mean":72.4`, `"goals":[{`}},

			{method: "GET", path: at, as: "coordinator", status: 422, has: []string{"Velg enten en indikator eller et mål"}},
			{method: "GET", path: at + turnout + "&goal=9", as: "coordinator", status: 422},
			{method: "GET", path: at + "&indicator=9.9-none", as: "coordinator", status: 404},
			{method: "GET", path: at + turnout + "&municipality=" + h.w.fjell.String(), as: "coordinator", status: 404},
			{method: "GET", path: at + turnout, status: 404},
			{method: "GET", path: at + turnout, as: "nabo-coordinator", status: 404},
			{method: "GET", path: at + lia + "&indicator=9.c-fibre", as: "moen-respondent", status: 200, has: []string{`"state":"withheld"`}, lacks: []string{"99.5", "receipt", "responseId"}},
		})
		for _, more := range []string{lia + turnout, "&municipality=" + h.w.moen.String() + turnout, lia + "&goal=9", turnout, "&goal=9"} {
			var got contract.Recomputation
			h.must(row{method: "GET", path: again + more, as: "coordinator"}, &got)
			if !got.Same || len(got.Differs) != 0 {
				t.Errorf("%s: %+v", more, got)
			}
		}
	})
}

// TestRecomputationTellsAnotherScore: a stored score that the bounds do not give is told.
func TestRecomputationTellsAnotherScore(t *testing.T) {
	h := onSQLite(t)
	round := withFigures(t, h)
	if err := h.w.db.Write(t.Context(), func(tx *models.Tx) error {
		return tx.G.Exec("update scores set score = 1 where organisation_id = ? and score is not null", h.w.lia).Error
	}); err != nil {
		t.Fatal(err)
	}
	var got contract.Recomputation
	h.must(row{method: "GET", as: "coordinator",
		path: "/provenance/recomputation?region=" + h.w.testdal.String() + "&round=" + round.String() + "&goal=9&municipality=" + h.w.lia.String()}, &got)
	if got.Same || len(got.Differs) != 2 {
		t.Errorf("%+v", got)
	}
}
