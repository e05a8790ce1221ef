package models

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// waitForMigrations is how many seconds a process waits for another one that
// migrates the same PostgreSQL.
const waitForMigrations = 15 * 60

// lockMigrations keeps other processes from migrating the same SQLite file: two
// that had both seen the same migration missing would both run it. The lock is on
// the file's folder, so that nothing is left lying there, and it goes with the
// process however that ends. PostgreSQL has locks of its own; see provider.
func lockMigrations(ctx context.Context, db *DB) (release func(), err error) {
	if db.Dialect != SQLite {
		return func() {}, nil
	}
	folder := flock.New(filepath.Dir(db.path), flock.SetFlag(os.O_RDONLY))
	if _, err := folder.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		return nil, fmt.Errorf("lock the folder of the database: %w", err)
	}
	return func() {
		if err := folder.Close(); err != nil {
			slog.Error("release the folder of the database", "error", err)
		}
	}, nil
}
