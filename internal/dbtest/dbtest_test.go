package dbtest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/models"
)

// TestEachGivesBothAndNothingIsShared writes the same table twice: a second test
// that saw the first one's table could not create it.
func TestEachGivesBothAndNothingIsShared(t *testing.T) {
	seen := map[models.Dialect]int{}
	for range 2 {
		dbtest.Each(t, func(t *testing.T, db *models.DB) {
			seen[db.Dialect]++
			if _, err := db.SQL().ExecContext(t.Context(), "CREATE TABLE own (id INTEGER)"); err != nil {
				t.Fatal(err)
			}
		})
	}
	if seen[models.SQLite] != 2 {
		t.Errorf("SQLite ran %d times, want 2", seen[models.SQLite])
	}
	if os.Getenv("CI") == "true" && seen[models.Postgres] != 2 {
		t.Errorf("PostgreSQL ran %d times, want 2", seen[models.Postgres])
	}
}

func TestEachIsMigrated(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		current, err := models.SchemaIsCurrent(t.Context(), db)
		if err != nil || !current {
			t.Fatalf("current %v, error %v", current, err)
		}
	})
}

func TestTheClockIsTheTests(t *testing.T) {
	db := dbtest.SQLite(t)
	if now := db.Clock.Now(); !now.Equal(dbtest.Start) {
		t.Errorf("the clock shows %v, want %v", now, dbtest.Start)
	}
	dbtest.Clock(db).Add(time.Hour)
	if now := db.Clock.Now(); !now.Equal(dbtest.Start.Add(time.Hour)) {
		t.Errorf("the clock shows %v an hour later", now)
	}
}

func TestBrokenFailsReadsAndWrites(t *testing.T) {
	db := dbtest.Broken(t)
	work := func(tx *models.Tx) error { return tx.G.Exec("SELECT 1").Error }
	if err := db.Read(t.Context(), work); err == nil {
		t.Error("a read succeeded")
	}
	if err := db.Write(t.Context(), work); err == nil {
		t.Error("a write succeeded")
	}
	if err := db.Ping(t.Context()); err == nil {
		t.Error("it answers")
	}
}

// TestMissingPostgres runs this package's own test binary where the script says
// that there is no PostgreSQL: skipped on a desk, a failure in CI.
func TestMissingPostgres(t *testing.T) {
	root := t.TempDir()
	script := filepath.Join(root, "scripts", "postgres.sh")
	for path, content := range map[string]string{
		filepath.Join(root, "go.mod"): "module loftet\n",
		script:                        "#!/bin/sh\nexit 69\n",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for ci, want := range map[string]string{"": "--- SKIP: TestEachIsMigrated/postgres", "true": "--- FAIL: TestEachIsMigrated/postgres"} {
		output := rerun(t, root, ci)
		if !strings.Contains(output, want) {
			t.Errorf("CI=%q: %q is missing in\n%s", ci, want, output)
		}
	}
}
