package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/glebarez/sqlite"
	"golang.org/x/sync/semaphore"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"loftet/internal/clock"
)

// Dialect names a kind of database.
type Dialect string

// The two databases the service runs on.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// closeWithin is how long a server may take to answer the goodbye.
const closeWithin = time.Second

// DB is an open database. SQLite has one writer connection and a pool of
// readers; PostgreSQL has one pool for both, and a small one for the job queue.
type DB struct {
	Dialect Dialect
	Clock   clock.Clock
	path    string // of the SQLite file
	writer  *gorm.DB
	reader  *gorm.DB
	jobs    *sql.DB // of PostgreSQL
	// line is where those who write stand, in the order in which they came: a pool
	// would hand its connection to anybody who waits.
	line *semaphore.Weighted
}

// Open opens a database by its address: "sqlite:PATH" or "postgres://...".
// It does not migrate. It fails when the database cannot be reached.
func Open(ctx context.Context, address string, clk clock.Clock) (*DB, error) {
	var db *DB
	var err error
	switch {
	case strings.HasPrefix(address, "sqlite:"):
		db, err = openSQLite(strings.TrimPrefix(address, "sqlite:"), clk)
	case strings.HasPrefix(address, "postgres://"), strings.HasPrefix(address, "postgresql://"):
		db, err = openPostgres(address, clk)
	default:
		return nil, errors.New("the address of the database, DATABASE_URL, must begin with postgres:// or sqlite: and name one")
	}
	if err != nil {
		return nil, err
	}
	if err := db.Ping(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("reach database: %w", err)
	}
	return db, nil
}

func openSQLite(path string, clk clock.Clock) (*DB, error) {
	if dir := filepath.Dir(path); dir != "." {
		if err := os.MkdirAll(dir, 0o750); err != nil {
			return nil, fmt.Errorf("create folder of the database: %w", err)
		}
	}
	if err := reserve(path); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	// immediate: a transaction that begins as a reader and then writes fails
	// with "locked" under load; FULL: an acknowledged commit survives a crash;
	// autocheckpoint: whoever writes the log into the file keeps all others waiting,
	// so it is done often and briefly.
	dsn := "file:" + url.PathEscape(path) +
		"?_pragma=cache_size(-1000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(1)&_pragma=busy_timeout(5000)&_pragma=synchronous(FULL)&_pragma=wal_autocheckpoint(400)"
	writer, err := openGorm(sqlite.Open(dsn+"&_txlock=immediate"), clk)
	if err != nil {
		return nil, err
	}
	reader, err := openGorm(sqlite.Open(dsn+"&_pragma=query_only(1)"), clk)
	if err != nil {
		return nil, err
	}
	limit(writer, 1)
	limit(reader, 8)
	return &DB{Dialect: SQLite, Clock: clk, path: path, writer: writer, reader: reader, line: semaphore.NewWeighted(1)}, nil
}

// reserve makes the file of a new database for its owner alone; SQLite would let
// everybody on the machine read it. The files beside it follow its mode. A file
// that is there is not touched: to close it would take away the locks that this
// process already has on it.
func reserve(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return file.Close()
}

// Absent tells whether an address names a SQLite file that is not there, which
// Open would make.
func Absent(address string) bool {
	path, embedded := strings.CutPrefix(address, "sqlite:")
	if !embedded {
		return false
	}
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

func openGorm(d gorm.Dialector, clk clock.Clock) (*gorm.DB, error) {
	g, err := gorm.Open(d, &gorm.Config{
		NowFunc:                clk.Now,
		SkipDefaultTransaction: true, // every write runs in a transaction of its service
		Logger:                 logger.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	return g, nil
}

func limit(g *gorm.DB, n int) {
	if pool, err := g.DB(); err == nil {
		pool.SetMaxOpenConns(n)
		pool.SetMaxIdleConns(n)
	}
}

// SQL gives the writing connection pool, for the libraries that need it
// (migrations).
func (db *DB) SQL() *sql.DB {
	pool, err := db.writer.DB()
	if err != nil { // only when gorm was opened without a pool, which Open never does
		slog.Error("database pool", "error", err)
	}
	return pool
}

// Ping tells whether the database answers.
func (db *DB) Ping(ctx context.Context) error {
	pool, err := db.reader.DB()
	if err != nil {
		return err
	}
	return translate(pool.PingContext(ctx))
}

// Jobs gives the connection pool for the job queue: on PostgreSQL one on which
// no statement takes for ever, since nobody waits for a job who could give up.
func (db *DB) Jobs() *sql.DB {
	if db.jobs != nil {
		return db.jobs
	}
	return db.SQL()
}

// Close closes all connections. It does not wait long for a server that does not
// answer the goodbye.
func (db *DB) Close() error {
	if db.Dialect == SQLite {
		return db.close()
	}
	closed := make(chan error, 1)
	go func() { closed <- db.close() }()
	select {
	case err := <-closed:
		return err
	case <-time.After(closeWithin):
		return errors.New("the database does not answer")
	}
}

func (db *DB) close() error {
	var errs []error
	for _, g := range []*gorm.DB{db.reader, db.writer} {
		pool, err := g.DB()
		if err == nil {
			err = pool.Close()
		}
		errs = append(errs, err)
	}
	if db.jobs != nil {
		errs = append(errs, db.jobs.Close())
	}
	return errors.Join(errs...)
}
