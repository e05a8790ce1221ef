package models_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

func attempt(key string) *models.Attempt {
	return &models.Attempt{Key: key, Count: 1, WindowEnds: time.Date(2026, 3, 1, 10, 0, 0, 123456000, time.UTC)}
}

func TestWhatIsWrittenIsReadBackInUTC(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx := context.Background()
		want := attempt("a")
		if err := db.Write(ctx, func(tx *models.Tx) error { return tx.G.Create(want).Error }); err != nil {
			t.Fatal(err)
		}
		var got models.Attempt
		if err := db.Read(ctx, func(tx *models.Tx) error { return tx.G.Take(&got, "key = ?", "a").Error }); err != nil {
			t.Fatal(err)
		}
		if !got.WindowEnds.Equal(want.WindowEnds) || got.WindowEnds.Location() != time.UTC {
			t.Fatalf("got %v, want %v", got.WindowEnds, want.WindowEnds)
		}
	})
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx := context.Background()
		stop := errors.New("stop")
		err := db.Write(ctx, func(tx *models.Tx) error {
			if err := tx.G.Create(attempt("a")).Error; err != nil {
				return err
			}
			return stop
		})
		if !errors.Is(err, stop) {
			t.Fatalf("error %v", err)
		}
		var n int64
		if err := db.Read(ctx, func(tx *models.Tx) error { return tx.G.Model(&models.Attempt{}).Count(&n).Error }); err != nil || n != 0 {
			t.Fatalf("%d rows, %v", n, err)
		}
	})
}

func TestDriverErrorsBecomeFaults(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx := context.Background()
		create := func(tx *models.Tx) error { return tx.G.Create(attempt("twice")).Error }
		if err := db.Write(ctx, create); err != nil {
			t.Fatal(err)
		}
		if err := db.Write(ctx, create); fault.KindOf(err) != fault.Conflict {
			t.Errorf("second insert: %v", err)
		}
		err := db.Read(ctx, func(tx *models.Tx) error { return tx.G.Take(&models.Attempt{}, "key = ?", "none").Error })
		if fault.KindOf(err) != fault.NotFound {
			t.Errorf("missing row: %v", err)
		}
	})
	err := dbtest.Broken(t).Read(context.Background(), func(tx *models.Tx) error { return tx.G.Take(&models.Attempt{}).Error })
	if fault.KindOf(err) != fault.Unavailable {
		t.Errorf("broken database: %v", err)
	}
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx := context.Background()
		err := db.Write(ctx, func(tx *models.Tx) error {
			return tx.G.Exec("insert into goose_db_version (version_id, is_applied) values (99999, true)").Error
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := models.Migrate(ctx, db); !errors.Is(err, models.ErrNewerDatabase) {
			t.Fatalf("error %v", err)
		}
	})
}

func TestTheFileIsItsOwnersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	db, err := models.Open(t.Context(), "sqlite:"+path, clock.NewManual(dbtest.Start))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(models.Migrate(t.Context(), db), db.Close()); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestUnknownAddressIsRefused(t *testing.T) {
	if _, err := models.Open(context.Background(), "mysql://x", clock.System()); err == nil {
		t.Fatal("no error")
	}
}

func TestSortKeysFollowTheNorwegianAlphabet(t *testing.T) {
	want := []string{"Andebu", "Östersund", "Ærøy", "Øksnes", "Ål"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int {
		if models.SortKey(a) < models.SortKey(b) {
			return -1
		}
		return 1
	})
	// ä and ö stand with æ and ø, whichever comes first; å is last
	if got[0] != "Andebu" || got[len(got)-1] != "Ål" {
		t.Fatalf("order %v", got)
	}
}

func TestTextFallsBack(t *testing.T) {
	text := models.Text{"lv": "labrīt", "nb": "god morgen"}
	if s, l := text.In("en"); s != "god morgen" || l != "nb" {
		t.Errorf("%q in %q", s, l)
	}
	if s, l := (models.Text{"sv": "god morgon", "lv": "labrīt"}).In("nn"); s != "labrīt" || l != "lv" {
		t.Errorf("%q in %q", s, l)
	}
	if s, l := (models.Text{}).In("nb"); s != "" || l != "" {
		t.Errorf("%q in %q", s, l)
	}
}
