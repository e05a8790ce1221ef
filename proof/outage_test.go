package proof_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

const (
	// aliveWithin is how soon /healthz answers on a busy machine.
	aliveWithin = 5 * time.Second
	// backWithin is how soon the service works again when its database does.
	backWithin = 10 * time.Second
	// mails is before how many of the outages a mail is asked for: one whose
	// sending was broken off takes a minute, in which the others pass.
	mails = 2
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
		// what is silent or slow lasts until requests have used up their time
		{name: "stopped", begin: stop("fast"), end: postgres.Start, lasts: time.Second},
		{name: "crashed", begin: stop("immediate"), end: postgres.Start, lasts: time.Second},
		{name: "paused", begin: func(context.Context) error { return postgres.Pause() }, end: func(context.Context) error { return postgres.Resume() }, lasts: 6 * time.Second},
		{name: "late by 3 s", begin: spoil("latency", `{"latency":3000}`), end: w.mend, lasts: 6 * time.Second},
		{name: "reset", begin: spoil("reset_peer", `{"timeout":0}`), end: w.mend, lasts: time.Second},
		{name: "1 kB/s", begin: spoil("bandwidth", `{"rate":1}`), end: w.mend, lasts: 9 * time.Second, crawls: true},
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
