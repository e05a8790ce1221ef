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

// started is when this process began to reckon with time.
var started = time.Now()

// machine is the one clock of the process, so that all of it agrees.
var machine = Steady(time.Now, func() time.Duration { return time.Since(started) })

// System is the machine's clock, made steady.
func System() Clock { return machine }

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
