package proof_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// TestStartWithoutPostgreSQL starts the service while its database is stopped,
// and while it is there and silent: one line tells why it ends.
func TestStartWithoutPostgreSQL(t *testing.T) {
	t.Parallel()
	binary := program(t)
	address, postgres := onCluster(t)
	for _, c := range []struct {
		name string
		away func() error
	}{
		{"paused", postgres.Pause},
		{"stopped", func() error { _ = postgres.Resume(); return postgres.Stop(t.Context(), "fast") }},
	} {
		if err := c.away(); err != nil {
			t.Fatal(err)
		}
		ctx, end := context.WithTimeout(t.Context(), answeredWithin)
		cmd := exec.CommandContext(ctx, binary, "serve", "--address", "127.0.0.1:0")
		cmd.Env = []string{"DATABASE_URL=" + address, "LOFTET_DATA=" + t.TempDir()}
		said, err := cmd.CombinedOutput()
		end()
		if err == nil || cmd.ProcessState.ExitCode() != 1 {
			t.Errorf("%s: %v", c.name, err)
		}
		if text := string(said); strings.Count(text, "\n") != 1 || !strings.HasPrefix(text, "loftet: open database: ") {
			t.Errorf("%s: it says %q", c.name, text)
		}
	}
	if err := postgres.Start(t.Context()); err != nil { // so that it can be stopped
		t.Fatal(err)
	}
}

// TestStopWhilePostgreSQLIsSilent tells a service to end that waits for its
// database in every way.
func TestStopWhilePostgreSQLIsSilent(t *testing.T) {
	t.Parallel()
	address, postgres := onCluster(t)
	country, err := stand.Fill(t.Context(), address, stand.Plan{Municipalities: clients, Indicators: 2, Published: 1, Open: 1, Approved: true, Blank: 1})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stand.Start(t.Context(), stand.Setting{Binary: program(t), Database: address, Env: []string{"LOFTET_DATA=" + t.TempDir()}})
	if err != nil {
		t.Fatal(err)
	}
	crowd := newLoad(newJudge(s.URL), country)
	crowd.begin(t.Context())
	if err := stand.Until(t.Context(), backWithin, func() bool { return crowd.counted(200) > 5*clients }); err != nil {
		t.Fatal(err)
	}
	if err := postgres.Pause(); err != nil {
		t.Fatal(err)
	}
	// all wait, and the job queue too, which looks once a second
	<-time.After(2 * time.Second)
	crowd.stop()
	began := clock.System().Now()
	code, err := s.Stop()
	took := clock.System().Now().Sub(began)
	crowd.running.Wait()
	t.Logf("it ended after %s with %d", took.Round(time.Millisecond), code)
	if err != nil || code != 0 || took > 2*answeredWithin {
		t.Errorf("it ended after %s with %d, %v\n%s", took, code, err, s.Log())
	}
	crowd.report(t, "told to stop")
}
