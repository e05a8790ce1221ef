package proof_test

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// endWithin is how long the service may take to end after it was told to: eight
// seconds for the requests that run, and what a busy machine takes for the rest.
const endWithin = 12 * time.Second

// R3: told to stop, the service answers what runs and refuses what is new, ends
// soon and well whoever hangs on, and leaves no job undone for good.
func TestR3StoppingFinishesWhatRuns(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		stopped(t, onSQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		stopped(t, onPostgres(t))
	})
}

func stopped(t *testing.T, database string) {
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 12, Indicators: 30, Published: 1, Open: 1, Approved: true})
	if err != nil {
		t.Fatal(err)
	}
	post := newSilentPost(t)
	set := stand.Setting{Binary: program(t), Database: database, Env: []string{"LOFTET_DATA=" + dataOf(t, database)}}
	mailing := set
	mailing.Env = append(append([]string{}, set.Env...), "LOFTET_SMTP_HOST=127.0.0.1", "LOFTET_SMTP_TLS=none",
		"LOFTET_SMTP_PORT="+strconv.Itoa(post.port), "LOFTET_MAIL_FROM=loftet@example.org")
	s, err := stand.Start(t.Context(), mailing)
	if err != nil {
		t.Fatal(err)
	}
	askForLetter(t, s, country.Coordinator.Email)
	post.await(t)
	writers, during := writeThrough(t, s, country.Municipalities[:4], country)
	running := beginAnswers(t, s, country, country.Municipalities[4:])
	slowOnes := []*dawdler{
		newDawdler(t, s, "GET /api/v1/needs HTTP/1.1\r\nHost: loftet\r\nX-Slow: "),
		newDawdler(t, s, "POST /api/v1/password-resets HTTP/1.1\r\nHost: loftet\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"),
		newDeaf(t, s, "GET /api/v1/problems HTTP/1.1\r\nHost: loftet\r\n\r\n"),
	}
	before := clock.System().Now()
	ended := make(chan error, 1)
	go func() {
		code, err := s.Stop()
		if code != 0 {
			err = errors.Join(err, fmt.Errorf("ended with %d: %s", code, s.Log()))
		}
		ended <- err
	}()
	if err := stand.Until(t.Context(), endWithin, func() bool { return refused(t, s) }); err != nil {
		t.Errorf("new requests are taken while it stops: %v", err)
	}
	for _, r := range running {
		if got := r.finish(t); got != "HTTP/1.1 200 OK" {
			t.Errorf("a request that ran was answered %q", got)
		}
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	took := clock.System().Now().Sub(before)
	t.Logf("ended after %s", took)
	if took > endWithin {
		t.Errorf("ended after %s", took)
	}
	during.Wait()
	for _, d := range slowOnes {
		d.close()
	}
	holds(t, database, map[string]string{"jobs other than the letter that was under way": `select abs(1 - count(*)) from goqite`})
	again(t, set, writers, strings.HasPrefix(database, "sqlite:"))
	wholeRows(t, database)
}

// writeThrough has writers write until the service is gone.
func writeThrough(t *testing.T, s *stand.Service, municipalities []stand.Municipality, country *stand.Country) ([]*writer, *sync.WaitGroup) {
	t.Helper()
	var writers []*writer
	var all sync.WaitGroup
	var written atomic.Int64
	for _, m := range municipalities {
		w := &writer{journal: newSubmissions(country, m), all: &written}
		writers = append(writers, w)
		all.Go(func() {
			if err := w.life(t.Context(), s.URL); !errors.Is(err, errGone) {
				t.Error(err)
			}
		})
	}
	if err := stand.Until(t.Context(), 30*time.Second, func() bool { return written.Load() > 8 }); err != nil {
		t.Fatal(err)
	}
	return writers, &all
}

// refused tells whether nobody takes a new request.
func refused(t *testing.T, s *stand.Service) bool {
	conn, err := connect(t.Context(), s, "")
	if err != nil {
		return true
	}
	_ = conn.Close()
	return false
}

func askForLetter(t *testing.T, s *stand.Service, email string) {
	t.Helper()
	client := newClient()
	defer client.CloseIdleConnections()
	r, err := ask(t.Context(), client, s.URL, call{method: http.MethodPost, path: "/password-resets", body: fmt.Sprintf(`{"email":%q}`, email)})
	if err != nil || !r.succeeded() {
		t.Fatalf("asked for a letter: %s, %v", r, err)
	}
}

// again starts the service once more, now with a folder for letters, and holds the
// journals to it. The letter that was under way when it stopped may be waited for:
// a job that was taken comes back after a minute.
func again(t *testing.T, set stand.Setting, writers []*writer, wait bool) {
	t.Helper()
	s, err := stand.Start(t.Context(), set)
	if err != nil {
		t.Fatal(err)
	}
	holdToJournals(t, s, writers)
	if wait {
		folder := filepath.Join(strings.TrimPrefix(set.Env[0], "LOFTET_DATA="), "mail")
		err := stand.Until(t.Context(), 2*time.Minute, func() bool {
			letters, err := filepath.Glob(filepath.Join(folder, "*.eml"))
			return err == nil && len(letters) == 1
		})
		if err != nil {
			entries, _ := os.ReadDir(folder)
			t.Errorf("the letter never came: %v, %v", err, entries)
		}
	}
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("stopped with %d, %v", code, err)
	}
}

// silentPost is a mail server that takes connections and never says a word.
type silentPost struct {
	port  int
	taken chan struct{}
}

func newSilentPost(t *testing.T) *silentPost {
	t.Helper()
	var config net.ListenConfig
	l, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &silentPost{port: l.Addr().(*net.TCPAddr).Port, taken: make(chan struct{}, 1)}
	t.Cleanup(func() { _ = l.Close() }) // its connections end with the service
	go func() {
		for {
			if _, err := l.Accept(); err != nil {
				return
			}
			select {
			case p.taken <- struct{}{}:
			default:
			}
		}
	}()
	return p
}

// await waits until a letter is being handed over.
func (p *silentPost) await(t *testing.T) {
	t.Helper()
	select {
	case <-p.taken:
	case <-time.After(30 * time.Second):
		t.Fatal("nobody hands over a letter")
	}
}
