package proof_test

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// dawdler is a client that says a byte now and then, or is deaf.
type dawdler struct {
	conn *net.TCPConn
	deaf bool
	gone atomic.Bool // the service has hung up
	said []byte
}

// connect opens a connection and says something at once.
func connect(ctx context.Context, s *stand.Service, first string) (*net.TCPConn, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", strings.TrimPrefix(s.URL, "http://"))
	if err != nil {
		return nil, err
	}
	_, err = io.WriteString(conn, first)
	return conn.(*net.TCPConn), err
}

// newDawdler makes a client that has said so much at once.
func newDawdler(t *testing.T, s *stand.Service, first string) *dawdler {
	t.Helper()
	conn, err := connect(t.Context(), s, first)
	if err != nil {
		t.Errorf("a slow client can't connect: %v", err)
		return &dawdler{}
	}
	return &dawdler{conn: conn}
}

// newDeaf makes a client that asks for far more than it listens to.
func newDeaf(t *testing.T, s *stand.Service, request string) *dawdler {
	t.Helper()
	d := newDawdler(t, s, strings.Repeat(request, 40))
	d.deaf = true
	if d.conn != nil {
		_ = d.conn.SetReadBuffer(2048) // as little as may be
	}
	return d
}

// dawdle has every client say or hear one byte in turn until the context ends.
func dawdle(ctx context.Context, all []*dawdler) {
	ticker := time.NewTicker(500 * time.Millisecond)
	defer ticker.Stop()
	for {
		for _, d := range all {
			d.turn()
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (d *dawdler) turn() {
	if d.gone.Load() {
		return
	}
	one := make([]byte, 1)
	if !d.deaf {
		_, _ = d.conn.Write([]byte(" ")) // whether it is still there shows when it is read
		one = make([]byte, 512)
	}
	_ = d.conn.SetReadDeadline(clock.System().Now().Add(time.Millisecond))
	n, err := d.conn.Read(one)
	d.said = append(d.said, one[:n]...)
	if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
		d.gone.Store(true)
	}
}

// hangsOn tells whether the service still waits for what this client says. Those
// who are slow to listen may take longer.
func (d *dawdler) hangsOn() bool { return !d.deaf && !d.gone.Load() }

func (d *dawdler) statusLine() string {
	line, _, _ := strings.Cut(string(d.said), "\r\n")
	return line
}

func (d *dawdler) close() { _ = d.conn.Close() }

// breakOff has many clients say half of something and go.
func breakOff(t *testing.T, s *stand.Service, half string) {
	t.Helper()
	var all sync.WaitGroup
	for range breakers {
		all.Go(func() {
			conn, err := connect(t.Context(), s, half)
			if err != nil {
				t.Error(err)
				return
			}
			_ = conn.SetLinger(0) // gone without a word
			_ = conn.Close()
		})
	}
	all.Wait()
}

// use is what a service holds at one moment.
type use struct{ goroutines, files, connections float64 }

func usedBy(t *testing.T, s *stand.Service) use {
	t.Helper()
	m, err := s.Metrics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return use{m["go_goroutines"], m["process_open_fds"],
		m[`go_sql_in_use_connections{db_name="writer"}`] + m[`go_sql_in_use_connections{db_name="reader"}`]}
}

// settledUse is what a service holds when so many goroutines wait and nobody asks
// for anything: the job queue looks into the database each second, so a moment
// without that is waited for.
func settledUse(t *testing.T, s *stand.Service, goroutines float64) use {
	t.Helper()
	var u use
	_ = stand.Until(t.Context(), 7*time.Second, func() bool { // the caller judges what stays
		u = usedBy(t, s)
		return u.connections == 0 && u.goroutines >= goroutines
	})
	return u
}

// backTo waits until a service holds no more than before, but for a few.
func backTo(t *testing.T, s *stand.Service, before use) {
	t.Helper()
	const few = 25 // connections to the database stay open
	var now use
	err := stand.Until(t.Context(), 30*time.Second, func() bool {
		now = usedBy(t, s)
		return now.goroutines <= before.goroutines+few && now.files <= before.files+few && now.connections == 0
	})
	if err != nil {
		t.Errorf("the service holds %+v, before it was %+v", now, before)
	}
}
