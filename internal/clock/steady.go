package clock

import (
	"sync"
	"time"
)

// steady follows a clock that may be set back.
type steady struct {
	wall    func() time.Time
	elapsed func() time.Duration

	mu   sync.Mutex
	last time.Time
	at   time.Duration // elapsed at last
}

// Steady makes a clock that never goes back, so that what happens later also
// stands later in the audit. Wall is the time as people have it; elapsed never
// stands still and is never set. When the wall clock is set back, this one goes
// on at half speed until the two meet again.
func Steady(wall func() time.Time, elapsed func() time.Duration) Clock {
	return &steady{wall: wall, elapsed: elapsed}
}

// Now tells the time.
func (s *steady) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	now, at := s.wall(), s.elapsed()
	if slow := s.last.Add((at - s.at) / 2); now.Before(slow) {
		now = slow
	}
	s.last, s.at = now.Round(0), at // Round drops what would compare by another clock
	return s.last.UTC().Truncate(time.Microsecond)
}
