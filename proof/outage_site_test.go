package proof_test

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// onCluster gives a cluster of one's own, that may be stopped, and the address of
// a new database in it.
func onCluster(t *testing.T) (string, *stand.Postgres) {
	t.Helper()
	cluster, err := stand.NewPostgres(t.Context())
	if errors.Is(err, stand.ErrNoPostgres) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cluster.Close(); err != nil {
			t.Error(err)
		}
	})
	address, err := cluster.Create(t.Context(), "loftet")
	if err != nil {
		t.Fatal(err)
	}
	return address, cluster
}

// site is a service with its database behind a wire.
type site struct {
	*stand.Service
	country  *stand.Country
	postgres *stand.Postgres
	wire     wire
	direct   string // address of the database without the wire
	data     string // folder
	mailed   []string
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{data: t.TempDir()}
	binary := program(t)
	var err error
	s.direct, s.postgres = onCluster(t)
	if s.country, err = stand.Fill(t.Context(), s.direct, stand.Plan{
		Municipalities: 8 * clients, Indicators: 6, Published: 1, Open: 1, Approved: true, Blank: 1,
	}); err != nil {
		t.Fatal(err)
	}
	s.wire = newWire(t, s.postgres.Port)
	s.Service, err = stand.Start(t.Context(), stand.Setting{
		Binary: binary, Database: s.wire.through(s.direct, s.postgres.Port), Watched: true,
		Env: []string{"LOFTET_DATA=" + s.data},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Kill() }) // it may have ended
	return s
}

// get is the status of an address, 0 when there is no answer.
func (s *site) get(ctx context.Context, path string) int {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+path, nil)
	if err != nil {
		return 0
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	_ = response.Body.Close() // only the status counts
	return response.StatusCode
}

// watchHealth asks again and again whether the process lives, until the function
// it gives is called.
func (s *site) watchHealth(ctx context.Context, j *judge) func() {
	ctx, stop := context.WithCancel(ctx)
	var watching sync.WaitGroup
	watching.Go(func() {
		ticker := time.NewTicker(50 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			began := clock.System().Now()
			status := s.get(context.WithoutCancel(ctx), "/healthz")
			if took := clock.System().Now().Sub(began); status != http.StatusOK || took > aliveWithin {
				j.fault("/healthz answers %d, within %s", status, took.Round(time.Second))
			}
		}
	})
	return func() {
		stop()
		watching.Wait()
	}
}

// askForMail lets the next person ask for a new password; once that is
// acknowledged, the mail must come.
func (s *site) askForMail(t *testing.T, crowd *load) {
	t.Helper()
	email := s.country.Municipalities[len(s.mailed)].Person.Email
	r, _ := crowd.ask(t.Context(), []int{http.StatusAccepted}, http.MethodPost, "/api/v1/password-resets", "", `{"email":"`+email+`"}`)
	if r.status != http.StatusAccepted {
		t.Errorf("the mail to %s was not taken: %d %s", email, r.status, r.body)
		return
	}
	s.mailed = append(s.mailed, email)
}

// checkMail waits until all mail is out. A job that an outage broke off is taken
// up again a minute later.
func (s *site) checkMail(t *testing.T) {
	t.Helper()
	var waiting []string
	err := stand.Until(t.Context(), 90*time.Second, func() bool {
		letters := ""
		files, _ := filepath.Glob(filepath.Join(s.data, "mail", "*.eml")) // the pattern is right
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return false
			}
			letters += string(text)
		}
		waiting = nil
		for _, email := range s.mailed {
			if !strings.Contains(letters, email) {
				waiting = append(waiting, email)
			}
		}
		return len(waiting) == 0
	})
	if err != nil {
		t.Errorf("mail that does not come: %v: %v", waiting, err)
	}
}

// rest waits until a service that nobody uses is as small as it was before, and
// gives what it measures of itself.
func (s *site) rest(t *testing.T, before map[string]float64) map[string]float64 {
	t.Helper()
	http.DefaultClient.CloseIdleConnections()
	// the pool may hold more connections than before, up to its size
	margins := map[string]float64{"go_goroutines": 30, "process_open_fds": 30, "process_resident_memory_bytes": 50e6}
	var now map[string]float64
	err := stand.Until(t.Context(), 30*time.Second, func() bool {
		var err error
		now, err = s.Metrics(t.Context())
		if err != nil {
			return false
		}
		for name, margin := range margins {
			if before != nil && now[name] > before[name]+margin {
				return false
			}
		}
		return true
	})
	for name := range margins {
		t.Logf("%s: %.0f, before %.0f", name, now[name], before[name])
	}
	if err != nil {
		t.Errorf("the service has grown: %v", err)
	}
	return now
}
