package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/internal/clock"
	"loftet/internal/dbtest"
	"loftet/internal/tablefile"
	"loftet/models"
)

// releases has a folder for each version of the service whose databases people may
// have; the README there says more.
const releases = "../../models/testdata/released"

func released(t *testing.T) (names []string) {
	t.Helper()
	found, err := os.ReadDir(releases)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range found {
		if entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	if len(names) == 0 {
		t.Fatal("there are no stored databases")
	}
	return names
}

// stored gives the address of a copy of a stored database.
func stored(t *testing.T, release string, kind models.Dialect) string {
	t.Helper()
	name := map[models.Dialect]string{models.SQLite: "sqlite.db.gz", models.Postgres: "postgres.sql.gz"}[kind]
	file, err := os.Open(filepath.Join(releases, release, name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	address := dbtest.Empty(t, kind)
	if path, embedded := strings.CutPrefix(address, "sqlite:"); embedded {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return address
	}
	db := opened(t, address)
	defer func() { _ = db.Close() }() // the script leaves settings in its connection
	if _, err := db.SQL().ExecContext(t.Context(), string(content)); err != nil {
		t.Fatal(err)
	}
	return address
}

func opened(t *testing.T, address string) *models.DB {
	t.Helper()
	db, err := models.Open(t.Context(), address, clock.System())
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// on runs a command on a database and fails the test when it fails.
func on(t *testing.T, address string, args ...string) (stdout string) {
	t.Helper()
	code, stdout, stderr := start(t, []string{"DATABASE_URL=" + address, "LOFTET_DATA=" + t.TempDir()}, args...)
	if code != exitOK {
		t.Fatalf("%v: exit %d, %s", args, code, stderr)
	}
	return stdout
}

func openedFor(t *testing.T, address string) *models.DB {
	t.Helper()
	db := opened(t, address)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func backup(t *testing.T, path string) *tablefile.Reader {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in, err := tablefile.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func backedUp(t *testing.T, address string) *tablefile.Reader {
	t.Helper()
	path := filepath.Join(t.TempDir(), "after.zip")
	on(t, address, "backup", path)
	return backup(t, path)
}
