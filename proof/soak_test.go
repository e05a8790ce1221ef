package proof_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"sync"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// How long the service is watched under steady work, and how often somebody asks
// for something. LOFTET_SOAK sets another time, such as 24h.
const (
	soakFor  = time.Minute
	askEvery = 40 * time.Millisecond
)

// R14: under steady work of all kinds the service comes to hold what it needs and
// then no more.
func TestR14SteadyWorkTakesNoMoreAndMore(t *testing.T) {
	t.Parallel()
	long := soakFor
	if text := os.Getenv("LOFTET_SOAK"); text != "" {
		var err error
		if long, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
	}
	database := onSQLite(t)
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 20, Indicators: 34, Published: 2, Open: 1, Approved: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stand.Start(t.Context(), stand.Setting{Binary: program(t), Database: database, Watched: true})
	if err != nil {
		t.Fatal(err)
	}
	work := newSteadyWork(country, s.URL)
	defer work.client.CloseIdleConnections()
	var quarters [4]held
	for i := range quarters {
		quarters[i] = work.forAWhile(t, s, long/4)
		t.Logf("quarter %d: %+v", i+1, quarters[i])
	}
	second, last := quarters[1], quarters[3] // the first is for settling in
	if last.heap > 1.1*second.heap+4e6 {
		t.Errorf("live memory grew from %.1f to %.1f MB", second.heap/1e6, last.heap/1e6)
	}
	if last.resident > 1.1*second.resident+16e6 {
		t.Errorf("memory grew from %.1f to %.1f MB", second.resident/1e6, last.resident/1e6)
	}
	if last.goroutines > second.goroutines+10 || last.files > second.files+10 {
		t.Errorf("the service holds %+v, before it was %+v", last, second)
	}
	if wanted := 5 * long.Seconds() / 4; float64(last.asked) < wanted { // a machine with much else to do asks less often
		t.Errorf("%d requests in the last quarter, %.0f wanted: too few to prove anything", last.asked, wanted)
	}
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("stopped with %d, %v", code, err)
	}
}

// held is what a service held in some time: of memory as the system sees it the
// most, of all else the least, which is what it never let go of.
type held struct {
	heap, resident, goroutines, files float64
	asked                             int
}

// steadyWork asks for things in turn, in the name of many.
type steadyWork struct {
	client *http.Client
	url    string
	writer *writer
	reads  []call
	at     int
}

func newSteadyWork(country *stand.Country, url string) *steadyWork {
	w := &steadyWork{client: newClient(), url: url, writer: &writer{journal: newAnswers(country, country.Municipalities[0])}}
	region := country.Region.String()
	for _, m := range country.Municipalities[1:] {
		for _, path := range []string{
			"/session", "/responses", "/responses/" + m.Responses[0].String(), "/responses/" + m.Responses[0].String() + "/goals/3",
			"/responses/" + m.Responses[0].String() + "/check", "/status/regions/" + region, "/rounds",
		} {
			w.reads = append(w.reads, call{method: http.MethodGet, path: path, cookie: m.Person.Cookie})
		}
		for _, path := range []string{"/needs", "/regions", "/charts/heat?format=svg&region=" + region, "/problems"} {
			w.reads = append(w.reads, call{method: http.MethodGet, path: path})
		}
	}
	return w
}

// forAWhile works and tells what the service held meanwhile.
func (w *steadyWork) forAWhile(t *testing.T, s *stand.Service, long time.Duration) held {
	t.Helper()
	var all held
	var under sync.WaitGroup
	defer under.Wait()
	ticker := time.NewTicker(askEvery)
	defer ticker.Stop()
	atOnce := make(chan struct{}, 50)
	for begun := clock.System().Now(); clock.System().Now().Sub(begun) < long; {
		<-ticker.C
		w.at++
		all.asked++
		c := w.reads[w.at%len(w.reads)]
		atOnce <- struct{}{}
		under.Go(func() {
			defer func() { <-atOnce }()
			if r, err := ask(t.Context(), w.client, w.url, c); err != nil || !r.succeeded() {
				t.Errorf("%s: %s, %v", c.path, r, err)
			}
		})
		if w.at%5 == 0 {
			all.asked++
			if err := w.save(t.Context()); err != nil {
				t.Error(err)
			}
		}
		if w.at%10 == 0 {
			all.take(t, s)
		}
		if t.Failed() {
			return all
		}
	}
	return all
}

func (w *steadyWork) save(ctx context.Context) error {
	if err := w.writer.write(ctx, w.client, w.url, w.writer.journal.next()); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

// take looks at the service once more.
func (h *held) take(t *testing.T, s *stand.Service) {
	t.Helper()
	m, err := s.Metrics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.resident = max(h.resident, m["process_resident_memory_bytes"])
	h.heap = least(h.heap, m["go_memstats_heap_alloc_bytes"])
	h.goroutines = least(h.goroutines, m["go_goroutines"])
	h.files = least(h.files, m["process_open_fds"])
}

// least is the smaller of two, where 0 is not known yet.
func least(known, now float64) float64 {
	if known == 0 {
		return now
	}
	return min(known, now)
}
