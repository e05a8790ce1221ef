package api

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestQuality01OneTableSaysWhoMayCallWhat: the table and the contract have the
// same operations, the page has a row for each, and a table with a word too many
// or too few does not let the service start.
func TestQuality01OneTableSaysWhoMayCallWhat(t *testing.T) {
	table, err := loadPermissions()
	if err != nil {
		t.Fatal(err)
	}
	operations, err := loadOperations(document)
	if err != nil {
		t.Fatal(err)
	}
	if err := table.covers(operations); err != nil {
		t.Error(err)
	}
	page, err := os.ReadFile(filepath.Join("..", "docs", "permissions.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range operations {
		if !strings.Contains(string(page), "\n| "+o.id+" |") {
			t.Errorf("docs/permissions.md lacks %s", o.id)
		}
		without := maps.Clone(table)
		delete(without, o.id)
		if without.covers(operations) == nil {
			t.Errorf("nobody misses %s", o.id)
		}
	}
	more := maps.Clone(table)
	more["dropTables"] = table["signOut"]
	if more.covers(operations) == nil {
		t.Error("an operation that is none is taken")
	}
	for _, wrong := range []string{"signOut: {approvr: any}", "signOut: {admin: everywhere}", "signOut: [admin]"} {
		if _, err := readPermissions([]byte(wrong)); err == nil {
			t.Errorf("%s is taken", wrong)
		}
	}
}
