package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
)

// TestR9ANewerDatabaseIsRefusedByEveryCommand: one line, exit code 1, and nothing
// in the database is another afterwards.
func TestR9ANewerDatabaseIsRefusedByEveryCommand(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file.csv")
	if err := os.WriteFile(file, []byte("number,name\n3320,Flå\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	older := filepath.Join(t.TempDir(), "older.zip")
	on(t, stored(t, released(t)[0], models.SQLite), "backup", older)
	for _, kind := range dbtest.Kinds {
		t.Run(string(kind), func(t *testing.T) {
			address := stored(t, released(t)[0], kind)
			on(t, address, "migrate")
			change(t, address, "insert into goose_db_version (version_id, is_applied) values (99999, true)")
			want := everything(t, address)
			for _, args := range [][]string{
				{"serve", "--address", "127.0.0.1:0"}, {"migrate"}, {"backup", filepath.Join(t.TempDir(), "b.zip")}, {"restore", older},
				{"user", "disable", "--email", "x@example.org"}, {"import", "regions", file, "--region", "R"},
			} {
				code, stdout, stderr := start(t, []string{"DATABASE_URL=" + address, "LOFTET_DATA=" + t.TempDir()}, args...)
				if code != exitFailed || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, models.ErrNewerDatabase.Error()) {
					t.Errorf("%v: exit %d, %q, %q", args, code, stdout, stderr)
				}
			}
			if everything(t, address) != want {
				t.Error("the database was changed")
			}
		})
	}
}

func change(t *testing.T, address, statement string) {
	t.Helper()
	db := opened(t, address)
	defer func() { _ = db.Close() }()
	if _, err := db.SQL().ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// everything gives all rows of all tables as text, and the tables themselves.
func everything(t *testing.T, address string) string {
	t.Helper()
	db := opened(t, address)
	defer func() { _ = db.Close() }()
	var out strings.Builder
	err := db.Read(t.Context(), func(tx *models.Tx) error {
		names, err := tx.G.Migrator().GetTables()
		if err != nil {
			return err
		}
		for _, name := range names {
			var rows []map[string]any
			if err := tx.G.Table(name).Order("1").Find(&rows).Error; err != nil {
				return err
			}
			fmt.Fprintln(&out, name, rows)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if out.Len() < 1<<20 {
		t.Errorf("only %d bytes are compared", out.Len())
	}
	return out.String()
}
