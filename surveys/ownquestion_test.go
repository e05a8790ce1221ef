package surveys_test

import (
	"slices"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

// TestAnOwnAnswerIsAskedAbout: those who check ask about the answer to an own question as
// about any other, and it is corrected when that one is another.
func TestAnOwnAnswerIsAskedAbout(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(w.ownRound(w.questionnaire(ownForm())).ID, fills)
		w.answerAll(fills, id, 10)
		w.enter(fills, id, "has_plan", 0, 0, true)
		w.enter(fills, id, "people", 0, 0, 5.0)
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		must(w.s.SubmitResponse(w.ctx(), approves, id))(t)

		for field, about := range map[string][2]string{"code": {"9.9-none", ""}, "question": {"", "nobody"}} {
			_, err := w.s.AskQuestion(w.ctx(), w.coordinator, id, 1, about[0], about[1], "why")
			onField(t, err, field, "not_in_list")
		}
		_, err := w.s.AskQuestion(w.ctx(), w.coordinator, id, 1, "1.1-a", "people", "why")
		onField(t, err, "question", "not_asked")
		asked := must(w.s.AskQuestion(w.ctx(), w.coordinator, id, 1, "", "people", "Only five?"))(t)
		if code, _ := asked.About(); asked.Goal != 3 || asked.Indicator != nil || code != "people" {
			t.Errorf("%+v", asked)
		}
		_, err = w.s.AskQuestion(w.ctx(), w.verifier(), id, 1, "", "people", "the same again")
		refused(t, err, fault.Conflict, "already-asked")
		must(w.s.AskQuestion(w.ctx(), w.coordinator, id, 1, "", "has_plan", "Which plan?"))(t)
		if s := w.section(fills, id, 3); s.Waiting != 1 {
			t.Errorf("%d questions wait in the section", s.Waiting)
		}

		must(w.s.ReopenResponse(w.ctx(), approves, id, "counted again"))(t)
		w.enter(fills, id, "people", 0, 1, 50.0)
		w.resubmit(id)
		states := map[string]surveys.PlausibilityQuestion{}
		for _, q := range must(w.s.ListQuestions(w.ctx(), w.coordinator, id))(t) {
			states[q.Question] = q
		}
		if states["people"].State != "corrected" || states["people"].SettledRevision != 2 || states["has_plan"].State != "open" {
			t.Errorf("%+v", states)
		}
		changes, _, err := w.s.EntryHistory(w.ctx(), fills, id, "people", 0)
		if err != nil || !slices.ContainsFunc(changes, func(c surveys.AnswerChange) bool { return c.Kind == surveys.AnswerCorrected && c.Revision == 2 }) {
			t.Errorf("%+v, %v", changes, err)
		}
		taken := must(w.s.TakeSubmission(w.ctx(), w.coordinator, id, 2, false))(t)
		if len(taken.Asked) != 1 || taken.Asked[0].Goal != 3 {
			t.Errorf("%+v", taken.Asked)
		}
	})
}
