package models_test

import (
	"context"
	"errors"
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
)

// attempts gives the keys that are stored.
func attempts(ctx context.Context, t *testing.T, db *models.DB) []string {
	t.Helper()
	var keys []string
	if err := db.Read(ctx, func(tx *models.Tx) error {
		return tx.G.Model(&models.Attempt{}).Order("key").Pluck("key", &keys).Error
	}); err != nil {
		t.Fatal(err)
	}
	return keys
}

func add(ctx context.Context, db *models.DB, key string) error {
	return db.Write(ctx, func(tx *models.Tx) error {
		return tx.G.Create(&models.Attempt{Key: key, Count: 1, WindowEnds: tx.Now}).Error
	})
}

func TestTogetherIsOneTransaction(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		refused := errors.New("refused")
		together := func(parts ...string) error {
			return db.Together(t.Context(), func(ctx context.Context, _ *models.Tx) error {
				for _, key := range parts {
					if key == "" {
						return refused
					}
					_ = add(ctx, db, key) // whoever ignores it still commits nothing
				}
				if inside := attempts(ctx, t, db); len(inside) == 0 {
					t.Error("a part does not see what the one before it wrote")
				}
				return nil
			})
		}
		if err := together("a", ""); !errors.Is(err, refused) {
			t.Errorf("got %v", err)
		}
		if left := attempts(t.Context(), t, db); len(left) != 0 {
			t.Errorf("rolled back, but %v stand", left)
		}
		if err := together("a", "b"); err != nil {
			t.Error(err)
		}
		if left := attempts(t.Context(), t, db); len(left) != 2 {
			t.Errorf("%v stand", left)
		}
	})
}

func TestAPartThatFailedSpoilsTheWhole(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		refused := errors.New("refused")
		err := db.Together(t.Context(), func(ctx context.Context, _ *models.Tx) error {
			if err := add(ctx, db, "kept"); err != nil {
				return err
			}
			_ = db.Write(ctx, func(*models.Tx) error { return refused })
			return nil
		})
		if left := attempts(t.Context(), t, db); !errors.Is(err, refused) || len(left) != 0 {
			t.Errorf("got %v, %v stand", err, left)
		}
	})
}
