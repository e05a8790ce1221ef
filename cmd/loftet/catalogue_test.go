package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A catalogue goes out as a file, is changed, and comes back as a new version.
func TestCatalogueOutAndBack(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	out := filepath.Join(folder, "core.csv")
	run := func(wantCode int, want string, args ...string) string {
		t.Helper()
		code, stdout, stderr := command(t, data, "", args...)
		if code != wantCode || !strings.Contains(stdout+stderr, want) {
			t.Fatalf("%q: exit %d\n%s%s", args, code, stdout, stderr)
		}
		return stdout
	}
	run(exitOK, "", "export", "catalogue", "--out", out)
	run(exitFailed, "exists", "export", "catalogue", "--out", out)
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if printed := run(exitOK, "", "export", "catalogue"); printed != string(text) {
		t.Error("what is printed is not what is written")
	}
	run(exitOK, "nothing has changed, the version stays 2026.1: indicators: 0 new, 0 changed, 44 as before, 0 left out", "import", "catalogue", out)

	changed := filepath.Join(folder, "changed.csv")
	lines := strings.SplitAfter(string(text), "\n")
	lines[1] = strings.Replace(lines[1], ",0,100,", ",0,99,", 1) // 1.2-lowinc
	if err := os.WriteFile(changed, []byte(strings.Join(lines, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	run(exitOK, "it would become version 2027.1: indicators: 0 new, 1 changed, 43 as before, 0 left out", "import", "catalogue", changed, "--check", "--as", "2027.1")
	run(exitOK, "version 2027.1: indicators: 0 new, 1 changed", "import", "catalogue", changed, "--as", "2027.1")
	run(exitOK, "the version stays 2027.1", "import", "catalogue", changed)
	run(exitFailed, "has a version of this name already", "import", "catalogue", out, "--as", "2026.1")
	if again := run(exitOK, "", "export", "catalogue"); again != strings.Join(lines, "") {
		t.Error("the new version is not what was brought in")
	}
	run(exitOK, "", "export", "catalogue", "--catalogue", "Løftet additional indicators")
	run(exitFailed, `there is no catalogue "Other"; there are "Løftet common core", "Løftet additional indicators"`, "import", "catalogue", out, "--catalogue", "Other")
	run(exitUsage, "", "import", "catalogue")

	faulty := filepath.Join(folder, "faulty.csv")
	if err := os.WriteFile(faulty, []byte("code;goal;type;direction;name_en;formula\n1.1-a;40;number;up;A;\n1.1-b;1;number;lower;B;i9 + 1.0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := command(t, data, "", "import", "catalogue", faulty)
	if code != exitFailed || stdout != "" || strings.Count(stderr, "faulty.csv:2: column ") != 2 {
		t.Errorf("exit %d, %q\n%s", code, stdout, stderr)
	}
}
