package snapshot_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/tablefile"
	"loftet/models"
)

const writers = 8

// counts are how far each writer has come.
type counts [writers]atomic.Int64

func (c *counts) now() (out [writers]int64) {
	for w := range c {
		out[w] = c[w].Load()
	}
	return out
}

// scribble writes without a break: each transaction raises the writer's counter
// and leaves one row in each of two tables, so that half of one shows.
func scribble(ctx context.Context, db *models.DB, w int, begun, done *counts) error {
	own := fmt.Sprintf("writer %d", w)
	for n := int64(1); ctx.Err() == nil; n++ {
		begun[w].Store(n)
		err := db.Write(context.WithoutCancel(ctx), func(tx *models.Tx) error {
			event := &models.AuditEvent{ID: models.NewID(), At: tx.Now, Action: own, ObjectID: fmt.Sprint(n)}
			step := &models.Attempt{Key: fmt.Sprintf("%s step %d", own, n), Count: int(n), WindowEnds: tx.Now}
			sum := &models.Attempt{Key: own, Count: int(n), WindowEnds: tx.Now}
			for _, err := range []error{tx.G.Create(event).Error, tx.G.Save(sum).Error, tx.G.Create(step).Error} {
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		done[w].Store(n)
	}
	return nil
}

// written tells how far each writer had come at the moment of a database, and
// reports what is half.
func written(t *testing.T, db *models.DB) (out [writers]int64) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *models.Tx) error {
		for w := range out {
			own := fmt.Sprintf("writer %d", w)
			var events, steps int64
			err := tx.G.Raw(`select coalesce((select count from attempts where key = ?), 0),
				(select count(distinct object_id) from audit_events where action = ?),
				(select count(*) from attempts where key like ?)`, own, own, own+" step %").Row().Scan(&out[w], &events, &steps)
			if err != nil {
				return err
			}
			if events != out[w] || steps != out[w] {
				t.Errorf("%s had counted to %d, with %d events and %d steps", own, out[w], events, steps)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestR7SavedWhileEightWrite holds each file against what its writers knew: all
// that was acknowledged before is in it, nothing that was begun after, no half.
func TestR7SavedWhileEightWrite(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx, stop := context.WithCancel(t.Context())
		var begun, done counts
		var group sync.WaitGroup
		for w := range writers {
			group.Go(func() {
				if err := scribble(ctx, db, w, &begun, &done); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
			})
		}
		var files []saved
		for range 4 {
			f := saved{before: done.now()}
			f.file, f.manifest = save(t, db)
			f.after = begun.now()
			files = append(files, f)
		}
		stop()
		group.Wait()
		if final := written(t, db); final != done.now() {
			t.Errorf("written %v, acknowledged %v", final, done.now())
		}
		for _, f := range files {
			f.check(t, empty(t, db.Dialect))
		}
		if files[0].before == files[3].after {
			t.Error("nothing was written meanwhile")
		}
	})
}

// saved is a file, with how far the writers were known to have come when it was
// begun and may have come when it was whole.
type saved struct {
	before, after [writers]int64
	file          []byte
	manifest      tablefile.Manifest
}

func (f saved) check(t *testing.T, copied *models.DB) {
	t.Helper()
	if err := load(t, copied, f.file); err != nil {
		t.Fatal(err)
	}
	if _, again := save(t, copied); again.Content != f.manifest.Content {
		t.Error("the copy's content is another")
	}
	for w, n := range written(t, copied) {
		if n < f.before[w] || n > f.after[w] {
			t.Errorf("writer %d had come to %d, at least %d and at most %d", w, n, f.before[w], f.after[w])
		}
	}
}
