package surveys_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

func TestOwnEffortIsLoggedCorrectedAndSummed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		info := w.round("Round", 2026)
		a, other := w.respondent(0), w.respondent(1)
		in := surveys.EffortInput{RoundID: info.ID, SpentOn: models.DateOf(dbtest.Start), Minutes: 90, Activity: "answering", Note: " two goals "}
		first := must(w.s.LogEffort(w.ctx(), a, in))(t)
		if first.Note != "two goals" || first.RoundName != "Round" || first.By == nil {
			t.Fatalf("%+v", first)
		}
		in.Activity, in.Minutes = "gathering", 240
		second := must(w.s.LogEffort(w.ctx(), a, in))(t)
		late := in
		late.SpentOn = models.DateOf(dbtest.Start.Add(48 * time.Hour))
		_, err := w.s.LogEffort(w.ctx(), a, late)
		onField(t, err, "spentOn", "in_future")
		late = in
		late.RoundID = uuid.New()
		_, err = w.s.LogEffort(w.ctx(), a, late)
		refused(t, err, fault.NotFound, "not-found")
		_, err = w.s.CorrectEffort(w.ctx(), other, first.ID, 1, in)
		refused(t, err, fault.NotFound, "not-found")

		in.Minutes = 300
		if c := must(w.s.CorrectEffort(w.ctx(), a, second.ID, 1, in))(t); c.Minutes != 300 || c.Version != 2 {
			t.Fatalf("%+v", c)
		}
		_, err = w.s.CorrectEffort(w.ctx(), a, second.ID, 1, in)
		if now, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.Effort); !ok || now.Minutes != 300 {
			t.Error("a stale correction does not tell how it is now")
		}
		if list := must(w.s.Efforts(w.ctx(), a, &info.ID))(t); len(list) != 2 {
			t.Errorf("%d entries", len(list))
		}
		if list := must(w.s.Efforts(w.ctx(), other, nil))(t); len(list) != 0 {
			t.Errorf("%d entries of a neighbour", len(list))
		}
		_, sums, err := w.s.RoundEfforts(w.ctx(), w.coordinator, info.ID)
		if err != nil || len(sums) != 3 || sums[0].Minutes["answering"] != 90 || sums[0].Minutes["gathering"] != 300 || len(sums[1].Minutes) != 0 {
			t.Errorf("%v %+v", err, sums)
		}
		_, items, _ := w.s.RoundProgress(w.ctx(), w.coordinator, info.ID)
		if items[0].Minutes != 390 {
			t.Errorf("progress tells of %d minutes", items[0].Minutes)
		}
		_, _, err = w.s.RoundEfforts(w.ctx(), a, info.ID)
		refused(t, err, fault.NotFound, "not-found")
		if err := w.s.RemoveEffort(w.ctx(), a, first.ID, 1); err != nil {
			t.Fatal(err)
		}
		if n := w.audits("effort", first.ID, "effort.remove"); n != 1 {
			t.Errorf("%d audit rows", n)
		}
	})
}
