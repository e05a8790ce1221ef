package snapshot_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
)

// rewritten gives a file with a change: other columns, other rows, another schema.
func rewritten(t *testing.T, file []byte, schema int64, row func(table string, values []any), tables func(*tablefile.Table) bool) []byte {
	t.Helper()
	in, err := tablefile.Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := tablefile.NewWriter(&out)
	for _, table := range in.Manifest().Tables {
		saved := table
		if tables != nil && !tables(&table) {
			continue
		}
		err := w.Table(table, func(put func([]any) error) error {
			return in.Rows(saved, func(values []any) error {
				if row != nil {
					row(table.Name, values)
				}
				return put(values)
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Close(tablefile.Manifest{Schema: schema}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestNothingIsLoadedWhereItDoesNotBelong: the database stays as it was, and takes
// the right file afterwards.
func TestNothingIsLoadedWhereItDoesNotBelong(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		write(t, db, hard()...)
		file, want := save(t, db)
		schema := want.Schema
		if err := load(t, db, file); !errors.Is(err, snapshot.ErrNotEmpty) {
			t.Errorf("into a database with rows: %v", err)
		}
		if _, got := save(t, db); got.Content != want.Content {
			t.Error("the database with rows was changed")
		}
		next := empty(t, db.Dialect)
		for name, row := range map[string]struct {
			file []byte
			want error
		}{
			"a newer schema": {rewritten(t, file, schema+1, nil, nil), snapshot.ErrNewerBackup},
			"no schema":      {rewritten(t, file, 0, nil, nil), snapshot.ErrDoesNotFit},
			"a table is missing": {rewritten(t, file, schema, nil, func(t *tablefile.Table) bool { return t.Name != "people" }),
				snapshot.ErrDoesNotFit},
			"a table has another name": {rewritten(t, file, schema, nil, func(t *tablefile.Table) bool {
				if t.Name == "attempts" {
					t.Name = "attempts\n\x1b[2JRestored"
				}
				return true
			}), snapshot.ErrDoesNotFit},
			"a column has another name": {rewritten(t, file, schema, nil, func(t *tablefile.Table) bool {
				if t.Name == "attempts" {
					t.Columns = append([]tablefile.Column{{Name: "count); drop table people; --", Kind: tablefile.Integer}}, t.Columns[1:]...)
				}
				return true
			}), snapshot.ErrDoesNotFit},
			"one byte is another": {flipped(file), tablefile.ErrDamaged},
		} {
			if err := load(t, next, row.file); !errors.Is(err, row.want) {
				t.Errorf("%s: %v", name, err)
			} else if strings.ContainsFunc(err.Error(), unicode.IsControl) {
				t.Errorf("%s: the file writes on the screen: %q", name, err)
			}
		}
		// the last table is loaded when all others are in: they must go again
		orphan := rewritten(t, file, schema, func(table string, values []any) {
			if table == "round_targets" {
				values[3] = "0199b2c4-5e6f-7a8b-9c0d-ffffffffffff" // indicator_id
			}
		}, nil)
		if err := load(t, next, orphan); err == nil {
			t.Error("rows without what they refer to were loaded")
		}
		if err := load(t, next, file); err != nil {
			t.Errorf("after all that: %v", err)
		}
	})
}

// flipped changes a byte in the middle of the largest part.
func flipped(file []byte) []byte {
	out := bytes.Clone(file)
	out[len(out)/4] ^= 1
	return out
}

// full is a disk that takes no more.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "b.zip", Err: syscall.ENOSPC}
}

// TestAFullDiskIsNotABrokenDatabase: who reads the message looks in the right place.
func TestAFullDiskIsNotABrokenDatabase(t *testing.T) {
	db := dbtest.SQLite(t)
	// more than is held back before it is written, however well it is packed
	much := "insert into attempts values (hex(randomblob(100000)), 1, '2026-01-01 00:00:00+00:00')"
	if _, err := db.SQL().ExecContext(t.Context(), much); err != nil {
		t.Fatal(err)
	}
	_, err := snapshot.Save(t.Context(), db, tablefile.NewWriter(full{}), "")
	if _, known := fault.As(err); known || !errors.Is(err, tablefile.ErrNotWritten) {
		t.Errorf("error %v", err)
	}
}

func TestANewerDatabaseIsNotSaved(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		err := db.Write(t.Context(), func(tx *models.Tx) error {
			return tx.G.Exec("insert into goose_db_version (version_id, is_applied) values (99999, true)").Error
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := snapshot.Save(t.Context(), db, tablefile.NewWriter(io.Discard), ""); !errors.Is(err, models.ErrNewerDatabase) {
			t.Errorf("error %v", err)
		}
		if _, err := snapshot.Save(t.Context(), empty(t, db.Dialect), tablefile.NewWriter(io.Discard), ""); !errors.Is(err, snapshot.ErrNoService) {
			t.Errorf("a database without tables: %v", err)
		}
	})
}

func TestAValueThatIsNoneOfItsColumnIsNamed(t *testing.T) {
	db := dbtest.SQLite(t) // it lets anything into any column
	write(t, db, hard()...)
	if _, err := db.SQL().ExecContext(t.Context(), "update attempts set window_ends = 'soon'"); err != nil {
		t.Fatal(err)
	}
	_, err := snapshot.Save(t.Context(), db, tablefile.NewWriter(io.Discard), "")
	if err == nil || err.Error() != "table attempts: row 1: column window_ends is time, but holds a string" {
		t.Errorf("error %v", err)
	}
}
