package main

import (
	"context"
	"errors"
	"testing"
	"time"
)

// TestHousekeepingGoesOn lets a piece of housekeeping fail in every way, one after
// the other: each time it is done again.
func TestHousekeepingGoesOn(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	times, limited := 0, true
	repeat(ctx, time.Millisecond, "test", func(ctx context.Context) error {
		_, ends := ctx.Deadline()
		limited = limited && ends
		switch times++; times {
		case 1:
			panic("oh")
		case 2:
			return errors.New("no")
		}
		stop()
		return nil
	})
	if times != 3 || !limited {
		t.Errorf("done %d times, limited: %t", times, limited)
	}
}
