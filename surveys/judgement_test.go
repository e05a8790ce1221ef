package surveys_test

import (
	"context"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

func TestAMunicipalitysStrengthsAreCarriedFromRoundToRound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		a, today := w.respondent(0), models.DateOf(dbtest.Start)
		in := surveys.JudgementText{Kind: "weakness", Goal: 3, Text: " no one measures ", Source: "workshop", JudgedOn: today}
		first := must(w.s.RecordJudgement(w.ctx(), a, in))(t)
		if first.Text != "no one measures" || first.By == nil || first.Version != 1 || !first.Holds() {
			t.Fatalf("%+v", first)
		}
		round := w.round("Round", 2026)
		if list, at, err := w.s.Judgements(w.ctx(), a, &round.ID); err != nil || at != nil || len(list) != 1 {
			t.Errorf("before submitting: %v %v %+v", err, at, list)
		}
		response := w.submitted(round.ID, 0, 10)

		dbtest.Clock(db).Add(time.Hour)
		in.Kind, in.Text = "strength", "we measure now"
		must(w.s.RecordJudgement(w.ctx(), a, in))(t)
		ended := first.JudgementText
		ended.EndedOn, ended.EndReason = today, "somebody does"
		if j := must(w.s.ChangeJudgement(w.ctx(), a, first.ID, 1, ended))(t); j.Holds() || j.Version != 2 {
			t.Errorf("%+v", j)
		}
		_, err := w.s.ChangeJudgement(w.ctx(), a, first.ID, 1, in)
		if now, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.Judgement); !ok || now.EndReason != "somebody does" {
			t.Error("a stale change does not tell how it is now")
		}

		then, at, err := w.s.Judgements(w.ctx(), a, &round.ID)
		if err != nil || at == nil || len(then) != 1 || then[0].Version != 1 || !then[0].Holds() || then[0].By == nil {
			t.Errorf("as it was submitted: %v %v %+v", err, at, then)
		}
		now, _, _ := w.s.Judgements(w.ctx(), a, nil)
		if len(now) != 2 || now[0].Kind != "strength" || now[1].Holds() {
			t.Errorf("now: %+v", now)
		}
		changes := must(w.s.JudgementHistory(w.ctx(), a, first.ID))(t)
		if len(changes) != 2 || !changes[0].Holds() || changes[1].EndReason != "somebody does" || !changes[1].At.After(changes[0].At) || changes[1].By == nil {
			t.Errorf("%+v", changes)
		}

		if taken := must(w.s.TakeSubmission(w.ctx(), a, response, 1, false))(t); len(taken.Judgements) != 1 || taken.Document.Judgements != nil {
			t.Errorf("taken along: %+v", taken.Judgements)
		}
		if taken := must(w.s.TakeSubmission(w.ctx(), w.coordinator, response, 1, false))(t); taken.Judgements != nil {
			t.Errorf("the council takes along %+v", taken.Judgements)
		}
		if taken := must(w.s.TakeDraft(w.ctx(), a, response))(t); len(taken.Judgements) != 2 || len(taken.Document.Judgements) != 2 {
			t.Errorf("as it is now: %+v", taken.Document.Judgements)
		}
	})
}

// Who reads how a strength was worded waits for nobody who words it anew.
func TestAHistoryIsReadWhileSomebodyWrites(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		a := w.respondent(0)
		mine := must(w.s.RecordJudgement(w.ctx(), a, surveys.JudgementText{Kind: "strength", Text: "people", JudgedOn: models.DateOf(dbtest.Start)}))(t)
		w.write(func(tx *models.Tx) error {
			if err := tx.G.Exec("update judgements set version = 2 where id = ?", mine.ID).Error; err != nil {
				return err
			}
			ctx, cancel := context.WithTimeout(w.ctx(), 5*time.Second)
			defer cancel()
			_, err := w.s.JudgementHistory(ctx, a, mine.ID)
			return err
		})
	})
}

func TestANeighbourFindsNoneOfIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		a, other := w.respondent(0), w.respondent(1)
		in := surveys.JudgementText{Kind: "strength", Text: "people", JudgedOn: models.DateOf(dbtest.Start)}
		mine := must(w.s.RecordJudgement(w.ctx(), a, in))(t)
		if list, _, err := w.s.Judgements(w.ctx(), other, nil); err != nil || len(list) != 0 {
			t.Errorf("%v %+v", err, list)
		}
		_, err := w.s.ChangeJudgement(w.ctx(), other, mine.ID, 1, in)
		refused(t, err, fault.NotFound, "not-found")
		_, err = w.s.JudgementHistory(w.ctx(), other, mine.ID)
		refused(t, err, fault.NotFound, "not-found")
	})
}

func TestWhatAJudgementMustSay(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		a, today := w.respondent(0), models.DateOf(dbtest.Start)
		tomorrow := models.DateOf(dbtest.Start.Add(24 * time.Hour))
		good := surveys.JudgementText{Kind: "strength", Text: "people", JudgedOn: today}
		for _, c := range []struct {
			change      func(*surveys.JudgementText)
			field, code string
		}{
			{func(j *surveys.JudgementText) { j.Kind = "both" }, "kind", "not_in_list"},
			{func(j *surveys.JudgementText) { j.Goal = 18 }, "goal", "not_in_list"},
			{func(j *surveys.JudgementText) { j.Text = "  " }, "text", "required"},
			{func(j *surveys.JudgementText) { j.JudgedOn = tomorrow }, "judgedOn", "in_future"},
			{func(j *surveys.JudgementText) { j.JudgedOn = "1.2.26" }, "judgedOn", "date"},
			{func(j *surveys.JudgementText) { j.EndedOn, j.EndReason = tomorrow, "x" }, "endedOn", "in_future"},
			{func(j *surveys.JudgementText) { j.EndedOn, j.EndReason = "2020-01-01", "x" }, "endedOn", "before_start"},
			{func(j *surveys.JudgementText) { j.EndedOn = today }, "endReason", "required"},
		} {
			in := good
			c.change(&in)
			_, err := w.s.RecordJudgement(w.ctx(), a, in)
			onField(t, err, c.field, c.code)
		}
	})
}
