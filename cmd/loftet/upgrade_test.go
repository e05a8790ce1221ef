package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loftet/demo"
	"loftet/internal/dbtest"
	"loftet/internal/tablefile"
	"loftet/models"
)

// TestR8EveryReleasedDatabaseIsBroughtUpToDate holds what was in a stored database
// against what is in it afterwards, and serves it. The backup from before, restored
// into the other kind of database, becomes the same.
func TestR8EveryReleasedDatabaseIsBroughtUpToDate(t *testing.T) {
	for _, release := range released(t) {
		for i, kind := range dbtest.Kinds {
			t.Run(release+"/"+string(kind), func(t *testing.T) {
				address := stored(t, release, kind)
				before := filepath.Join(t.TempDir(), "before.zip")
				on(t, address, "backup", before) // and migrates nothing, which the next line would show
				was := backup(t, before)
				on(t, address, "migrate")
				same(t, was, backedUp(t, address))
				other := dbtest.Empty(t, dbtest.Kinds[1-i])
				on(t, other, "restore", "--waiting", before)
				same(t, was, backedUp(t, other))
				for _, a := range []string{address, other} {
					if current, err := models.SchemaIsCurrent(t.Context(), openedFor(t, a)); err != nil || !current {
						t.Errorf("schema current: %v, %v", current, err)
					}
					serves(t, a)
				}
			})
		}
	}
}

// same compares the tables and columns that were there before; what came with a
// migration is not looked at.
func same(t *testing.T, was, is *tablefile.Reader) {
	t.Helper()
	if was.Manifest().Rows() < 2000 {
		t.Errorf("only %d rows are compared", was.Manifest().Rows())
	}
	for _, old := range was.Manifest().Tables {
		now, ok := is.Table(old.Name)
		if !ok {
			t.Errorf("table %s is gone", old.Name)
			continue
		}
		if want, got := columns(t, was, old, old.Columns), columns(t, is, now, old.Columns); want != got {
			t.Errorf("table %s (%d rows, then %d) has other values", old.Name, old.Rows, now.Rows)
		}
	}
}

// columns hashes some columns of a table.
func columns(t *testing.T, in *tablefile.Reader, table tablefile.Table, wanted []tablefile.Column) string {
	t.Helper()
	sum := sha256.New()
	err := in.Rows(table, func(values []any) error {
		line := make([]any, len(wanted))
		for i, c := range wanted {
			at := slices.Index(table.Columns, c)
			if at < 0 {
				return fmt.Errorf("column %s is gone or of another kind", c.Name)
			}
			line[i] = values[at]
		}
		return json.NewEncoder(sum).Encode(line)
	})
	if err != nil {
		t.Error(err)
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

// serves starts the service on a database, signs in and reads.
func serves(t *testing.T, address string) {
	t.Helper()
	accounts, err := demo.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	service := running(t, address)
	cookie := signedIn(t, service, accounts[0].Email)
	for path, want := range map[string]string{
		"/readyz":         "",
		"/api/v1/session": accounts[0].Name,
		"/api/v1/regions": "Hallingdal",
		"/api/v1/needs":   `"total":4`,
		"/api/v1/rounds":  "Kartlegging 2025",
	} {
		if got := ask(t, http.MethodGet, service+path, cookie, ""); got.status != http.StatusOK || !strings.Contains(got.body, want) {
			t.Errorf("%s: %d %.300s", path, got.status, got.body)
		}
	}
}
