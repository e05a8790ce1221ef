package snapshot_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/internal/dbtest"
	"loftet/internal/jobs"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
)

// TestFromOneDatabaseToTheOtherAndBack saves hard rows, loads them elsewhere, saves
// that again, and so on through both kinds: every file has the same hashes.
func TestFromOneDatabaseToTheOtherAndBack(t *testing.T) {
	for _, way := range [][]models.Dialect{
		{models.SQLite, models.Postgres, models.SQLite},
		{models.Postgres, models.SQLite, models.Postgres},
	} {
		t.Run(string(way[0]), func(t *testing.T) {
			first := migrated(t, way[0])
			write(t, first, hard()...)
			addErrand(t, first)
			file, want := save(t, first)
			for _, kind := range way[1:] {
				next := empty(t, kind)
				if err := load(t, next, file); err != nil {
					t.Fatal(err)
				}
				var got tablefile.Manifest
				if file, got = save(t, next); cmp.Diff(want, got) != "" {
					t.Errorf("on %s (-want +got):\n%s", kind, cmp.Diff(want, got))
				}
				look(t, next)
			}
		})
	}
}

// look asks the database itself for what the hashes stand for.
func look(t *testing.T, db *models.DB) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *models.Tx) error {
		var kept []models.IdempotencyKey
		var targets []models.RoundTarget
		var round models.Round
		if err := errors.Join(tx.G.Order("created_at desc").Find(&kept).Error, tx.G.Order("id").Find(&targets).Error, tx.G.Take(&round).Error); err != nil {
			return err
		}
		if got := hex.EncodeToString(kept[1].Body); got != "0001ff0a" || len(kept[0].Body) > 0 {
			t.Errorf("bytes %s, %v", got, kept[0].Body)
		}
		if *targets[2].Lower != 0.1 || *targets[5].Lower != 5e-324 || targets[0].Optimum != nil || targets[0].Reason["nb"] != "å" {
			t.Errorf("targets %v %v %v", *targets[2].Lower, *targets[5].Lower, targets[0])
		}
		if !round.MadeUp || round.ClosedAt != nil || round.OpensAt.Format("15:04:05.000000") != "01:59:59.123457" {
			t.Errorf("round %+v", round)
		}
		var sessions int64
		if err := tx.G.Model(&models.Session{}).Count(&sessions).Error; sessions != 0 || err != nil {
			t.Errorf("%d people are signed in again, %v", sessions, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func addErrand(t *testing.T, db *models.DB) {
	t.Helper()
	q := jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres})
	if err := db.Write(t.Context(), func(tx *models.Tx) error { return q.Add(t.Context(), tx.SQLTx(), "errand", "to be done") }); err != nil {
		t.Fatal(err)
	}
}

// TestWhatWaitsIsLoadedOnDemandAlone: mail that was sent since must not be sent
// again.
func TestWhatWaitsIsLoadedOnDemandAlone(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		addErrand(t, db)
		file, want := save(t, db)
		for _, demanded := range []bool{false, true} {
			next := empty(t, db.Dialect)
			in, err := tablefile.Open(bytes.NewReader(file), int64(len(file)))
			if err != nil {
				t.Fatal(err)
			}
			if err := snapshot.Load(t.Context(), next, in, demanded); err != nil {
				t.Fatal(err)
			}
			_, got := save(t, next)
			if waits := got.Rows() == 1; waits != demanded {
				t.Errorf("demanded %v: %d rows", demanded, got.Rows())
			}
			if got.Content != want.Content {
				t.Error("what waits counts for the content")
			}
		}
	})
}
