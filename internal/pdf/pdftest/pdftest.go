package pdftest

import (
	"os"
	"os/exec"
	"testing"

	"loftet/internal/pdf"
)

// Printer gives a printer by the browser that CHROMIUM names, else by Chromium or
// Chrome from PATH. Without one the test is skipped, and fails in CI.
func Printer(t testing.TB) *pdf.Printer {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			printer, err := pdf.New(path)
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
