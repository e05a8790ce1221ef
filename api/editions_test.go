package api_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"testing"
	"time"

	"loftet/api/contract"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/surveys"
)

// TestAnEditionIsTheStoredBytes: the tag is their checksum, a reader that has them is
// told so, and the council's are nobody else's.
func TestAnEditionIsTheStoredBytes(t *testing.T) {
	h := onSQLite(t)
	round := closedRound(t, h)
	at := "/rounds/" + round.String() + "/editions"
	h.run([]row{{as: "coordinator", method: "POST", path: at, body: map[string]any{"reason": "for tidlig"}, status: http.StatusConflict}})
	h.move(round, surveys.RoundFrozen)
	h.run([]row{{method: "GET", path: at + "/1/public", status: http.StatusNotFound}, {as: "lia-respondent", method: "GET", path: at + "/1/public", status: http.StatusNotFound}})
	h.move(round, surveys.RoundPublished)
	res, body := h.call(row{method: "GET", path: at + "/1/public"})
	sum := sha256.Sum256([]byte(body))
	tag := `"` + hex.EncodeToString(sum[:]) + `"`
	if res.StatusCode != http.StatusOK || res.Header.Get("ETag") != tag || !strings.Contains(res.Header.Get("Cache-Control"), "public") {
		t.Fatalf("%d, %v", res.StatusCode, res.Header)
	}
	h.run([]row{
		{method: "GET", path: at + "/1/public", header: map[string]string{"If-None-Match": tag}, status: http.StatusNotModified},
		{method: "GET", path: at + "/1/own", status: http.StatusNotFound}, {as: "lia-respondent", method: "GET", path: at + "/1/own", status: http.StatusNotFound},
		{as: "nabo-coordinator", method: "GET", path: at + "/1/own", status: http.StatusNotFound}, {as: "council", method: "GET", path: at + "/1/own", status: http.StatusOK},
		{method: "GET", path: at + "/2/public", status: http.StatusNotFound},
		{as: "coordinator", method: "POST", path: at, body: map[string]any{"reason": "ingenting"}, status: http.StatusConflict},
	})
	if _, own := h.call(row{as: "coordinator", method: "GET", path: at + "/1/own"}); own == body {
		t.Error("nothing is withheld here: the comparison is blind")
	}
	var check contract.EditionCheck
	h.must(row{method: "GET", path: at + "/1/public/check"}, &check)
	if !check.Same || !check.Intact || `"`+check.Recomputed+`"` != tag {
		t.Errorf("%+v", check)
	}
}

// TestAPaperSaysThatTheResultsWereCorrected in the page of a paper made before, and not
// in one that is made after.
func TestAPaperSaysThatTheResultsWereCorrected(t *testing.T) {
	h := onSQLite(t)
	round := closedRound(t, h)
	h.move(round, surveys.RoundFrozen)
	h.move(round, surveys.RoundPublished)
	before := h.paper("coordinator", h.order(round, "nb", "own"))
	if before.Info.NewerResults != nil {
		t.Fatalf("%+v", before.Info.NewerResults)
	}
	dbtest.Clock(h.w.db).Add(time.Hour)
	h.write(func(tx *models.Tx) error {
		return tx.G.Exec("update organisations set publishes_figures = not publishes_figures, version = version + 1 where id = ?", h.w.lia).Error
	})
	h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.String() + "/editions", body: map[string]any{"reason": "Lia har ombestemt seg."}}, nil)
	var read contract.Paper
	h.must(row{as: "coordinator", method: "GET", path: "/papers/" + before.Info.ID.String()}, &read)
	if newer := read.Info.NewerResults; newer == nil || newer.Edition != 2 {
		t.Errorf("%+v", newer)
	}
	dbtest.Clock(h.w.db).Add(time.Hour)
	if after := h.paper("coordinator", h.order(round, "nb", "own")); after.Info.NewerResults != nil {
		t.Errorf("%+v", after.Info.NewerResults)
	}
	res, table := h.call(row{method: "GET", path: "/rounds/" + round.String() + "/corrections/table?lang=nn"})
	if res.StatusCode != http.StatusOK || !strings.Contains(table, "Lia har ombestemt seg.") || !strings.Contains(table, "Utgåve") {
		t.Errorf("%d %s", res.StatusCode, table)
	}
}
