package surveys_test

import (
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/surveys"
)

func TestAScheduledRoundOpensOnItsDay(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		plan := w.plan("Later", 2026)
		plan.OpensAt = dbtest.Start.Add(time.Hour)
		later := must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t)
		w.change(later.ID, surveys.RoundScheduled)
		draft := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan("Draft", 2027)))(t)

		if n := must(w.s.OpenDue(w.ctx()))(t); n != 0 {
			t.Fatalf("%d opened before their time", n)
		}
		dbtest.Clock(db).Add(2 * time.Hour)
		if n := must(w.s.OpenDue(w.ctx()))(t); n != 1 {
			t.Fatalf("%d opened, want 1", n)
		}
		if got := must(w.s.GetRound(w.ctx(), w.coordinator, later.ID))(t); got.State != "open" || got.Municipalities != 3 {
			t.Errorf("%+v", got)
		}
		if got := must(w.s.GetRound(w.ctx(), w.coordinator, draft.ID))(t); got.State != "draft" {
			t.Errorf("a draft went to %s", got.State)
		}
		if n := must(w.s.OpenDue(w.ctx()))(t); n != 0 {
			t.Errorf("%d opened twice", n)
		}
	})
}
