package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"loftet/internal/clock"
)

// warmUp is how long clients ask before it counts.
const warmUp = 300 * time.Millisecond

// shot is one request.
type shot struct {
	method, path, cookie, body, match string
	want                              int // the status; 200 when 0
}

// reply is the answer to it.
type reply struct {
	etag  string
	bytes int
	body  []byte
}

// load is clients that ask again and again, each waiting for its answer before
// it asks the next time.
type load struct {
	url     string
	clients int
	within  time.Duration
	// next gives a client's next request; false when there is nothing left to ask.
	// It is called by many at once, but only once at a time for each client.
	next func(client int) (shot, bool)
	// learn is given each answer, where it is wanted.
	learn    func(client int, answer *reply)
	noWarmUp bool // what is asked must be new to the service

	client *http.Client
}

// open gives the clients connections of their own.
func (l *load) open() {
	l.client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: l.clients, DisableCompression: true}}
}

func (l *load) close() { l.client.CloseIdleConnections() }

// run lets the clients ask for a while, or until there is nothing left. The first
// answer that is not the one wanted ends it with an error.
func (l *load) run(ctx context.Context, within time.Duration) (sample, error) {
	clk := clock.System()
	start := clk.Now()
	all := make([]sample, l.clients)
	errs := make([]error, l.clients)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var clients sync.WaitGroup
	for i := range l.clients {
		clients.Go(func() {
			for before := start; before.Sub(start) < within; {
				next, more := l.next(i)
				if !more {
					return
				}
				answer, err := send(ctx, l.client, l.url, next)
				if err != nil {
					errs[i] = err
					stop()
					return
				}
				after := clk.Now()
				all[i].times = append(all[i].times, after.Sub(before))
				all[i].bytes += int64(answer.bytes)
				before = after
				if l.learn != nil {
					l.learn(i, answer)
				}
			}
		})
	}
	clients.Wait()
	sum := sample{took: clk.Now().Sub(start)}
	for _, s := range all {
		sum.times, sum.bytes = append(sum.times, s.times...), sum.bytes+s.bytes
	}
	return sum, first(errs)
}

// first gives the error that ended the others.
func first(errs []error) error {
	for _, err := range errs {
		if err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
	}
	return errors.Join(errs...)
}

// send sends a request and reads the whole answer.
func send(ctx context.Context, client *http.Client, url string, s shot) (*reply, error) {
	request, err := http.NewRequestWithContext(ctx, s.method, url+s.path, strings.NewReader(s.body))
	if err != nil {
		return nil, err
	}
	if s.body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	for name, value := range map[string]string{"Cookie": s.cookie, "If-Match": s.match} {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != max(s.want, http.StatusOK) {
		return nil, fmt.Errorf("%s %s answered %d: %.300s", s.method, s.path, response.StatusCode, body)
	}
	return &reply{etag: response.Header.Get("ETag"), bytes: len(body), body: body}, nil
}
