package models_test

import (
	"context"
	"errors"
	"io"
	"net"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

// code is that of the fault in an error.
func code(err error) string {
	if f, ok := fault.As(err); ok && f.RetryAfter > 0 {
		return f.Code
	}
	return ""
}

// TestACommitThatIsNotAnswered loses its connection when all is done but the
// commit: then nobody knows. When it is lost before, nothing was saved.
func TestACommitThatIsNotAnswered(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		if db.Dialect == models.SQLite {
			t.Skip("it has no connection to lose")
		}
		lost := func(tx *models.Tx) {
			var pid int
			if err := tx.G.Raw("select pg_backend_pid()").Scan(&pid).Error; err != nil {
				t.Fatal(err)
			}
			// it waits until the other is gone
			if _, err := db.SQL().ExecContext(t.Context(), "select pg_terminate_backend($1, 10000)", pid); err != nil {
				t.Fatal(err)
			}
		}
		err := db.Write(t.Context(), func(tx *models.Tx) error { lost(tx); return nil })
		if code(err) != "outcome-unknown" {
			t.Errorf("at the commit: %v", err)
		}
		err = db.Write(t.Context(), func(tx *models.Tx) error {
			lost(tx)
			return tx.G.Exec("select 1").Error
		})
		if code(err) != "database-unavailable" {
			t.Errorf("before the commit: %v", err)
		}
		if err := db.Ping(t.Context()); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}

// TestACommitThatIsTooLateSavedNothing: the driver rolls back when the time is up,
// which may be just before it is told to commit.
func TestACommitThatIsTooLateSavedNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx := models.Watched(t.Context())
		tooLate := func(tx *models.Tx) error {
			if err := tx.G.Create(attempt("late")).Error; err != nil {
				return err
			}
			return tx.SQLTx().Rollback()
		}
		if err := db.Write(ctx, tooLate); code(err) != "database-unavailable" {
			t.Errorf("it became %v", err)
		}
		if err := db.Write(ctx, func(tx *models.Tx) error { return tx.G.Create(attempt("late")).Error }); err != nil {
			t.Errorf("it was saved: %v", err)
		}
		if err := db.Write(ctx, tooLate); fault.KindOf(err) != fault.Conflict {
			t.Errorf("it is not there: %v", err)
		}
		if err := db.Write(ctx, func(tx *models.Tx) error { return tx.SQLTx().Rollback() }); code(err) != "outcome-unknown" {
			t.Errorf("after something was saved for the same request: %v", err)
		}
	})
}

// TestWhatWasSavedBeforeIsNotDenied loses the database in the second of two pieces
// of work for one request.
func TestWhatWasSavedBeforeIsNotDenied(t *testing.T) {
	db := dbtest.SQLite(t)
	lost := func(*models.Tx) error { return io.EOF }
	for name, work := range map[string]func(context.Context, func(*models.Tx) error) error{"read": db.Read, "write": db.Write} {
		ctx := models.Watched(t.Context())
		if err := work(ctx, lost); code(err) != "database-unavailable" {
			t.Errorf("%s before: %v", name, err)
		}
		if err := db.Write(ctx, func(*models.Tx) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if err := work(ctx, lost); code(err) != "outcome-unknown" {
			t.Errorf("%s after: %v", name, err)
		}
		if err := work(models.Watched(t.Context()), lost); code(err) != "database-unavailable" {
			t.Errorf("%s in another request: %v", name, err)
		}
	}
}

// TestTheCauseIsThatTimeRanOut: what a driver says once it is broken off means
// nothing.
func TestTheCauseIsThatTimeRanOut(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		for name, work := range map[string]func(context.Context, func(*models.Tx) error) error{"read": db.Read, "write": db.Write} {
			for _, said := range []error{nil, errors.New("oh"), fault.Missing()} {
				var err error
				for begun := false; !begun; { // on a busy machine time may be out before
					ctx, end := context.WithTimeout(t.Context(), 50*time.Millisecond)
					err = work(ctx, func(tx *models.Tx) error { begun = true; <-tx.Context().Done(); return said })
					end()
				}
				f, known := fault.As(said)
				switch {
				case known && code(err) != "" || known && fault.KindOf(err) != f.Kind:
					t.Errorf("%s: a fault of ours became %v", name, err)
				case !known && (said != nil || name == "write") && code(err) != "database-unavailable":
					t.Errorf("%s: %v became %v", name, said, err)
				}
			}
		}
	})
}

// TestALostConnectionIsNoMistakeOfOurs hands in what drivers say when the database
// goes away.
func TestALostConnectionIsNoMistakeOfOurs(t *testing.T) {
	db := dbtest.SQLite(t)
	say := func(err error) error {
		return db.Read(t.Context(), func(*models.Tx) error { return err })
	}
	for _, err := range []error{
		io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, &net.OpError{Op: "read", Err: errors.New("connection reset by peer")},
		&pgconn.PgError{Code: "57P01"}, &pgconn.PgError{Code: "53300"}, &pgconn.PgError{Code: "08006"}, &pgconn.PgError{Code: "40P01"},
		&pgconn.PgError{Code: "58030"}, &pgconn.PgError{Code: "55P03"}, &pgconn.PgError{Code: "25006"},
	} {
		if code(say(err)) != "database-unavailable" {
			t.Errorf("%v became %v", err, say(err))
		}
	}
	for _, err := range []error{errors.New("oh"), &pgconn.PgError{Code: "42601"}, &pgconn.PgError{}, &pgconn.PgError{Code: "25001"}} {
		if code(say(err)) != "" {
			t.Errorf("%v became %v", err, say(err))
		}
	}
}

// TestTheJobQueueDoesNotWaitForEver lets a server be silent to a statement that
// nobody has put a limit on.
func TestTheJobQueueDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		if db.Dialect == models.SQLite {
			t.Skip("it is no server")
		}
		if _, err := db.Jobs().ExecContext(t.Context(), "select pg_sleep(20)"); err == nil {
			t.Error("it waited until the server was done")
		}
		if err := db.Jobs().PingContext(t.Context()); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}
