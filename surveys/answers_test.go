package surveys_test

import (
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

func TestStaleAnswerTellsHowItIsNow(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		kari, ola := w.respondent(0), w.respondent(0)
		id := w.response(round.ID, kari)
		w.save(kari, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(10)})
		for _, version := range []int{0, 2} {
			_, err := w.s.SaveAnswer(w.ctx(), ola, id, "1.1-a", version, surveys.AnswerInput{State: surveys.Value, Value: f(20)})
			current, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.Answer)
			if !ok || *current.Value != 10 || current.Version != 1 || current.By.ID != kari.Person {
				t.Fatalf("version %d: %+v", version, current)
			}
		}
		if answer := w.save(ola, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(20)}); answer.Version != 2 {
			t.Fatalf("%+v", answer)
		}
		err := w.s.ClearAnswer(w.ctx(), kari, id, "1.1-a", 1)
		refused(t, err, fault.Stale, "stale")
	})
}

func TestTheSameAnswerSentAgainIsNoNewOne(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	id := w.response(w.round("Round", 2026).ID, fills)
	in := surveys.AnswerInput{State: surveys.Value, Value: f(10), Comment: " once "}
	w.save(fills, id, "1.1-a", 0, in)
	if again := w.save(fills, id, "1.1-a", 0, in); again.Version != 1 {
		t.Fatalf("version %d", again.Version)
	}
	if history := w.history(fills, id, "1.1-a"); len(history) != 1 {
		t.Fatalf("%d changes", len(history))
	}
}

// TestAnAnswerTakenAwayCountsOn: somebody who still has the old version must not
// overwrite the answer that was given after it was taken away.
func TestAnAnswerTakenAwayCountsOn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		kari, ola := w.respondent(0), w.respondent(0)
		id := w.response(w.round("Round", 2026).ID, kari)
		w.save(kari, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(10)})
		if err := w.s.ClearAnswer(w.ctx(), kari, id, "1.1-a", 1); err != nil {
			t.Fatal(err)
		}
		if g := must(w.s.GetResponseGoal(w.ctx(), kari, id, 1))(t); g.Questions[0].Answer != nil {
			t.Fatal("still answered")
		}
		if err := w.s.ClearAnswer(w.ctx(), kari, id, "1.1-a", 1); err != nil {
			t.Fatalf("taken away twice: %v", err)
		}
		if answer := w.save(kari, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(11)}); answer.Version != 3 {
			t.Fatalf("version %d", answer.Version)
		}
		_, err := w.s.SaveAnswer(w.ctx(), ola, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(12)})
		refused(t, err, fault.Stale, "stale")
		history := w.history(ola, id, "1.1-a")
		if len(history) != 3 || history[0].From != nil || *history[0].To.Value != 10 || history[1].To != nil || *history[2].To.Value != 11 {
			t.Fatalf("%+v", history)
		}
		if history[2].By == nil || history[2].By.ID != kari.Person {
			t.Fatalf("%+v", history[2].By)
		}
	})
}

