package surveys_test

import (
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

// At half past midnight in Norway it is still the day before in UTC, where tomorrow has
// not come either way.
func TestTodayHasComeWhenItHasInNorway(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		dbtest.Clock(db).Set(time.Date(2026, time.July, 1, 22, 30, 0, 0, time.UTC))
		for day, come := range map[models.Date]bool{"2026-07-02": true, "2026-07-03": false} {
			_, judged := w.s.RecordJudgement(w.ctx(), w.respondent(0), surveys.JudgementText{Kind: "strength", Text: "people", JudgedOn: day})
			_, spent := w.s.LogEffort(w.ctx(), w.respondent(0), surveys.EffortInput{RoundID: round.ID, SpentOn: day, Minutes: 60, Activity: "answering"})
			for path, err := range map[string]error{"judgedOn": judged, "spentOn": spent} {
				if come && fault.KindOf(err) == fault.Invalid {
					t.Errorf("%s %s: %v", path, day, err)
				}
				if !come {
					onField(t, err, path, "in_future")
				}
			}
		}
	})
}
