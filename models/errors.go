package models

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"net"
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
	pgUnique         = "23505"
)

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
		f := fault.Wrap(err, fault.Unavailable, "database-unavailable")
		f.RetryAfter = 5
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

func isUnavailable(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		// 08 connection, 53 resources, 57 operator intervention
		return strings.HasPrefix(pg.Code, "08") || strings.HasPrefix(pg.Code, "53") || strings.HasPrefix(pg.Code, "57")
	}
	var lite *gosqlite.Error
	if errors.As(err, &lite) {
		switch lite.Code() & 0xff {
		case sqliteBusy, sqliteLocked, sqliteInterrupt, sqliteFull, sqliteIOErr:
			return true
		}
		return false
	}
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, context.DeadlineExceeded) || strings.Contains(err.Error(), "database is closed")
}
