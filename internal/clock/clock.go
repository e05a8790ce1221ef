// Package clock is the one source of time. All times are UTC, cut to
// microseconds, so that both databases give back what was stored.
//
// It must never be bypassed: no other package asks the machine for the time.
package clock

import (
	"sync"
	"time"
)

// Clock tells the time: UTC, cut to microseconds.
type Clock interface {
	Now() time.Time
}

type system struct{}

// System is the machine's clock.
func System() Clock { return system{} }

func (system) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Manual is a clock that a test sets. It is safe for use by several goroutines.
type Manual struct {
	mu  sync.Mutex
	now time.Time
}

// NewManual starts a manual clock at the given time.
func NewManual(at time.Time) *Manual {
	return &Manual{now: at.UTC().Truncate(time.Microsecond)}
}

// Now gives the time last set.
func (m *Manual) Now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now
}

// Add moves the clock by d.
func (m *Manual) Add(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now = m.now.Add(d)
}

// Set puts the clock at the given time.
func (m *Manual) Set(at time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now = at.UTC().Truncate(time.Microsecond)
}
