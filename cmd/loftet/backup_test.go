package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
)

// names lists what lies in a folder.
func names(t *testing.T, folder string) (found []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		found = append(found, e.Name())
	}
	return found
}

func TestABackupIsItsOwnersAloneAndReplacesNothingElse(t *testing.T) {
	address, folder := stored(t, released(t)[0], models.SQLite), t.TempDir()
	file := filepath.Join(folder, "b.zip")
	first := on(t, address, "backup", file)
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	env := []string{"DATABASE_URL=" + address, "LOFTET_DATA=" + folder}
	other := filepath.Join(folder, "other")
	if err := os.WriteFile(other, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	database := strings.TrimPrefix(address, "sqlite:")
	for _, row := range []struct {
		says string
		args []string
	}{
		{"is there already; choose another name, or say --replace", []string{"backup", file}},
		{"is not replaced: this is not a backup", []string{"backup", "--replace", other}},
		{"is not replaced: this is not a backup", []string{"backup", "--replace", database}},
		{"is no file", []string{"backup", "--replace", folder}},
		{"none: no such file or directory", []string{"backup", filepath.Join(folder, "none", "b.zip")}},
		{"this is not a backup, or it was cut off", []string{"restore", other}},
		{"no such file or directory", []string{"restore", filepath.Join(folder, "none.zip")}},
		{"the database is not empty; restore into a new one", []string{"restore", file}},
	} {
		if code, stdout, stderr := start(t, env, row.args...); code != exitFailed || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, row.says) {
			t.Errorf("%v: exit %d, %q, %q", row.args, code, stdout, stderr)
		}
	}
	if again := on(t, address, "backup", "--replace", file); again != first {
		t.Errorf("first %safterwards %s", first, again)
	}
	if left := names(t, folder); len(left) != 2 {
		t.Errorf("in the folder are %v", left)
	}
	if content, err := os.ReadFile(other); err != nil || string(content) != "precious" {
		t.Errorf("%q, %v", content, err)
	}
}

func TestABackupOnTheWayToAnotherProgram(t *testing.T) {
	address := stored(t, released(t)[0], models.SQLite)
	var out, said bytes.Buffer
	if code := run(t.Context(), []string{"backup", "-"}, []string{"DATABASE_URL=" + address}, nil, &out, &said); code != exitOK {
		t.Fatal(said.String())
	}
	file := filepath.Join(t.TempDir(), "piped.zip")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	got := on(t, dbtest.Empty(t, models.SQLite), "restore", file)
	_, want, _ := strings.Cut(strings.TrimSpace(said.String()), "content ")
	if !strings.Contains(got, "content "+want) || !strings.Contains(got, "Left out: 1 waiting to be done") {
		t.Errorf("saved %srestored %s", said.String(), got)
	}
}

// TestABackupOfNothing: a wrong setting must not look like a backup, nor make an
// empty database.
func TestABackupOfNothing(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	file := filepath.Join(folder, "b.zip")
	code, _, stderr := command(t, data, "", "backup", file)
	if code != exitFailed || !strings.Contains(stderr, "there is no database") || strings.Contains(stderr, "demonstration") {
		t.Errorf("exit %d, %s", code, stderr)
	}
	demonstration := t.TempDir()
	if err := os.WriteFile(filepath.Join(demonstration, "demo.db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command(t, demonstration, "", "backup", file); code != exitFailed || !strings.Contains(stderr, "demo.db is the demonstration's") {
		t.Errorf("beside a demonstration: exit %d, %s", code, stderr)
	}
	if left := names(t, data); len(left) != 0 {
		t.Errorf("it made %v", left)
	}
	for _, kind := range dbtest.Kinds {
		address := dbtest.Empty(t, kind)
		_ = opened(t, address).Close() // which makes the file of SQLite
		code, _, stderr := start(t, []string{"DATABASE_URL=" + address}, "backup", file)
		if code != exitFailed || !strings.Contains(stderr, "no tables of the service") {
			t.Errorf("%s: exit %d, %s", kind, code, stderr)
		}
	}
	if left := names(t, folder); len(left) != 0 {
		t.Errorf("it left %v", left)
	}
}

// TestAFileThatCannotBeWrittenIsNotThere writes half and fails.
func TestAFileThatCannotBeWrittenIsNotThere(t *testing.T) {
	folder, full := t.TempDir(), errors.New("no space left")
	err := writeWhole(filepath.Join(folder, "b.zip"), func(w io.Writer) error {
		_, err := w.Write([]byte("half"))
		return errors.Join(err, full)
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
	if left := names(t, folder); len(left) != 0 {
		t.Errorf("it left %v", left)
	}
}
