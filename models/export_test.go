package models

import (
	"context"
	"io/fs"
)

// MigrateFrom migrates with other migrations than those of the program.
func MigrateFrom(ctx context.Context, db *DB, files fs.FS) error {
	return migrate(ctx, db, files, newest)
}
