//go:build unix

package pdf_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/internal/pdf"
)

// program gives a printer whose browser is a script.
func program(t *testing.T, script string) *pdf.Printer {
	t.Helper()
	path := filepath.Join(t.TempDir(), "browser")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	printer, err := pdf.New(path)
	if err != nil {
		t.Fatal(err)
	}
	return printer
}

func TestWhatABrowserDoesWrongIsTold(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://secret")
	folder := shortFolder(t)
	find := `for one in "$@"; do case "$one" in --print-to-pdf=*) out="${one#*=}";; esac; done; `
	for script, want := range map[string]string{
		"echo no sandbox >&2; exit 3": "exit status 3: no sandbox",
		"echo nothing to do >&2":      "wrote no file: nothing to do",
		find + `echo text >"$out"`:    "no PDF",
		find + `echo "%PDF-$DATABASE_URL" >"$out"; [ -z "$DATABASE_URL" ] || exit 4; [ -s "${TMPDIR}/page.html" ] || exit 5`: "",
	} {
		printed, err := program(t, script).Print(context.Background(), []byte("page"))
		switch {
		case want == "" && (err != nil || string(printed) != "%PDF-\n"):
			t.Errorf("%s: %q, %v", script, printed, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v", script, err)
		}
	}
	if left, err := filepath.Glob(filepath.Join(folder, "*pdf*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A browser that has printed is done, whatever it left running: that is ended, too.
func TestNothingOfABrowserIsLeft(t *testing.T) {
	line := filepath.Join(t.TempDir(), "line")
	if err := syscall.Mkfifo(line, 0o600); err != nil {
		t.Fatal(err)
	}
	printer := program(t, `exec 3>"`+line+`"; for one in "$@"; do case "$one" in --print-to-pdf=*) echo %PDF- >"${one#*=}";; esac; done; sleep 600 & echo >&3`)
	ended := make(chan error)
	go func() {
		_, err := printer.Print(context.Background(), []byte("page"))
		ended <- err
	}()
	alive, err := os.Open(line)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = alive.Close() }()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := alive.SetReadDeadline(clock.System().Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, alive); err != nil { // it has its end when nobody holds it any more
		t.Error(err)
	}
}

// A browser that hangs is ended with the request, and so is what it started; those
// who stand in line behind it are told when their own time is over.
func TestABrowserDoesNotOutliveTheRequest(t *testing.T) {
	line := filepath.Join(t.TempDir(), "line")
	if err := syscall.Mkfifo(line, 0o600); err != nil {
		t.Fatal(err)
	}
	printer := program(t, `exec 3>"`+line+`"; echo >&3; sleep 600 & wait`)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ended := make(chan error)
	for range 2 {
		go func() {
			_, err := printer.Print(ctx, []byte("page"))
			ended <- err
		}()
	}
	alive, err := os.Open(line)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = alive.Close() }()
	if _, err := io.ReadFull(alive, make([]byte, 2)); err != nil { // both have begun
		t.Fatal(err)
	}
	over, stop := context.WithCancel(context.Background())
	stop()
	if _, err := printer.Print(over, nil); err == nil || !strings.Contains(err.Error(), "wait for a browser") {
		t.Errorf("a third one is told: %v", err)
	}
	cancel()
	for range 2 {
		if err := <-ended; err == nil || !strings.Contains(err.Error(), "canceled") {
			t.Errorf("%v", err)
		}
	}
	// The line has its end when nobody holds it any more.
	if _, err := io.Copy(io.Discard, alive); err != nil {
		t.Error(err)
	}
}
