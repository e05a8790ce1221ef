package archtest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestTheHouseIsInOrder(t *testing.T) {
	packages, err := load(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(packages, func(p pkg) bool { return p.path == "loftet/internal/archtest" }) {
		t.Fatal("the list of packages lacks this very package, so it cannot be right")
	}
	for _, fault := range faults(packages) {
		t.Error(fault)
	}
}

func TestLoadSeesImportsAndDocs(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":             "module loftet\n\ngo 1.26\n",
		"orgs/doc.go":        "// Package orgs is documented.\npackage orgs\n",
		"orgs/person.go":     "package orgs\n\nimport \"gorm.io/gorm\"\n\nvar _ gorm.DB\n",
		"orgs/store.go":      "package orgs\n\nimport \"gorm.io/gorm/clause\"\n\nvar _ clause.Expr\n",
		"orgs/orgs_test.go":  "package orgs_test\n\nimport \"loftet/api\"\n\nvar _ = api.X\n",
		"api/api.go":         "package api\n\nvar X struct {\n\tA int `json:\"a\"`\n}\n",
		"models/doc.go":      "// Package models is documented.\npackage models\n",
		"models/person.go":   "package models\n\ntype Person struct {\n\tA int `gorm:\"x\" json:\"a\"`\n}\n",
		"docs/no-go-code.md": "text\n",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	packages, err := load(root)
	if err != nil {
		t.Fatal(err)
	}
	found := strings.Join(faults(packages), "\n")
	for _, want := range []string{
		"loftet/api: doc.go with a package comment is missing",
		"loftet/orgs: person.go names gorm",
		"loftet/orgs must not import loftet/api in its tests",
		"loftet/models: person.go names its fields for JSON",
	} {
		if !strings.Contains(found, want) {
			t.Errorf("%q is not among the faults:\n%s", want, found)
		}
	}
	if n := strings.Count(found, "\n") + 1; n != 4 {
		t.Errorf("%d faults, want 4:\n%s", n, found)
	}
}

func TestLoadWhereThereIsNothing(t *testing.T) {
	if _, err := load(filepath.Join(t.TempDir(), "absent")); err == nil {
		t.Error("a folder that does not exist has no packages to list")
	}
}

func TestForbidden(t *testing.T) {
	for _, row := range []struct {
		from, to string
		allowed  bool
	}{
		{"loftet/cmd/loftet", "loftet/api", true},
		{"loftet/api", "loftet/orgs", true},
		{"loftet/api/contract", "loftet/api", true},
		{"loftet/surveys", "loftet/indicators", true},
		{"loftet/indicators/scoring", "loftet/indicators", true},
		{"loftet/orgs", "loftet/internal/fault", true},
		{"loftet/api", "loftet/charts", true},
		{"loftet/cmd/loftet", "loftet/frontend", true},
		{"loftet/charts", "loftet/internal/fault", true},
		{"loftet/internal/dbtest", "loftet/models", true},
		{"loftet/orgs", "gorm.io/gorm", true},
		{"loftet/orgs", "loftetarium/x", true},

		{"loftet/indicators", "loftet/surveys", false},
		{"loftet/orgs", "loftet/api", false},
		{"loftet/models", "loftet/orgs", false},
		{"loftet/api", "loftet/cmd/loftet", false},
		{"loftet/plans", "loftet/learning", false},
		{"loftet/matching", "loftet/programmes", false},
		{"loftet/internal/jobs", "loftet/models", false},
		{"loftet/charts", "loftet/indicators", false},
		{"loftet/frontend", "loftet/internal/fault", false},
		{"loftet/indicators", "loftet/charts", false},
		{"loftet/needs", "loftet/frontend", false},
		{"loftet/orgs", "loftet/internal/dbtest", false},
		{"loftet/models", "loftet/internal/archtest", false},
		{"loftet/orgs", "loftet/attic", false},
	} {
		why := forbidden(row.from, row.to)
		if row.allowed != (why == "") {
			t.Errorf("%s -> %s: allowed %v wanted, got %q", row.from, row.to, row.allowed, why)
		}
	}
}

func TestFaults(t *testing.T) {
	house := []pkg{
		{path: "loftet/attic", documented: true},
		{path: "loftet/orgs", documented: true, gormFiles: []string{"store.go", "store_people.go"},
			testImports: []string{"loftet/internal/dbtest"}},
		{path: "loftet/models", documented: true, gormFiles: []string{"open.go"}},
		{path: "loftet/internal/jobs", documented: true, gormFiles: []string{"queue.go"}},
		{path: "loftet/internal/dbtest", documented: true, testImports: []string{"loftet/models"}},
	}
	got := faults(house)
	want := []string{`loftet/attic: no room of the house is called "attic"`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
