package models

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"math"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/sqlite/*.sql migrations/postgres/*.sql
var migrations embed.FS

// ErrNewerDatabase says that the database was written by a newer version of
// the service than this one.
var ErrNewerDatabase = errors.New("the database is newer than this program; install the newer version")

// Migrate brings the schema to the version of this program. It is safe to call
// from several processes at once: one migrates, the others wait for it. A
// migration runs in a transaction, so that one that was cut off has left nothing
// and runs again at the next start. A database from a newer version is refused
// with ErrNewerDatabase and left untouched.
func Migrate(ctx context.Context, db *DB) error { return migrate(ctx, db, migrations, newest) }

// MigrateTo brings the schema to an earlier version that this program knows; for
// loading what was saved at that version. A schema that is there already or
// further on stays as it is.
func MigrateTo(ctx context.Context, db *DB, version int64) error {
	return migrate(ctx, db, migrations, version)
}

// SchemaVersion gives the version of the database's schema, 0 when it has none
// yet, and the newest that this program knows.
func SchemaVersion(ctx context.Context, db *DB) (current, known int64, err error) {
	provider, err := provider(db, migrations)
	if err != nil {
		return 0, 0, err
	}
	current, known, err = provider.GetVersions(ctx)
	if err != nil {
		return 0, 0, fmt.Errorf("read schema version: %w", translate(err))
	}
	return current, known, nil
}

// SchemaIsCurrent tells whether the schema is exactly the one this program
// was built for.
func SchemaIsCurrent(ctx context.Context, db *DB) (bool, error) {
	current, known, err := SchemaVersion(ctx, db)
	return err == nil && current == known, err
}

// newest asks for every migration there is.
const newest = math.MaxInt64

func migrate(ctx context.Context, db *DB, files fs.FS, version int64) error {
	provider, err := provider(db, files)
	if err != nil {
		return err
	}
	if done, err := migrated(ctx, provider, version); done || err != nil {
		return err
	}
	release, err := lockMigrations(ctx, db)
	if err != nil {
		return fmt.Errorf("wait for another process that migrates: %w", err)
	}
	defer release()
	if _, err := provider.UpTo(ctx, version); err != nil {
		return fmt.Errorf("migrate: %w", translate(err))
	}
	// the process that was waited for may have been a newer program
	_, err = migrated(ctx, provider, version)
	return err
}

// migrated tells whether the schema has the version, and refuses one that is newer
// than the program.
func migrated(ctx context.Context, provider *goose.Provider, version int64) (bool, error) {
	current, known, err := provider.GetVersions(ctx)
	if err != nil {
		return false, fmt.Errorf("read schema version: %w", translate(err))
	}
	return current >= min(version, known), refuseNewer(current, known)
}

func refuseNewer(current, known int64) error {
	if current > known {
		return fmt.Errorf("schema %d, program knows %d: %w", current, known, ErrNewerDatabase)
	}
	return nil
}

// CheckSchema refuses a version of the schema that is newer than this program,
// with ErrNewerDatabase.
func CheckSchema(d Dialect, version int64) error {
	files, err := migrations.ReadDir("migrations/" + string(d))
	if err != nil {
		return err
	}
	var known int64
	for _, file := range files {
		number, err := goose.NumericComponent(file.Name())
		if err != nil {
			return err
		}
		known = max(known, number)
	}
	return refuseNewer(version, known)
}

func provider(db *DB, files fs.FS) (*goose.Provider, error) {
	dialect, options := database.DialectSQLite3, []goose.ProviderOption{}
	if db.Dialect == Postgres {
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, waitForMigrations))
		if err != nil {
			return nil, fmt.Errorf("prepare migrations: %w", err)
		}
		dialect, options = database.DialectPostgres, append(options, goose.WithSessionLocker(locker))
	}
	files, err := fs.Sub(files, "migrations/"+string(db.Dialect))
	if err != nil {
		return nil, err
	}
	p, err := goose.NewProvider(dialect, db.SQL(), files, options...)
	if err != nil {
		return nil, fmt.Errorf("prepare migrations: %w", err)
	}
	return p, nil
}
