package models_test

import (
	"context"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

// TestNothingOutlivesTheWork: what the driver watches in the background is a
// context of the transaction, which ends with it, and never the caller's, which
// may then belong to another request.
func TestNothingOutlivesTheWork(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		for name, work := range map[string]func(context.Context, func(*models.Tx) error) error{"read": db.Read, "write": db.Write} {
			var inside context.Context
			err := work(t.Context(), func(tx *models.Tx) error {
				inside = tx.Context()
				if tx.G.Statement.Context != inside {
					t.Errorf("%s: the driver is given another context", name)
				}
				return inside.Err()
			})
			if err != nil || inside.Err() == nil || t.Context().Err() != nil {
				t.Errorf("%s: %v; afterwards %v", name, err, inside.Err())
			}
		}
	})
}

// TestAQueryThatTakesTooLong ends when the caller's time is up, and is told as a
// database that does not answer now. SQLite lets a step that has begun come to
// its end.
func TestAQueryThatTakesTooLong(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx, end := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer end()
		query := map[models.Dialect]string{
			models.Postgres: "select pg_sleep(60)",
			models.SQLite:   "with recursive c(n) as (select 1 union all select n+1 from c where n < 200000) select n from c",
		}[db.Dialect]
		err := db.Read(ctx, func(tx *models.Tx) error {
			var all []string
			for range 1000 {
				if err := tx.G.Raw(query).Scan(&all).Error; err != nil {
					return err
				}
			}
			return nil
		})
		if fault.KindOf(err) != fault.Unavailable {
			t.Errorf("got %v", err)
		}
	})
}