func TestConfirmingAndCorrectingStatistics(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.statistic(0, "1.1-a", 2024, 30)
		w.statistic(0, "1.1-a", 2025, 40)
		w.statistic(0, "1.1-a", 2027, 90) // after the round's year
		w.statistic(0, "1.2-b", 2025, 5)
		fills := w.respondent(0)
		id := w.response(w.round("Round", 2026).ID, fills)
		g := must(w.s.GetResponseGoal(w.ctx(), fills, id, 1))(t)
		if q := g.Questions[0]; q.Answer != nil || q.Statistic == nil || *q.Statistic.Value != 40 || q.Statistic.Year != 2025 || !g.Editable || g.NextGoal != 3 {
			t.Fatalf("%+v", g)
		}
		check := must(w.s.CheckResponse(w.ctx(), fills, id))(t)
		if check.Ready || check.Detail.Sections[0].Unconfirmed != 2 || check.Faults[0].Key != surveys.FaultUnconfirmed || check.Faults[2].Key != surveys.FaultNotAnswered {
			t.Fatalf("%+v", check.Faults)
		}

		answer := must(w.s.ConfirmStatistic(w.ctx(), fills, id, "1.1-a"))(t)
		if answer.Origin != "statistics" || *answer.Value != 40 || answer.Source != "SSB 12944" || *answer.StatisticValue != 40 || answer.StatisticYear != 2025 {
			t.Fatalf("%+v", answer)
		}
		if again := must(w.s.ConfirmStatistic(w.ctx(), fills, id, "1.1-a"))(t); again.Version != 1 {
			t.Fatalf("confirmed twice: version %d", again.Version)
		}
		commented := w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(40), Comment: "fits what we see", PriorityReason: " voted by the council "})
		if commented.Origin != "statistics" || commented.PriorityReason != "voted by the council" {
			t.Fatalf("a comment took the confirmation away, or the priority is not kept: %+v", commented)
		}
		correction := surveys.AnswerInput{State: surveys.Value, Value: f(44)}
		_, err := w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", 2, correction)
		if found := refusal(t, err, fault.Invalid, "invalid-input"); found.Fields[0].Path != "overrideReason" {
			t.Fatalf("%+v", found.Fields)
		}
		correction.OverrideReason = "our own count is newer"
		corrected := w.save(fills, id, "1.1-a", 2, correction)
		if corrected.Origin != "typed" || *corrected.Value != 44 || *corrected.StatisticValue != 40 || corrected.OverrideReason == "" {
			t.Fatalf("%+v", corrected)
		}
		_, err = w.s.ConfirmStatistic(w.ctx(), fills, id, "1.1-a")
		refused(t, err, fault.Conflict, "already-answered")
		_, err = w.s.ConfirmStatistic(w.ctx(), fills, id, "3.1-c")
		refused(t, err, fault.Conflict, "no-statistic")

		g = must(w.s.ConfirmGoalStatistics(w.ctx(), fills, id, 1))(t)
		if *g.Questions[0].Answer.Value != 44 || *g.Questions[1].Answer.Value != 5 || g.Response.SectionsDone != 1 {
			t.Fatalf("%+v", g)
		}
	})
}

func TestLastRoundStandsBesideTheQuestion(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		first := w.round("First", 2025)
		w.submitted(first.ID, 0, 10)
		w.change(first.ID, surveys.RoundClosed)
		dbtest.Clock(db).Add(time.Hour)
		fills := w.respondent(0)
		id := w.response(w.round("Second", 2026).ID, fills)
		g := must(w.s.GetResponseGoal(w.ctx(), fills, id, 1))(t)
		if last := g.Questions[0].LastRound; last == nil || *last.Value != 10 || last.Year != 2025 || last.Source != "First" {
			t.Fatalf("%+v", last)
		}
		if last := g.Questions[1].LastRound; last == nil || last.Value != nil || last.State != "no_data" {
			t.Fatalf("%+v", last)
		}
		odd := w.save(fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(16)})
		if len(odd.Doubts) != 1 || odd.Doubts[0].Was != 10 || odd.Doubts[0].Year != 2025 {
			t.Fatalf("%+v", odd.Doubts)
		}
		if explained := w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(16), Comment: "a new school"}); len(explained.Doubts) != 0 {
			t.Fatalf("%+v", explained.Doubts)
		}
	})
}

func TestAnswersNeedAnOpenRound(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	round := w.round("Round", 2026)
	fills := w.respondent(0)
	id := w.response(round.ID, fills)
	w.change(round.ID, surveys.RoundClosed)
	_, err := w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(1)})
	if found := refusal(t, err, fault.Conflict, "round-not-open"); found.Params["state"] != "closed" {
		t.Fatalf("%+v", found.Params)
	}
	_, err = w.s.SaveAnswer(w.ctx(), fills, id, "9.9-z", 0, surveys.AnswerInput{State: surveys.Value, Value: f(1)})
	refused(t, err, fault.NotFound, "not-found")
	if w.audits("response", id, "response.start") != 0 {
		t.Fatal("started by a refused answer")
	}
}
