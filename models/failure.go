package models

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"loftet/internal/fault"
)

type committedKey struct{}

// Watched gives a context for one request, under which it is remembered that
// something was committed. When the database goes away after that, it would be
// untrue that nothing was saved.
func Watched(ctx context.Context) context.Context {
	return context.WithValue(ctx, committedKey{}, new(atomic.Bool))
}

func noteCommit(ctx context.Context) {
	if committed, ok := ctx.Value(committedKey{}).(*atomic.Bool); ok {
		committed.Store(true)
	}
}

func hasCommitted(ctx context.Context) bool {
	committed, ok := ctx.Value(committedKey{}).(*atomic.Bool)
	return ok && committed.Load()
}

// failure makes a fault of an error of work that was not committed.
func failure(ctx context.Context, err error) error {
	err = translate(inTime(ctx, err))
	if f, ok := fault.As(err); ok && f.Code == unavailable && hasCommitted(ctx) {
		return unknown(err)
	}
	return err
}

// inTime names the cause of whatever went wrong after the time was up. A driver
// that was broken off says many things.
func inTime(ctx context.Context, err error) error {
	if _, known := fault.As(err); err == nil || known || !errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
}
