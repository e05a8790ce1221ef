package surveys_test

import (
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/surveys"
)

// TestOfManyAtOnceOneAsksOneAnswersOneMarks: each step after submitting happens once,
// with one audit row.
func TestOfManyAtOnceOneAsksOneAnswersOneMarks(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		id := w.submitted(w.round("Round", 2026).ID, 0, 10)
		fills, verifies := w.respondent(0), w.verifier()
		var asked surveys.PlausibilityQuestion
		for _, step := range []struct {
			action string
			do     func() error
		}{
			{"response.ask", func() error {
				_, err := w.s.AskQuestion(w.ctx(), verifies, id, 1, "1.1-a", "", "it looks odd")
				return err
			}},
			{"response.stand_by", func() error { _, err := w.s.StandBy(w.ctx(), fills, id, asked.ID, "it is so"); return err }},
			{"response.check", func() error { _, err := w.s.MarkChecked(w.ctx(), verifies, id, 1); return err }},
		} {
			if wins := race(t, step.do); wins != 1 {
				t.Fatalf("%s went well %d times", step.action, wins)
			}
			if n := w.audits("response", id, step.action); n != 1 {
				t.Fatalf("%s: %d audit rows", step.action, n)
			}
			asked = must(w.s.ListQuestions(w.ctx(), fills, id))(t)[0]
		}
	})
}

// TestAskingAndReopeningAtOnce: whichever comes first, the response ends under
// correction or questioned, and no question is lost.
func TestAskingAndReopeningAtOnce(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		id := w.submitted(w.round("Round", 2026).ID, 0, 10)
		approves, verifies := w.approver(0), w.verifier()
		asked := make(chan error, 1)
		go func() {
			_, err := w.s.AskQuestion(w.ctx(), verifies, id, 1, "1.1-a", "", "it looks odd")
			asked <- err
		}()
		_, reopened := w.s.ReopenResponse(w.ctx(), approves, id, "a slip")
		question := <-asked
		list := must(w.s.ListQuestions(w.ctx(), approves, id))(t)
		if reopened != nil || (question == nil) != (len(list) == 1) || w.state(approves, id) != surveys.InProgress {
			t.Fatalf("reopened %v, asked %v, %d questions, %s", reopened, question, len(list), w.state(approves, id))
		}
	})
}

// TestNothingIsHalfReviewed: when the audit cannot be written, no step after
// submitting leaves anything behind.
func TestNothingIsHalfReviewed(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	id := w.submitted(w.round("Round", 2026).ID, 0, 10)
	fills, approves, verifies := w.respondent(0), w.approver(0), w.verifier()
	var question surveys.PlausibilityQuestion
	failing := func(table, name string, do func() error) {
		t.Helper()
		exec := func(sql string) {
			if _, err := w.db.SQL().ExecContext(w.ctx(), sql); err != nil {
				t.Fatal(err)
			}
		}
		before := w.state(fills, id)
		exec("create trigger full before insert on " + table + " begin select raise(abort, 'disk full'); end")
		if err := do(); err == nil {
			t.Errorf("%s went well", name)
		}
		exec("drop trigger full")
		list := must(w.s.ListQuestions(w.ctx(), fills, id))(t)
		decisions, _, err := w.s.ListAnchorings(w.ctx(), fills, id)
		if w.state(fills, id) != before || len(decisions) != 0 || err != nil || len(list) > 0 && list[0].State != question.State || len(list) > 0 && question.ID != list[0].ID {
			t.Errorf("%s is half done: %s, was %s; %+v", name, w.state(fills, id), before, list)
		}
	}
	failing("audit_events", "asking", func() error { _, err := w.s.AskQuestion(w.ctx(), verifies, id, 1, "1.1-a", "", "odd"); return err })
	question = w.ask(verifies, id, 1, "1.1-a")
	failing("audit_events", "standing by", func() error { _, err := w.s.StandBy(w.ctx(), fills, id, question.ID, "it is so"); return err })
	must(w.s.ReopenResponse(w.ctx(), approves, id, "a slip"))(t)
	w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(20)})
	must(w.s.SendForReview(w.ctx(), fills, id))(t)
	w.approve(approves, id)
	failing("goal_scores", "correcting", func() error { _, err := w.s.SubmitResponse(w.ctx(), approves, id); return err })
	must(w.s.SubmitResponse(w.ctx(), approves, id))(t)
	question = must(w.s.ListQuestions(w.ctx(), fills, id))(t)[0]
	failing("audit_events", "marking", func() error { _, err := w.s.MarkChecked(w.ctx(), verifies, id, 2); return err })
	must(w.s.MarkChecked(w.ctx(), verifies, id, 2))(t)
	failing("audit_events", "deciding", func() error {
		_, err := w.s.RecordAnchoring(w.ctx(), fills, id, surveys.Political, 0, surveys.AnchoringInput{Body: "x", DecidedOn: "2026-03-01"})
		return err
	})
}
