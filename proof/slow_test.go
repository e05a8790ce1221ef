package proof_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// How many clients go away in the middle of a body, and how many are slow at the
// same time.
const (
	breakers = 200
	slow     = 510
)

// lettingGo is how long the service may take to hang up on those who are slow.
const lettingGo = 25 * time.Second

// R6: clients that go away in the middle of what they say, and clients that are
// slow to ask, to tell or to listen, hold nothing that others need.
func TestR6SlowAndBrokenClientsHinderNobody(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		slowAndBroken(t, onSQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		slowAndBroken(t, onPostgres(t))
	})
}

func slowAndBroken(t *testing.T, database string) {
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 2, Indicators: 30, Published: 1, Open: 1, Approved: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stand.Start(t.Context(), stand.Setting{Binary: program(t), Database: database, Watched: true})
	if err != nil {
		t.Fatal(err)
	}
	client := newClient()
	defer client.CloseIdleConnections()
	normal := &visitor{client: client, url: s.URL, writer: &writer{journal: newAnswers(country, country.Municipalities[0])}}
	quiet := normal.visit(t, func(n int) bool { return n < 60 })
	before := settledUse(t, s, 0)

	victim := country.Municipalities[1]
	put := func(length int) string {
		return fmt.Sprintf("PUT /api/v1/responses/%s/answers/%s HTTP/1.1\r\nHost: loftet\r\nCookie: %s\r\nIf-Match: \"1\"\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
			victim.Responses[0], country.Codes[0], victim.Person.Cookie, length)
	}
	breakOff(t, s, put(400)+`{"state":"value","value":1`)
	backTo(t, s, before)

	dawdlers := make([]*dawdler, slow)
	var arriving sync.WaitGroup
	for i := range dawdlers {
		arriving.Go(func() {
			switch i % 3 {
			case 0:
				dawdlers[i] = newDawdler(t, s, "GET /api/v1/needs HTTP/1.1\r\nHost: loftet\r\nX-Slow: ")
			case 1:
				dawdlers[i] = newDawdler(t, s, put(4000)+`{"state":"value","value":1`)
			default:
				dawdlers[i] = newDeaf(t, s, "GET /api/v1/problems HTTP/1.1\r\nHost: loftet\r\n\r\n")
			}
		})
	}
	arriving.Wait()
	if t.Failed() {
		return
	}
	during := settledUse(t, s, before.goroutines+slow/2)
	if during.connections > 0 {
		t.Errorf("%g connections to the database are held by clients that are slow", during.connections)
	}
	t.Logf("with slow clients the service holds %+v, before %+v", during, before)
	if during.goroutines < before.goroutines+slow/2 {
		t.Error("too few hang on to prove anything")
	}
	over, stop := context.WithTimeout(t.Context(), lettingGo)
	defer stop()
	var left sync.WaitGroup
	left.Go(func() { dawdle(over, dawdlers) })
	busy := normal.visit(t, func(n int) bool {
		return over.Err() == nil && (n < 60 || slices.ContainsFunc(dawdlers, (*dawdler).hangsOn))
	})
	stop()
	left.Wait()
	for what, took := range busy {
		t.Logf("%s: p90 %s, in quiet %s", what, took, quiet[what])
		if took > 20*quiet[what]+250*time.Millisecond {
			t.Errorf("%s took %s with slow clients, %s in quiet", what, took, quiet[what])
		}
	}
	said := map[string]int{}
	for i, d := range dawdlers {
		if d.hangsOn() {
			t.Fatalf("client %d is still waited for after %s", i, lettingGo)
		}
		if i%3 == 1 {
			said[d.statusLine()]++
		}
		d.close()
	}
	// on a machine with much else to do some are not even recognised in time
	if tooSlow := said["HTTP/1.1 408 Request Timeout"]; tooSlow < slow/6 || tooSlow+said["HTTP/1.1 503 Service Unavailable"] != slow/3 {
		t.Errorf("those with slow bodies were told %v", said)
	}
	backTo(t, s, before)
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("stopped with %d, %v", code, err)
	}
}

// visitor does what normal people do.
type visitor struct {
	client *http.Client
	url    string
	writer *writer
}

// visit asks for health, reads and saves as long as it is to go on, and gives how
// long nine of ten took.
func (v *visitor) visit(t *testing.T, goOn func(n int) bool) map[string]time.Duration {
	t.Helper()
	all := map[string][]time.Duration{}
	timed := func(what string, do func() error) {
		before := clock.System().Now()
		if err := do(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		all[what] = append(all[what], clock.System().Now().Sub(before))
	}
	for n := 0; goOn(n); n++ {
		timed("health", func() error { return v.health(t.Context()) })
		timed("read", func() error { return v.writer.journal.glance(reader(t.Context(), v.client, v.url)) })
		timed("save", func() error {
			return v.writer.write(t.Context(), v.client, v.url, v.writer.journal.next())
		})
	}
	nine := map[string]time.Duration{}
	for what, took := range all {
		slices.Sort(took)
		nine[what] = took[len(took)*9/10]
	}
	return nine
}

func (v *visitor) health(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, v.url+"/healthz", nil)
	if err != nil {
		return err
	}
	response, err := v.client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }() // it was only asked for
	var body bytes.Buffer
	if _, err = body.ReadFrom(response.Body); err == nil && (response.StatusCode != http.StatusOK || strings.TrimSpace(body.String()) != "alive") {
		err = fmt.Errorf("%d %s", response.StatusCode, body.String())
	}
	return err
}
