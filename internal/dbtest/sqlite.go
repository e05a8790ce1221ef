package dbtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"loftet/internal/clock"
	"loftet/models"
)

// sqliteAddress gives the address of a fresh copy of the migrated database.
func sqliteAddress(t testing.TB) string {
	t.Helper()
	content, err := migratedSQLite()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "loftet.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + path
}

// migratedSQLite gives the bytes of a migrated database without rows. It migrates
// once per process: to copy the file takes a hundredth of the time.
var migratedSQLite = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "loftet-sqlite")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "template.db")
	if err := migrate(context.Background(), "sqlite:"+path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// migrate opens the database, brings its schema up to date and closes it, which on
// SQLite also moves everything from the log into the file.
func migrate(ctx context.Context, address string) (err error) {
	db, err := models.Open(ctx, address, clock.NewManual(Start))
	if err != nil {
		return fmt.Errorf("open the database to copy: %w", err)
	}
	defer func() {
		if closing := db.Close(); err == nil {
			err = closing
		}
	}()
	if err := models.Migrate(ctx, db); err != nil {
		return fmt.Errorf("migrate the database to copy: %w", err)
	}
	return nil
}
