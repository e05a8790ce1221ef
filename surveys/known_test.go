package surveys_test

import (
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// What was read ahead counts only while the response is the one that was read.
func TestWhatWasReadAheadIsReadAgainAfterAChange(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(w.round("Round", 2026).ID, fills)
		w.answerAll(fills, id, 10)
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		ctx := w.s.Ahead(w.ctx(), fills, id)
		if read := ctx != w.ctx(); read != (db.Dialect == models.SQLite) {
			t.Fatalf("read ahead: %v", read)
		}
		must(w.s.ReturnResponse(w.ctx(), approves, id, "Count again"))(t)
		w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: new(float64(77)), Source: "Counted again"})
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		receipt := must(w.s.SubmitResponse(ctx, fills, id))(t)
		document := must(w.s.GetSubmission(w.ctx(), fills, id, receipt.Revision))(t).Document
		if !strings.Contains(document, "Counted again") || !strings.Contains(document, "77") {
			t.Errorf("the answers of before were submitted:\n%s", document)
		}
	})
}

// Nobody reads ahead what is not theirs, and what goes wrong is said when it counts.
func TestReadingAheadOfAnothersResponseGivesNothing(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	id := w.response(w.round("Round", 2026).ID, w.respondent(0))
	for name, a := range map[string]orgs.Actor{"another town": w.respondent(1), "nobody": {}} {
		if ctx := w.s.Ahead(w.ctx(), a, id); ctx != w.ctx() {
			t.Errorf("%s reads ahead", name)
		}
	}
}
