package models

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	gosqlite "github.com/glebarez/go-sqlite"
	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"

	"loftet/internal/fault"
)

// The extended result codes of SQLite and the SQLSTATE codes of PostgreSQL
// that have a meaning of their own here.
const (
	sqliteUnique     = 2067
	sqlitePrimaryKey = 1555
	sqliteBusy       = 5
	sqliteLocked     = 6
	sqliteInterrupt  = 9 // the time for it ran out
	sqliteFull       = 13
	sqliteIOErr      = 10
	sqliteCantOpen   = 14 // a file beside the database can't be made
	pgUnique         = "23505"
	pgLocked         = "55P03"
	pgReadOnly       = "25006" // a standby, which the main server has become
)

// unavailable is the problem that says that nothing of the attempt was saved.
const unavailable = "database-unavailable"

// retryAfter is when to try again what the database could not do, in seconds.
const retryAfter = 5

// translate turns a driver's error into a fault; faults and cancelled requests
// pass unchanged.
func translate(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := fault.As(err); ok || errors.Is(err, context.Canceled) {
		return err
	}
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound), errors.Is(err, sql.ErrNoRows):
		return fault.Wrap(err, fault.NotFound, "not-found")
	case isUnique(err):
		return fault.Wrap(err, fault.Conflict, "already-exists")
	case isUnavailable(err):
		f := fault.Wrap(err, fault.Unavailable, unavailable)
		f.RetryAfter = retryAfter
		return f
	}
	return err
}

func isUnique(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == pgUnique
	}
	var lite *gosqlite.Error
	if errors.As(err, &lite) {
		return lite.Code() == sqliteUnique || lite.Code() == sqlitePrimaryKey
	}
	return false
}

// unavailableClasses are the SQLSTATE classes of a server that may well do the
// same a little later: connection, rolled back for another's sake, resources,
// operator, system.
var unavailableClasses = []string{"08", "40", "53", "57", "58"}

func isUnavailable(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return slices.Contains(unavailableClasses, pg.Code[:min(2, len(pg.Code))]) || pg.Code == pgLocked || pg.Code == pgReadOnly
	}
	var lite *gosqlite.Error
	if errors.As(err, &lite) {
		switch lite.Code() & 0xff {
		case sqliteBusy, sqliteLocked, sqliteInterrupt, sqliteFull, sqliteIOErr, sqliteCantOpen:
			return true
		}
		return false
	}
	return isLost(err) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, sql.ErrTxDone) || strings.Contains(err.Error(), "database is closed")
}

// isLost tells whether the connection is gone, and not by word of the server.
func isLost(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) || pgconn.SafeToRetry(err) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone)
}

// uncommitted translates the error of a commit. When the database can't be heard
// any more, nobody knows whether it has committed; that is another thing to tell
// than that nothing was saved.
func uncommitted(ctx context.Context, err error) error {
	switch {
	case isRefusal(err):
		return failure(ctx, err)
	case isUnavailable(err):
		return unknown(err)
	}
	return translate(err)
}

func unknown(err error) error {
	f := fault.Wrap(err, fault.Unavailable, "outcome-unknown")
	f.RetryAfter = retryAfter
	return f
}

// isRefusal tells whether it is certain that nothing was committed: the database
// says so, or the time was up and all was rolled back before it was asked.
func isRefusal(err error) bool {
	if errors.Is(err, sql.ErrTxDone) {
		return true
	}
	var lite *gosqlite.Error
	if errors.As(err, &lite) {
		return lite.Code()&0xff != sqliteIOErr
	}
	var pg *pgconn.PgError
	return errors.As(err, &pg) && !slices.Contains([]string{"08", "57", "58"}, pg.Code[:min(2, len(pg.Code))])
}
