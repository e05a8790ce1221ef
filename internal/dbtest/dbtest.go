package dbtest

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/peterldowns/pgtestdb"

	"loftet/internal/clock"
	"loftet/models"
)

// Start is what the clock of every test database shows at first. The clock stands
// still until the test moves it; see [Clock].
var Start = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)

// Each runs the test once on SQLite and once on PostgreSQL, each time on a
// migrated database without rows that nobody else uses.
func Each(t *testing.T, test func(t *testing.T, db *models.DB)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, open(t, postgresAddress(t, migrator{}))) })
}

// SQLite gives a migrated SQLite database without rows, in a file that goes with
// the test. It is closed when the test ends.
func SQLite(t testing.TB) *models.DB {
	t.Helper()
	return open(t, sqliteAddress(t))
}

// Kinds are the databases that [Empty] gives.
var Kinds = []models.Dialect{models.SQLite, models.Postgres}

// Empty gives the address of a database without tables that nobody else uses, for
// tests of what happens before it is migrated. It goes with the test.
func Empty(t testing.TB, kind models.Dialect) string {
	t.Helper()
	if kind == models.Postgres {
		return postgresAddress(t, pgtestdb.NoopMigrator{})
	}
	return "sqlite:" + filepath.Join(t.TempDir(), "loftet.db")
}

// Broken gives a database that fails every call, as one does whose server is gone.
func Broken(t testing.TB) *models.DB {
	t.Helper()
	db, err := models.Open(t.Context(), sqliteAddress(t), clock.NewManual(Start))
	if err != nil {
		t.Fatalf("open the database to break: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatalf("break the database: %v", err)
	}
	return db
}

// Clock gives the clock of a database that this package opened, to be moved.
func Clock(db *models.DB) *clock.Manual {
	return db.Clock.(*clock.Manual)
}

func open(t testing.TB, address string) *models.DB {
	t.Helper()
	db, err := models.Open(t.Context(), address, clock.NewManual(Start))
	if err != nil {
		t.Fatalf("open the test database: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close the test database: %v", err)
		}
	})
	return db
}
