package proof_test

import (
	"context"
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

const (
	// aliveWithin is how soon /healthz answers on a busy machine.
	aliveWithin = 2 * time.Second
	// backWithin is how soon the service works again when its database does.
	backWithin = 10 * time.Second
	// mails is before how many of the outages a mail is asked for: one whose
	// sending was broken off takes a minute, in which the others pass.
	mails = 3
)

// outage is a way in which the database goes away and comes back.
type outage struct {
	name  string
	begin func(context.Context) error
	end   func(context.Context) error
	lasts time.Duration // after it was noticed
	// crawls: the database still answers, so slowly that it may count as there
	crawls bool
}

func outages(postgres *stand.Postgres, w wire) []outage {
	spoil := func(kind, attributes string) func(context.Context) error {
		return func(context.Context) error { return w.spoil(kind, attributes) }
	}
	stop := func(mode string) func(context.Context) error {
		return func(ctx context.Context) error { return postgres.Stop(ctx, mode) }
	}
	return []outage{
		{name: "stopped", begin: stop("fast"), end: postgres.Start, lasts: time.Second},
		{name: "crashed", begin: stop("immediate"), end: postgres.Start, lasts: time.Second},
		{name: "paused", begin: func(context.Context) error { return postgres.Pause() }, end: func(context.Context) error { return postgres.Resume() }, lasts: 6 * time.Second},
		{name: "late by 3 s", begin: spoil("latency", `{"latency":3000}`), end: w.mend, lasts: 3 * time.Second},
		{name: "reset", begin: spoil("reset_peer", `{"timeout":0}`), end: w.mend, lasts: time.Second},
		{name: "1 kB/s", begin: spoil("bandwidth", `{"rate":1}`), end: w.mend, lasts: 5 * time.Second, crawls: true},
		{name: "silent", begin: spoil("timeout", `{"timeout":0}`), end: w.mend, lasts: 6 * time.Second},
	}
}

// TestR5PostgreSQLGoesAwayUnderLoad lets the database go away in every way while
// people read and write. It is about a minute long, since outages are.
func TestR5PostgreSQLGoesAwayUnderLoad(t *testing.T) {
	s := newSite(t)
	crowd := newLoad(newJudge(s.URL), s.country)
	crowd.begin(t.Context())
	defer func() { crowd.end() }()
	crowd.due.Add(1)
	if err := stand.Until(t.Context(), backWithin, func() bool { return crowd.due.Load() > 0 && crowd.counted(http.StatusCreated) >= clients }); err != nil {
		t.Fatalf("the crowd does not get to work: %v\n%s", err, s.Log())
	}
	crowd.report(t, "before")
	crowd.end()
	before := s.rest(t, nil)
	crowd.begin(t.Context())
	for _, o := range outages(s.postgres, s.wire) {
		s.suffer(t, crowd, o)
	}
	crowd.end()
	crowd.report(t, "after")
	if missing := crowd.pending(); missing > 0 {
		t.Errorf("%d receipts are missing", missing)
	}
	crowd.checkBooks(t, s.direct)
	s.rest(t, before)
	s.checkMail(t)
	if t.Failed() {
		t.Logf("the service said:\n%s", told(s.Log()))
	}
}

// told are the lines of a log that tell of mistakes, the first fifty.
func told(log string) string {
	var lines []string
	for _, line := range strings.Split(log, "\n") {
		if strings.Contains(line, "code=internal") || strings.Contains(line, "panic") || strings.Contains(line, "sweep") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines[:min(50, len(lines))], "\n")
}

// site is a service with its database behind a wire.
type site struct {
	*stand.Service
	country  *stand.Country
	postgres *stand.Postgres
	wire     wire
	direct   string // address of the database without the wire
	metrics  string // address
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
	if s.metrics, err = stand.FreeAddress(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.wire = newWire(t, s.postgres.Port)
	s.Service, err = stand.Start(t.Context(), stand.Setting{
		Binary: binary, Database: s.wire.through(s.direct, s.postgres.Port),
		Env: []string{"LOFTET_METRICS_ADDRESS=" + s.metrics, "LOFTET_DATA=" + s.data},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Kill() }) // it may have ended
	return s
}

// suffer goes through one outage.
func (s *site) suffer(t *testing.T, crowd *load, o outage) {
	t.Helper()
	ctx := t.Context()
	if len(s.mailed) < mails {
		s.askForMail(t, crowd)
	}
	crowd.due.Add(1)
	began := clock.System().Now()
	if err := o.begin(ctx); err != nil {
		t.Fatal(err)
	}
	stopWatch := s.watchHealth(ctx, crowd.judge)
	if !o.crawls {
		if err := stand.Until(ctx, answeredWithin, func() bool { return s.get(ctx, "/readyz") == http.StatusServiceUnavailable }); err != nil {
			t.Errorf("%s: /readyz does not tell of it: %v", o.name, err)
		}
	}
	noticed := clock.System().Now().Sub(began)
	<-time.After(o.lasts)
	if err := o.end(ctx); err != nil {
		t.Fatal(err)
	}
	began = clock.System().Now()
	if err := stand.Until(ctx, backWithin, func() bool { return s.get(ctx, "/readyz") == http.StatusOK }); err != nil {
		t.Errorf("%s: /readyz does not tell that it is over: %v", o.name, err)
	}
	ready := clock.System().Now().Sub(began)
	done := crowd.counted(http.StatusOK)
	if err := stand.Until(ctx, backWithin, func() bool { return crowd.counted(http.StatusOK) > done+5*clients }); err != nil {
		t.Errorf("%s: the crowd does not get on: %v", o.name, err)
	}
	stopWatch()
	t.Logf("%s: noticed after %s, ready again after %s, all get on after %s", o.name, noticed.Round(time.Millisecond),
		ready.Round(time.Millisecond), clock.System().Now().Sub(began).Round(time.Millisecond))
	crowd.report(t, o.name)
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
		now, err = stand.Metrics(t.Context(), s.metrics)
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

// counted tells how many answers of a status there were since the last report.
func (j *judge) counted(status int) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.counts[status]
}
