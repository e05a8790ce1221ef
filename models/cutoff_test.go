package models_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"loftet/internal/clock"
	"loftet/internal/dbtest"
	"loftet/models"
)

// childMigrates names the database to a test process that migrates it as a program
// would and does nothing else.
const childMigrates = "MODELS_TEST_MIGRATE"

func TestMain(m *testing.M) {
	if address := os.Getenv(childMigrates); address != "" {
		if err := migrateSlowly(context.Background(), address); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// slow are three migrations: one that makes a table, one that changes it in many
// steps of which one takes as long as the table says, and one after it. A second
// run of the middle one would count twice.
func slow(kind models.Dialect) fstest.MapFS {
	wait := "select pg_sleep(seconds) from waits;"
	if kind == models.SQLite {
		wait = `insert into waited with recursive g(n) as (select 1 union all select n + 1 from g, waits where n < seconds * 1000000)
			select count(*) from g;`
	}
	files := fstest.MapFS{}
	for name, statements := range map[string]string{
		"00001_one.sql": "create table waits (seconds integer not null); create table waited (n bigint not null); create table runs (n integer not null); insert into runs values (0); insert into waits values (0);",
		"00002_two.sql": "create table half (n integer not null); update runs set n = n + 1; " + wait + " create table whole (n integer not null);",
		"00003_end.sql": "update runs set n = n + 10;",
	} {
		files["migrations/"+string(kind)+"/"+name] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + strings.ReplaceAll(statements, "; ", ";\n"))}
	}
	return files
}

func migrateSlowly(ctx context.Context, address string) (err error) {
	db, err := models.Open(ctx, address, clock.System())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return models.MigrateFrom(ctx, db, slow(db.Dialect))
}

// child starts a process that migrates.
func child(t *testing.T, address string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), self)
	command.Env = append(os.Environ(), childMigrates+"="+address)
	command.Stderr = &strings.Builder{}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command
}

// waiting gives a database whose next migration takes seconds, open.
func waiting(t *testing.T, kind models.Dialect, seconds int) (string, *models.DB) {
	t.Helper()
	address := dbtest.Empty(t, kind)
	db, err := models.Open(t.Context(), address, clock.System())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	first := slow(kind)
	for name := range first {
		if !strings.Contains(name, "00001") {
			delete(first, name)
		}
	}
	if err := models.MigrateFrom(t.Context(), db, first); err != nil {
		t.Fatal(err)
	}
	do(t, db, fmt.Sprintf("update waits set seconds = %d", seconds))
	return address, db
}

func do(t *testing.T, db *models.DB, statement string) {
	t.Helper()
	if _, err := db.SQL().ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func number(t *testing.T, db *models.DB, query string) (n int) {
	t.Helper()
	if err := db.SQL().QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// until waits for what nothing tells of.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.After(time.Minute); !done(); {
		select {
		case <-tick.C:
		case <-end:
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// amid tells whether a migration is under way in another process.
func amid(t *testing.T, db *models.DB) bool {
	t.Helper()
	if db.Dialect == models.Postgres {
		return number(t, db, "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query like 'select pg_sleep%'") > 0
	}
	do(t, db, "pragma busy_timeout = 0")
	_, err := db.SQL().ExecContext(t.Context(), "begin immediate")
	if err == nil {
		do(t, db, "rollback")
	}
	return err != nil
}

// TestR10AMigrationThatIsCutOffHasLeftNothing kills a process in the middle of a
// migration. The next start completes.
func TestR10AMigrationThatIsCutOffHasLeftNothing(t *testing.T) {
	for _, kind := range dbtest.Kinds {
		t.Run(string(kind), func(t *testing.T) {
			address, db := waiting(t, kind, 4)
			for range 2 {
				process := child(t, address)
				until(t, "it migrates", func() bool { return amid(t, db) })
				if err := process.Process.Kill(); err != nil {
					t.Fatal(err)
				}
				if err := process.Wait(); err == nil {
					t.Fatal("it was through before it was killed")
				}
				until(t, "the database has noticed", func() bool { return !amid(t, db) })
				if version, runs := number(t, db, "select max(version_id) from goose_db_version"), number(t, db, "select n from runs"); version != 1 || runs != 0 {
					t.Errorf("version %d after %d runs", version, runs)
				}
			}
			do(t, db, "update waits set seconds = 0")
			last := child(t, address)
			if err := last.Wait(); err != nil {
				t.Fatalf("the next start: %v, %s", err, last.Stderr)
			}
			if version, runs := number(t, db, "select max(version_id) from goose_db_version"), number(t, db, "select n from runs"); version != 3 || runs != 11 {
				t.Errorf("version %d after %d runs", version, runs)
			}
		})
	}
}

// TestR11ManyStartsMigrateOnce starts several processes at once on a database that
// is not migrated yet, and on one whose next migration takes its time. Each is
// content, and no migration ran twice.
func TestR11ManyStartsMigrateOnce(t *testing.T) {
	for _, kind := range dbtest.Kinds {
		t.Run(string(kind), func(t *testing.T) {
			long, _ := waiting(t, kind, 1)
			for name, address := range map[string]string{"new": dbtest.Empty(t, kind), "long": long} {
				var processes []*exec.Cmd
				for range 5 {
					processes = append(processes, child(t, address))
				}
				for _, p := range processes {
					if err := p.Wait(); err != nil {
						t.Errorf("%s: %v, %s", name, err, p.Stderr)
					}
				}
				db, err := models.Open(t.Context(), address, clock.System())
				if err != nil {
					t.Fatal(err)
				}
				if rows, runs := number(t, db, "select count(*) from goose_db_version"), number(t, db, "select n from runs"); rows != 4 || runs != 11 {
					t.Errorf("%s: %d rows of versions, %d runs", name, rows, runs)
				}
				if err := db.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
