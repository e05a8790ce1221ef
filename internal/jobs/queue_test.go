package jobs_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/jobs"
	"loftet/models"
)

type errand struct{ Name string }

// at starts a queue whose jobs report to a channel.
func at(t *testing.T, db *models.DB, more ...func(*jobs.Queue)) (*jobs.Queue, chan string) {
	t.Helper()
	q := jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres, Poll: 5 * time.Millisecond})
	done := make(chan string, 10)
	jobs.Handle(q, "errand", func(_ context.Context, e errand) error { done <- e.Name; return nil })
	for _, register := range more {
		register(q)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() { q.Start(ctx); close(stopped) }()
	t.Cleanup(func() { cancel(); <-stopped })
	return q, done
}

func TestAJobRunsWhenItsTransactionCommits(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		q, done := at(t, db)
		changed := errors.New("changed my mind")
		err := db.Write(t.Context(), func(tx *models.Tx) error {
			if err := q.Add(t.Context(), tx.SQLTx(), "errand", errand{"dropped"}); err != nil {
				t.Fatal(err)
			}
			return changed
		})
		if !errors.Is(err, changed) {
			t.Fatal(err)
		}
		for _, name := range []string{"first", "second"} {
			err := db.Write(t.Context(), func(tx *models.Tx) error { return q.Add(t.Context(), tx.SQLTx(), "errand", errand{name}) })
			if err != nil {
				t.Fatal(err)
			}
			select {
			case got := <-done:
				if got != name {
					t.Errorf("%q ran, want %q", got, name)
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("%s never ran", name)
			}
		}
	})
}

func TestAFailedJobStays(t *testing.T) {
	db := dbtest.SQLite(t)
	failed := make(chan struct{}, 1)
	q, done := at(t, db, func(q *jobs.Queue) {
		jobs.Handle(q, "failing", func(context.Context, errand) error {
			failed <- struct{}{}
			return errors.New("no")
		})
	})
	add := func(name string) {
		t.Helper()
		if err := db.Write(t.Context(), func(tx *models.Tx) error { return q.Add(t.Context(), tx.SQLTx(), name, errand{"after"}) }); err != nil {
			t.Fatal(err)
		}
	}
	add("failing")
	<-failed
	add("errand")
	<-done
	left := -1
	if err := db.SQL().QueryRowContext(t.Context(), "select count(*) from goqite where instr(body, x'6661696c696e67') > 0").Scan(&left); err != nil {
		t.Fatal(err)
	}
	if left != 1 {
		t.Error("a job that failed was dropped")
	}
}

func TestAJobNeedsATransaction(t *testing.T) {
	q := jobs.New(dbtest.SQLite(t).SQL(), jobs.Options{})
	if err := q.Add(t.Context(), nil, "errand", errand{}); err == nil {
		t.Error("a job was added outside a transaction")
	}
	db := dbtest.SQLite(t)
	err := db.Write(t.Context(), func(tx *models.Tx) error { return q.Add(t.Context(), tx.SQLTx(), "errand", make(chan int)) })
	if err == nil {
		t.Error("a job that cannot be written was added")
	}
}

// TestNoJobStopsTheOthers puts jobs in that panic: one at its work, and one that
// nobody knows, as a newer program may have left it.
func TestNoJobStopsTheOthers(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		q, done := at(t, db, func(q *jobs.Queue) {
			jobs.Handle(q, "panicking", func(context.Context, errand) error { panic("oh") })
		})
		for _, name := range []string{"unknown", "panicking", "errand"} {
			if err := db.Write(t.Context(), func(tx *models.Tx) error { return q.Add(t.Context(), tx.SQLTx(), name, errand{name}) }); err != nil {
				t.Fatal(err)
			}
		}
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatal("the others wait for ever")
		}
	})
}

func TestJobsThatNobodyCouldDoAreForgotten(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		q := jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres})
		for name, row := range map[string]string{
			"tried in vain":         "created = '2026-01-01T00:00:00.000Z', received = 60",
			"to be tried again":     "created = '2026-01-01T00:00:00.000Z', received = 59",
			"tried in vain of late": "created = '2026-01-01T00:00:00.001Z', received = 60",
		} {
			if err := db.Write(t.Context(), func(tx *models.Tx) error { return q.Add(t.Context(), tx.SQLTx(), name, errand{name}) }); err != nil {
				t.Fatal(err)
			}
			// the queue has the database's own time
			if _, err := db.SQL().ExecContext(t.Context(), "update goqite set priority = 1, "+row+" where priority = 0"); err != nil {
				t.Fatal(err)
			}
		}
		if err := q.Forget(t.Context(), time.Date(2026, 1, 1, 0, 0, 0, int(time.Millisecond), time.UTC)); err != nil {
			t.Fatal(err)
		}
		left, vain := 0, 0
		err := db.SQL().QueryRowContext(t.Context(), "select count(*), sum(case when received = 60 then 1 else 0 end) from goqite").Scan(&left, &vain)
		if err != nil || left != 2 || vain != 1 {
			t.Errorf("%d jobs are left, %d of them tried in vain: %v", left, vain, err)
		}
	})
}
