package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The limits of printing. A browser takes up to 400 MB while it prints.
const (
	atOnce = 2               // browsers of this process
	within = 7 * time.Second // waiting in line included; an answer may take a second more
	dying  = time.Second     // for the streams of a browser that was ended
	most   = 64 << 20        // bytes of a PDF
)

// Printer prints by one program. It may be used by many at once; more than can print
// wait in line.
type Printer struct {
	program string
	within  time.Duration
	turns   chan struct{}
}

// New gives a printer that starts the program, Chromium or a browser made of it: a
// path, or a name that PATH leads to. It fails where no such program is there. A
// printing ends after seven seconds.
func New(program string) (*Printer, error) { return NewWithin(program, within) }

// NewWithin gives a printer whose printings may take as long as is said, for those
// whom nobody waits for.
func NewWithin(program string, within time.Duration) (*Printer, error) {
	found, err := exec.LookPath(program)
	if err != nil {
		return nil, fmt.Errorf("find the browser that prints: %w", err)
	}
	return &Printer{program: found, within: within, turns: make(chan struct{}, atOnce)}, nil
}

// Print gives a page as PDF, with its headings and tables tagged, its language and
// its title. The page is HTML in UTF-8 that needs no other file. It fails when the
// context ends, or after the printer's time; the browser is ended then.
func (p *Printer) Print(ctx context.Context, page []byte) ([]byte, error) {
	ctx, end := context.WithTimeoutCause(ctx, p.within, errors.New("printing took too long"))
	defer end()
	select {
	case p.turns <- struct{}{}:
		defer func() { <-p.turns }()
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for a browser: %w", context.Cause(ctx))
	}
	folder, err := os.MkdirTemp("", "loftet-pdf-")
	if err != nil {
		return nil, fmt.Errorf("print: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	in, out := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := prepare(folder, in, page); err != nil {
		return nil, fmt.Errorf("print: %w", err)
	}
	if err := p.run(ctx, folder, in, out); err != nil {
		return nil, err
	}
	return read(out)
}

// prepare writes the page, and the settings of a browser that runs no script.
func prepare(folder, in string, page []byte) error {
	if err := os.WriteFile(in, page, 0o600); err != nil {
		return err
	}
	settings := filepath.Join(folder, "profile", "Default")
	if err := os.MkdirAll(settings, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(settings, "Preferences"), []byte(`{"profile":{"default_content_setting_values":{"javascript":2}}}`), 0o600)
}

func (p *Printer) run(ctx context.Context, folder, in, out string) error {
	var said tail
	browser := exec.CommandContext(ctx, p.program, flags(folder, in, out)...) //nolint:gosec // G204: the operator names the program, the rest is ours
	browser.Dir, browser.Stderr, browser.WaitDelay = folder, &said, dying
	// Nothing of the service's own: its settings hold passwords.
	browser.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + folder, "TMPDIR=" + folder, "LANG=C.UTF-8"}
	asGroup(browser)
	err := browser.Run()
	if browser.Process != nil {
		_ = browser.Cancel() // helpers may outlive it
	}
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil // it ended well, and a helper kept its streams open
	}
	if ctx.Err() != nil {
		return fmt.Errorf("print: %w", context.Cause(ctx))
	}
	if err != nil {
		return fmt.Errorf("print: %w: %s", err, said.String())
	}
	if _, err := os.Stat(out); err != nil {
		return fmt.Errorf("print: the browser wrote no file: %s", said.String())
	}
	return nil
}

// flags are what the browser is told. No name and no address leads anywhere, so
// that it reaches nothing, whatever stands in a page.
func flags(folder, in, out string) []string {
	list := []string{
		"--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-breakpad", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-agent=Loftet",
		"--user-data-dir=" + filepath.Join(folder, "profile"), "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
		"--print-to-pdf=" + out, "file://" + filepath.ToSlash(in),
	}
	if os.Geteuid() == 0 {
		list = append([]string{"--no-sandbox"}, list...) // root has none: Chromium refuses to start
	}
	return list
}

func read(out string) ([]byte, error) {
	about, err := os.Stat(out)
	if err != nil {
		return nil, fmt.Errorf("read what was printed: %w", err)
	}
	if about.Size() > most {
		return nil, fmt.Errorf("read what was printed: %d bytes, at most %d", about.Size(), most)
	}
	printed, err := os.ReadFile(out)
	if err == nil && !bytes.HasPrefix(printed, []byte("%PDF-")) {
		err = errors.New("it is no PDF")
	}
	if err != nil {
		return nil, fmt.Errorf("read what was printed: %w", err)
	}
	return printed, nil
}

// tail keeps the end of what a browser says of itself, for the log.
type tail struct{ kept []byte }

const tailSize = 600

// Write takes all and keeps the last of it.
func (t *tail) Write(said []byte) (int, error) {
	t.kept = append(t.kept, said...)
	t.kept = t.kept[max(0, len(t.kept)-tailSize):]
	return len(said), nil
}

// String gives it on one line.
func (t *tail) String() string { return strings.Join(strings.Fields(string(t.kept)), " ") }
