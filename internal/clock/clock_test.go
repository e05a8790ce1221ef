package clock_test

import (
	"testing"
	"time"

	"loftet/internal/clock"
)

func TestSystemIsUTCAndMicroseconds(t *testing.T) {
	now := clock.System().Now()
	if now.Location() != time.UTC {
		t.Fatalf("location %v", now.Location())
	}
	if now.Nanosecond()%1000 != 0 {
		t.Fatalf("finer than microseconds: %v", now)
	}
}

func TestManualMovesOnlyWhenTold(t *testing.T) {
	start := time.Date(2026, 3, 1, 12, 0, 0, 1234, time.FixedZone("CET", 3600))
	m := clock.NewManual(start)
	want := time.Date(2026, 3, 1, 11, 0, 0, 1000, time.UTC)
	if !m.Now().Equal(want) {
		t.Fatalf("got %v want %v", m.Now(), want)
	}
	m.Add(time.Hour)
	if !m.Now().Equal(want.Add(time.Hour)) {
		t.Fatalf("got %v", m.Now())
	}
}
