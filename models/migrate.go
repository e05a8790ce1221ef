package models

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
)

//go:embed migrations/sqlite/*.sql migrations/postgres/*.sql
var migrations embed.FS

// ErrNewerDatabase says that the database was written by a newer version of
// the service than this one.
var ErrNewerDatabase = errors.New("the database is newer than this program; install the newer version")

// Migrate brings the schema to the version of this program. It is safe to call
// from several processes at once. A database from a newer version is refused
// with ErrNewerDatabase and left untouched.
func Migrate(ctx context.Context, db *DB) error {
	provider, err := provider(db)
	if err != nil {
		return err
	}
	current, target, err := provider.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("read schema version: %w", translate(err))
	}
	if current > target {
		return fmt.Errorf("schema %d, program knows %d: %w", current, target, ErrNewerDatabase)
	}
	if current == target {
		return nil
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", translate(err))
	}
	return nil
}

// SchemaIsCurrent tells whether the schema is exactly the one this program
// was built for.
func SchemaIsCurrent(ctx context.Context, db *DB) (bool, error) {
	provider, err := provider(db)
	if err != nil {
		return false, err
	}
	current, target, err := provider.GetVersions(ctx)
	return current == target, translate(err)
}

func provider(db *DB) (*goose.Provider, error) {
	dialect := database.DialectSQLite3
	if db.Dialect == Postgres {
		dialect = database.DialectPostgres
	}
	files, err := fs.Sub(migrations, "migrations/"+string(db.Dialect))
	if err != nil {
		return nil, err
	}
	p, err := goose.NewProvider(dialect, db.SQL(), files)
	if err != nil {
		return nil, fmt.Errorf("prepare migrations: %w", err)
	}
	return p, nil
}
