package pdftest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"loftet/internal/pdf"
)

// patience is what a browser may take on a machine that is busy with other tests: how
// fast it is is no matter of theirs.
const patience = time.Minute

// Printer gives a printer by the browser that CHROMIUM names, else by Chromium or
// Chrome from PATH. Without one the test is skipped, and fails in CI.
func Printer(t testing.TB) *pdf.Printer {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			printer, err := pdf.NewWithin(path, patience)
			if err != nil {
				t.Fatal(err)
			}
			return printer
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no Chromium: scripts/need-chromium.sh installs one")
	}
	t.Skip("no Chromium here; scripts/need-chromium.sh installs one")
	return nil
}

// blank writes a file that begins like a PDF where a browser is told to print to.
const blank = `#!/bin/sh
for told in "$@"; do
  case $told in --print-to-pdf=*) echo %PDF-1.4 > "${told#--print-to-pdf=}" ;; esac
done
`

// Blank gives a printer that needs no browser and prints nothing that can be read:
// for tests of who gets a PDF, which ask for hundreds.
func Blank(t testing.TB) *pdf.Printer {
	t.Helper()
	program := filepath.Join(t.TempDir(), "blank.sh")
	if err := os.WriteFile(program, []byte(blank), 0o700); err != nil { //nolint:gosec // G306: a program is run
		t.Fatal(err)
	}
	printer, err := pdf.New(program)
	if err != nil {
		t.Fatal(err)
	}
	return printer
}
