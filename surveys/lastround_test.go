package surveys_test

import (
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

// question finds a question in a goal.
func question(t *testing.T, g surveys.ResponseGoal, code string) surveys.AnsweredQuestion {
	t.Helper()
	for _, q := range g.Questions {
		if q.Question.Code == code {
			return q
		}
	}
	t.Fatalf("no %s", code)
	return surveys.AnsweredQuestion{}
}

// TestAnswersAreTakenOverFromTheLastRound says "unchanged" to one question and to a
// whole section, over a round in which the municipality did not take part.
func TestAnswersAreTakenOverFromTheLastRound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		first := w.round("Først", 2024).ID
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(first, fills)
		w.answerAll(fills, id, 40)
		w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(40), Source: "Regnskapet", Comment: "Talt to ganger"})
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		must(w.s.SubmitResponse(w.ctx(), fills, id))(t)
		w.change(first, surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished)
		skipped := w.round("Hoppet over", 2025).ID
		w.change(skipped, surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished)

		id = w.response(w.round("Nå", 2026).ID, fills)
		w.statistic(0, "1.2-b", 2025, 12)
		q := question(t, must(w.s.GetResponseGoal(w.ctx(), fills, id, 1))(t), "1.1-a")
		if q.LastRound == nil || *q.LastRound.Value != 40 || q.LastRound.Comment != "Talt to ganger" || q.LastRound.Round != "Først" || !q.Repeatable() {
			t.Fatalf("last round: %+v, repeatable %v", q.LastRound, q.Repeatable())
		}
		unchanged := must(w.s.RepeatAnswer(w.ctx(), fills, id, "1.1-a"))(t)
		if unchanged.Origin != surveys.OriginPrevious || *unchanged.Value != 40 || unchanged.Source != "Regnskapet" || unchanged.Comment != "Talt to ganger" {
			t.Errorf("unchanged: %+v", unchanged)
		}
		if again := must(w.s.RepeatAnswer(w.ctx(), fills, id, "1.1-a"))(t); again.Version != unchanged.Version {
			t.Error("said twice it is written twice")
		}

		must(w.s.RepeatGoal(w.ctx(), fills, id, 1))(t)
		if q := question(t, must(w.s.RepeatGoal(w.ctx(), fills, id, 3))(t), "3.2-share"); q.Answer == nil || q.Answer.Origin != surveys.OriginTakenOver || q.Answer.Parts["all"] != 4 {
			t.Fatalf("taken over: %+v", q.Answer)
		}
		detail := must(w.s.GetResponse(w.ctx(), fills, id))(t)
		if s := detail.Sections; s[0].Answered != 1 || s[0].Unconfirmed != 1 || s[1].Answered != 0 || s[1].Unconfirmed != 2 {
			t.Errorf("what was taken over counts as answered: %+v", s)
		}
		_, err := w.s.SendForReview(w.ctx(), fills, id)
		if refused := refusal(t, err, fault.Conflict, "response-incomplete"); len(refused.Fields) != 3 || refused.Fields[2].Code != surveys.FaultUnconfirmed {
			t.Errorf("sent with answers that nobody confirmed: %+v", refused.Fields)
		}
		w.save(fills, id, "3.1-c", 1, surveys.AnswerInput{State: surveys.Value, Choice: "yes"})
		after := must(w.s.ConfirmGoalStatistics(w.ctx(), fills, id, 3))(t)
		if a, b := question(t, after, "3.1-c").Answer.Origin, question(t, after, "3.2-share").Answer.Origin; a != surveys.OriginTyped || b != surveys.OriginPrevious {
			t.Errorf("origins %s, %s", a, b)
		}
		_, err = w.s.RepeatAnswer(w.ctx(), fills, id, "3.1-c")
		refused(t, err, fault.Conflict, "already-answered")
		if question(t, after, "3.1-c").Repeatable() {
			t.Error("an answer that stands is offered to be replaced")
		}
		newcomer := w.respondent(1)
		_, err = w.s.RepeatAnswer(w.ctx(), newcomer, w.response(detail.Response.Round.ID, newcomer), "1.1-a")
		refused(t, err, fault.Conflict, "nothing-to-repeat")
	})
}

// TestTheMedianOfComparableMunicipalities is shown after submitting alone, and only of
// three others or more.
func TestTheMedianOfComparableMunicipalities(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.write(func(tx *models.Tx) error {
			for i, name := range []string{"Dalen", "Fjorden"} {
				town := w.organisation(tx, "municipality", name)
				w.towns = append(w.towns, town)
				w.create(tx, &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: town, Country: "NO", Number: []string{"9904", "9905"}[i]})
				w.join(tx, town, "")
			}
			return tx.G.Model(&models.Organisation{}).Where("id in ?", w.towns[:4]).Update("comparison_group", "KOSTRA 3").Error
		})
		round := w.round("Runde", 2026).ID
		own := w.respondent(0)
		id := w.submitted(round, 0, 90)
		median := func() *surveys.Median {
			return question(t, must(w.s.GetResponseGoal(w.ctx(), own, id, 1))(t), "1.1-a").Median
		}
		w.submitted(round, 1, 10)
		w.submitted(round, 2, 50)
		w.submitted(round, 4, 99) // of another group
		if m := median(); m != nil {
			t.Errorf("a median of two: %+v", m)
		}
		other := w.respondent(3)
		before := w.response(round, other)
		w.answerAll(other, before, 20)
		if m := question(t, must(w.s.GetResponseGoal(w.ctx(), other, before, 1))(t), "1.1-a").Median; m != nil {
			t.Errorf("a median before submitting: %+v", m)
		}
		must(w.s.SendForReview(w.ctx(), other, before))(t)
		w.approve(w.approver(3), before)
		must(w.s.SubmitResponse(w.ctx(), other, before))(t)
		if m := median(); m == nil || m.Value != 20 || m.Units != 3 || m.Group != "KOSTRA 3" {
			t.Errorf("median %+v, want 20 of 3", m)
		}
	})
}
