package proof_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"loftet/proof/stand"
)

// commits is how many acknowledged writes are counted.
const commits = 100

// R2: killing a process doesn't show what a power cut would take, since the
// system keeps what was written. So the calls that make the disk keep it are
// counted: at least one for each commit that one client had acknowledged.
func TestR2EachAcknowledgedCommitIsSyncedToTheDisk(t *testing.T) {
	trace := filepath.Join(t.TempDir(), "trace")
	strace := []string{"strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=fsync,fdatasync", "-e", "signal=none", "-o", trace}
	if out, err := exec.CommandContext(t.Context(), strace[0], append(strace[1:], "true")...).CombinedOutput(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("strace can't count calls here: %v: %s", err, out)
		}
		t.Skipf("strace is not installed (scripts/need-strace.sh) or may not trace here: %v: %s", err, out)
	}
	database := onSQLite(t)
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 1, Indicators: 30, Published: 1, Open: 1, Approved: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stand.Start(t.Context(), stand.Setting{Binary: program(t), Database: database, Wrap: strace})
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{journal: newAnswers(country, country.Municipalities[0])}
	client := newClient()
	defer client.CloseIdleConnections()
	before := syncs(t, trace)
	for range commits {
		if err := w.write(t.Context(), client, s.URL, w.journal.next()); err != nil {
			t.Fatal(err)
		}
	}
	counted := syncs(t, trace) - before
	t.Logf("%d calls for %d acknowledged commits", counted, commits)
	if counted < commits {
		t.Errorf("%d calls made the disk keep %d acknowledged commits", counted, commits)
	}
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("stopped with %d, %v", code, err)
	}
}

// syncs counts the calls that have succeeded so far; strace writes a line before
// it lets the process go on.
func syncs(t *testing.T, trace string) int {
	t.Helper()
	text, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, "sync") && strings.HasSuffix(strings.TrimSpace(line), "= 0") {
			n++
		}
	}
	return n
}
