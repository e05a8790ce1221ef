package proof_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// kills is how often the service is killed, restartWithin how soon it must be
// ready again after each.
const (
	kills         = 50
	restartWithin = 2 * time.Second
)

// R1: the service is killed again and again while eight clients write. What it
// acknowledged is there once, nothing is there by half, and it is soon ready.
func TestR1NothingAcknowledgedIsLostByKilling(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { killed(t, onSQLite(t)) })
	t.Run("postgres", func(t *testing.T) { killed(t, onPostgres(t)) })
}

func killed(t *testing.T, database string) {
	writers, all := crew(t, database)
	set := stand.Setting{Binary: program(t), Database: database, Env: []string{"LOFTET_DATA=" + dataOf(t, database)}}
	var starts []time.Duration
	for range kills {
		before := clock.System().Now()
		s, err := stand.Start(t.Context(), set)
		if err != nil {
			t.Fatal(err)
		}
		starts = append(starts, clock.System().Now().Sub(before))
		live(t, s, writers, all)
		if t.Failed() {
			t.Fatalf("after %d starts; the service said:\n%s", len(starts), s.Log())
		}
	}
	settled(t, set, writers)
	slices.Sort(starts)
	t.Logf("%d starts: median %s, slowest %s", len(starts), starts[len(starts)/2], starts[len(starts)-1])
	if starts[len(starts)/2] > restartWithin {
		t.Errorf("half of the starts took longer than %s", restartWithin)
	}
	for _, w := range writers {
		t.Logf("%-14s %5d writes acknowledged, %2d sent again, %2d of them given their first answer", w.name, w.written, w.repeated, w.replayed)
		if w.written < kills/2 || w.repeated == 0 {
			t.Errorf("%s wrote %d times and was interrupted %d times: too little to prove anything", w.name, w.written, w.repeated)
		}
	}
	wholeRows(t, database)
}

// settled starts the service a last time and holds every journal to its end.
func settled(t *testing.T, set stand.Setting, writers []*writer) {
	t.Helper()
	s, err := stand.Start(t.Context(), set)
	if err != nil {
		t.Fatal(err)
	}
	holdToJournals(t, s, writers)
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("stopped with %d, %v", code, err)
	}
}

// holdToJournals lets each writer send again what it got no answer to, and holds
// the running service to every journal.
func holdToJournals(t *testing.T, s *stand.Service, writers []*writer) {
	t.Helper()
	client := newClient()
	defer client.CloseIdleConnections()
	for _, w := range writers {
		if err := errors.Join(w.settle(t.Context(), client, s.URL), w.journal.check(reader(t.Context(), client, s.URL))); err != nil {
			t.Errorf("%s: %v", w.name, err)
		}
	}
}

// live lets the writers write and kills the service in the middle of it: after
// some writes and some milliseconds more.
func live(t *testing.T, s *stand.Service, writers []*writer, all *atomic.Int64) {
	t.Helper()
	var clients sync.WaitGroup
	for _, w := range writers {
		clients.Go(func() {
			if err := w.life(t.Context(), s.URL); !errors.Is(err, errGone) {
				t.Errorf("%s: %v", w.name, err)
			}
		})
	}
	enough := all.Load() + 2 + rand.Int64N(30)
	if err := stand.Until(t.Context(), 30*time.Second, func() bool { return t.Failed() || all.Load() >= enough }); err != nil {
		t.Errorf("%d more writes: %v", enough-all.Load(), err)
	}
	<-time.After(rand.N(20 * time.Millisecond))
	if err := s.Kill(); err != nil {
		t.Error(err)
	}
	clients.Wait()
}
