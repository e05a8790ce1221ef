package proof_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/clock"
)

// answeredWithin is how long anybody may wait for an answer, whatever the
// database does.
const answeredWithin = 10 * time.Second

// reply is an answer of the service.
type reply struct {
	status int
	etag   string
	body   []byte
}

// code is the problem that an answer tells of.
func (r reply) code() string {
	var problem struct{ Code string }
	_ = json.Unmarshal(r.body, &problem) // no problem has no code
	return problem.Code
}

// judge sends requests and holds every answer to what is promised: it comes in
// time, and is a normal one or a 503 that says when to try again.
type judge struct {
	base   string
	client *http.Client
	// readsGoOn: what is only read must be answered, whatever becomes of writing
	readsGoOn atomic.Bool

	mu     sync.Mutex
	counts map[int]int // answers by status, since the last report
	slow   time.Duration
	faults map[string]int
}

func newJudge(base string) *judge {
	return &judge{
		base: base, counts: map[int]int{}, faults: map[string]int{},
		client: &http.Client{Timeout: 3 * answeredWithin, Transport: &http.Transport{MaxIdleConnsPerHost: 100}},
	}
}

// ask sends a request; false when there is no answer. Headers come in pairs.
// Statuses other than 503 and those in fine are faults.
func (j *judge) ask(ctx context.Context, fine []int, method, path, cookie, body string, headers ...string) (reply, bool) {
	request, err := http.NewRequestWithContext(ctx, method, j.base+path, strings.NewReader(body))
	if err != nil {
		j.fault("%v", err)
		return reply{}, false
	}
	request.Header.Set("Cookie", cookie)
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	began := clock.System().Now()
	response, err := j.client.Do(request)
	if err != nil {
		j.fault("%s %s: %v", method, path, err)
		return reply{}, false
	}
	defer func() { _ = response.Body.Close() }() // it is read to its end
	r := reply{status: response.StatusCode, etag: response.Header.Get("ETag")}
	if r.body, err = io.ReadAll(response.Body); err != nil {
		j.fault("%s %s: the answer broke off: %v", method, path, err)
		return reply{}, false
	}
	took := clock.System().Now().Sub(began)
	j.mu.Lock()
	j.counts[r.status]++
	j.slow = max(j.slow, took)
	j.mu.Unlock()
	if took >= answeredWithin {
		j.fault("%s %s answered %d after %s", method, path, r.status, took)
	}
	if wrong := misfit(r, response.Header, fine); wrong != "" || method == http.MethodGet && r.status != http.StatusOK && j.readsGoOn.Load() {
		j.fault("%s %s: %d %s", method, path, r.status, wrong)
	}
	return r, true
}

// internals are words that no outsider should read.
var internals = []string{"sql", "pgx", "postgres", "dial", "127.0.0.1", "context", "EOF", "goroutine", "disk", "I/O"}

// misfit tells what is wrong with an answer, empty when nothing is.
func misfit(r reply, header http.Header, fine []int) string {
	for _, status := range fine {
		if r.status == status {
			return ""
		}
	}
	var problem struct{ Code, RequestID, Detail string }
	err := json.Unmarshal(r.body, &problem)
	seconds, noNumber := strconv.Atoi(header.Get("Retry-After"))
	switch {
	case r.status != http.StatusServiceUnavailable:
		return string(r.body)
	case err != nil || header.Get("Content-Type") != "application/problem+json" || problem.Code == "" || problem.Detail == "":
		return fmt.Sprintf("no problem document: %v %s", header, r.body)
	case problem.RequestID == "" || problem.RequestID != header.Get("X-Request-Id"):
		return fmt.Sprintf("no id: %v %s", header, r.body)
	case noNumber != nil || seconds < 1:
		return fmt.Sprintf("Retry-After: %q", header.Get("Retry-After"))
	}
	for _, word := range internals {
		if strings.Contains(string(r.body), word) {
			return fmt.Sprintf("it tells of its insides: %s", r.body)
		}
	}
	return ""
}

// fault notes something that must not happen; what happens often is told once.
func (j *judge) fault(format string, args ...any) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.faults[fmt.Sprintf(format, args...)]++
}

// report tells what was answered since the last report, and fails the test for
// every fault.
func (j *judge) report(t *testing.T, what string) {
	t.Helper()
	j.mu.Lock()
	defer j.mu.Unlock()
	t.Logf("%s: answers %v, the slowest after %s", what, j.counts, j.slow.Round(time.Millisecond))
	told := 0
	for fault, times := range j.faults {
		if told++; told > 10 {
			t.Errorf("%s: and %d more kinds of faults", what, len(j.faults)-10)
			break
		}
		t.Errorf("%s: %d times: %s", what, times, fault)
	}
	j.counts, j.faults, j.slow = map[int]int{}, map[string]int{}, 0
}

// counted tells how many answers of a status there were since the last report.
func (j *judge) counted(status int) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.counts[status]
}
