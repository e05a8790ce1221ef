package proof_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
)

// journal is what a client knows: what it wants to write next, and what it was
// told stands.
type journal interface {
	next() call                  // the next write
	acknowledged(answered) error // it stands
	glance(read) error           // what was acknowledged last is there, once
	check(read) error            // all that was acknowledged is there, once
}

// read gets a path as the caller of the journal.
type read func(cookie, path string) (answered, error)

// errGone says that the service went away in the middle.
var errGone = errors.New("no answer")

// writer is a client that writes as fast as it is answered. What was not
// acknowledged when the service died is sent again, word for word, to the next.
type writer struct {
	journal journal
	name    string
	pending *call

	all *atomic.Int64 // writes acknowledged to any writer; may be nil

	written, repeated, replayed int
}

// life writes until the service is gone. A write that is refused or a journal
// that is not kept is an error.
func (w *writer) life(ctx context.Context, url string) error {
	client := newClient()
	defer client.CloseIdleConnections()
	if err := w.settle(ctx, client, url); err != nil {
		return err
	}
	if err := w.journal.glance(reader(ctx, client, url)); err != nil {
		return err
	}
	for {
		c := w.journal.next()
		w.pending = &c
		if err := w.write(ctx, client, url, c); err != nil {
			return err
		}
	}
}

// settle sends again what was not acknowledged.
func (w *writer) settle(ctx context.Context, client *http.Client, url string) error {
	if w.pending == nil {
		return nil
	}
	w.repeated++
	return w.write(ctx, client, url, *w.pending)
}

func reader(ctx context.Context, client *http.Client, url string) read {
	return func(cookie, path string) (answered, error) {
		r, err := ask(ctx, client, url, call{method: http.MethodGet, path: path, cookie: cookie})
		if err != nil {
			return r, fmt.Errorf("%w: %w", errGone, err)
		}
		if !r.succeeded() {
			return r, fmt.Errorf("read %s: %s", path, r)
		}
		return r, nil
	}
}

func (w *writer) write(ctx context.Context, client *http.Client, url string, c call) error {
	r, err := ask(ctx, client, url, c)
	if err != nil {
		return fmt.Errorf("%w: %w", errGone, err)
	}
	if !r.succeeded() {
		return fmt.Errorf("%s %s (key %q): %s", c.method, c.path, c.key, r)
	}
	if r.header.Get("Idempotency-Replayed") != "" {
		w.replayed++
	}
	w.pending = nil
	w.written++
	if w.all != nil {
		w.all.Add(1)
	}
	return w.journal.acknowledged(r)
}
