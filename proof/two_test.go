package proof_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/models"
	"loftet/proof/stand"
)

// R11: two services start at the same time on one new database, are written to at
// the same time, are killed at the same time and start again. They are as right
// as one: each client goes on at the other, and finds what the first acknowledged.
func TestR11TwoServicesOnOneDatabase(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { doubled(t, onSQLite(t)) })
	t.Run("postgres", func(t *testing.T) { doubled(t, onPostgres(t)) })
}

func doubled(t *testing.T, database string) {
	set := stand.Setting{Binary: program(t), Database: database, Env: []string{"LOFTET_DATA=" + dataOf(t, database)}}
	both := pair(t, set)
	migratedOnce(t, database)
	writers, all := crew(t, database) // while both run
	for swap := range 4 {
		if swap > 0 {
			both = pair(t, set)
		}
		var clients sync.WaitGroup
		for i, w := range writers {
			at := both[(i+swap)%2]
			clients.Go(func() {
				if err := w.life(t.Context(), at.URL); !errors.Is(err, errGone) {
					t.Errorf("%s: %v", w.name, err)
				}
			})
		}
		enough := all.Load() + 300 // the slowest client of eight gets about one in forty
		if err := stand.Until(t.Context(), time.Minute, func() bool { return t.Failed() || all.Load() >= enough }); err != nil {
			t.Error(err) // they do not write any more
		}
		if err := errors.Join(both[0].Kill(), both[1].Kill()); err != nil {
			t.Error(err)
		}
		clients.Wait()
		if t.Failed() {
			t.Fatalf("they said:\n%s\n%s", both[0].Log(), both[1].Log())
		}
	}
	settled(t, set, writers)
	for _, w := range writers {
		t.Logf("%-14s %5d writes acknowledged, %2d sent again to the other", w.name, w.written, w.repeated)
		if w.written < 8 {
			t.Errorf("%s wrote %d times: too little to prove anything", w.name, w.written)
		}
	}
	wholeRows(t, database)
	migratedOnce(t, database)
}

// pair starts two services at the same time.
func pair(t *testing.T, set stand.Setting) (both [2]*stand.Service) {
	t.Helper()
	var starting sync.WaitGroup
	var errs [2]error
	for i := range both {
		starting.Go(func() {
			if both[i], errs[i] = stand.Start(t.Context(), set); errs[i] != nil {
				errs[i] = fmt.Errorf("service %d: %w", i, errs[i])
			}
		})
	}
	starting.Wait()
	if err := errors.Join(errs[:]...); err != nil {
		t.Fatal(err)
	}
	return both
}

// migratedOnce holds that no migration ran twice, nor what the program ships was
// loaded twice.
func migratedOnce(t *testing.T, database string) {
	t.Helper()
	db, err := models.Open(t.Context(), database, clock.System())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it was only read
	for _, query := range []string{
		"select count(*) - count(distinct version_id) from goose_db_version",
		"select count(*) - count(distinct name) from catalogues",
		"select count(*) - 2 from catalogues where region_id is null",
	} {
		var n int
		if err := db.SQL().QueryRowContext(t.Context(), query).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d, %v", query, n, err)
		}
	}
}
