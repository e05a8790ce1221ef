package api_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheSecurityPageNamesTestsThatExist holds docs/security.md against the tests:
// each statement names its proof or says what it waits for, each test that is named
// is there with the statement's number, and no test with a number is left out.
func TestTheSecurityPageNamesTestsThatExist(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "security.md"))
	if err != nil {
		t.Fatal(err)
	}
	tests := qualityTests(t)
	line := regexp.MustCompile(`(?m)^\| (\d+) \| [^|]+ \| (.+) \|$`)
	named := regexp.MustCompile("`(Test\\w+)`")
	file := regexp.MustCompile("`(frontend/[^`]+)`")
	told := map[string]bool{}
	rows := line.FindAllStringSubmatch(string(page), -1)
	if len(rows) != 50 {
		t.Errorf("%d statements, want 50", len(rows))
	}
	for i, row := range rows {
		number, proof := row[1], row[2]
		if number != fmt.Sprint(i+1) {
			t.Errorf("statement %s stands at place %d", number, i+1)
		}
		proofs := named.FindAllStringSubmatch(proof, -1)
		if len(proofs) == 0 && !strings.Contains(proof, "not yet:") && !strings.Contains(proof, "does not apply:") {
			t.Errorf("statement %s has neither a test nor a reason", number)
		}
		for _, p := range proofs {
			told[p[1]] = true
			if !tests[p[1]] {
				t.Errorf("statement %s: there is no %s", number, p[1])
			}
		}
		for _, f := range file.FindAllStringSubmatch(proof, -1) {
			if _, err := os.Stat(filepath.Join("..", f[1])); err != nil {
				t.Errorf("statement %s: %v", number, err)
			}
		}
		own := regexp.MustCompile(fmt.Sprintf(`Quality(\d\dAnd)*%02d`, i+1))
		for name := range tests {
			if own.MatchString(name) && !strings.Contains(proof, "`"+name+"`") {
				t.Errorf("statement %s does not name %s", number, name)
			}
		}
	}
	for name := range tests {
		if !told[name] {
			t.Errorf("%s stands nowhere on the page", name)
		}
	}
}

// qualityTests are the tests of all rooms that carry a number.
func qualityTests(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	start := regexp.MustCompile(`(?m)^func (TestQuality\w+)\(t \*testing\.T\)`)
	for _, room := range []string{"api", "cmd", "internal", "orgs", "surveys", "needs", "matching", "charts", "models"} {
		err := filepath.WalkDir(filepath.Join("..", room), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			for _, name := range start.FindAllSubmatch(text, -1) {
				found[string(name[1])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}
