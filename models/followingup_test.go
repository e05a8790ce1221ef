package models_test

import (
	"fmt"
	"testing"

	"loftet/internal/clock"
	"loftet/internal/dbtest"
	"loftet/models"
)

// TestWhatWasCheckedStaysChecked, and a question asked: before there was a column for it, where a response was
// told that somebody had checked its latest revision.
func TestWhatWasCheckedStaysChecked(t *testing.T) {
	for _, kind := range dbtest.Kinds {
		t.Run(string(kind), func(t *testing.T) {
			db, err := models.Open(t.Context(), dbtest.Empty(t, kind), clock.System())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			if err := models.MigrateTo(t.Context(), db, 4); err != nil {
				t.Fatal(err)
			}
			if kind == models.SQLite {
				do(t, db, "pragma foreign_keys = off")
			} else {
				do(t, db, "alter table responses drop constraint responses_round, drop constraint responses_organisation")
			}
			for i, state := range []string{"submitted", "checked", "anchored"} {
				id := fmt.Sprintf("0199b2c4-5e6f-7a8b-9c0d-00000000000%d", i)
				do(t, db, fmt.Sprintf(`insert into responses (id, version, created_at, updated_at, round_id, organisation_id, state, revision)
values ('%s', 1, '2026-03-01 12:00:00', '2026-03-01 12:00:00', '%s', '%s', '%s', %d)`, id, id, id, state, i+1))
			}
			id := "0199b2c4-5e6f-7a8b-9c0d-000000000000"
			do(t, db, fmt.Sprintf(`insert into plausibility_questions (id, version, created_at, updated_at, response_id, revision, indicator_id, reason, state, asked_at)
values ('%s', 1, '2026-03-01 12:00:00', '2026-03-01 12:00:00', '%s', 1, '%s', 'why', 'open', '2026-03-01 12:00:00')`, id, id, id))
			if err := models.Migrate(t.Context(), db); err != nil {
				t.Fatal(err)
			}
			if number(t, db, "select count(*) from plausibility_questions where indicator_id = '"+id+"' and question = '' and reason = 'why'") != 1 {
				t.Error("a question that was asked is not there any more")
			}
			for state, want := range map[string]int{"submitted": 0, "checked": 2, "anchored": 3} {
				if got := number(t, db, "select checked_revision from responses where state = '"+state+"'"); got != want {
					t.Errorf("of one that is %s revision %d is checked", state, got)
				}
			}
		})
	}
}
