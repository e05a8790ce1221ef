package proof_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"

	"loftet/proof/stand"
)

// runningRequest is a request that the service works on: it has asked for the
// body, which has not come yet.
type runningRequest struct {
	conn net.Conn
	in   *bufio.Reader
	body string
}

// beginAnswers begins to save an answer in each of some responses. The service
// says when it wants the rest, so that each of them is known to run.
func beginAnswers(t *testing.T, s *stand.Service, country *stand.Country, municipalities []stand.Municipality) []*runningRequest {
	t.Helper()
	client := newClient()
	defer client.CloseIdleConnections()
	var begun []*runningRequest
	for _, m := range municipalities {
		journal := newAnswers(country, m)
		w := &writer{journal: journal}
		if err := w.write(t.Context(), client, s.URL, journal.next()); err != nil { // returned for edits
			t.Fatal(err)
		}
		c := journal.next()
		conn, err := connect(t.Context(), s, fmt.Sprintf("%s /api/v1%s HTTP/1.1\r\nHost: loftet\r\nCookie: %s\r\nIf-Match: %s\r\n"+
			"Content-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", c.method, c.path, c.cookie, c.ifMatch, len(c.body)))
		if err != nil {
			t.Fatal(err)
		}
		r := &runningRequest{conn: conn, in: bufio.NewReader(conn), body: c.body}
		if line := r.line(t); line != "HTTP/1.1 100 Continue" {
			t.Fatalf("the service said %q to a request with more to come", line)
		}
		_ = r.line(t) // the empty one after it
		begun = append(begun, r)
	}
	return begun
}

// finish sends the rest and gives the first line of the answer.
func (r *runningRequest) finish(t *testing.T) string {
	t.Helper()
	defer func() { _ = r.conn.Close() }() // the answer has come
	if _, err := io.WriteString(r.conn, r.body); err != nil {
		t.Error(err)
	}
	return r.line(t)
}

func (r *runningRequest) line(t *testing.T) string {
	t.Helper()
	line, err := r.in.ReadString('\n')
	if err != nil {
		t.Error(err)
	}
	return strings.TrimSpace(line)
}
