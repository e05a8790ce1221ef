package clock_test

import (
	"testing"
	"time"

	"loftet/internal/clock"
)

func TestASteadyClockNeverGoesBack(t *testing.T) {
	wall, elapsed := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), time.Duration(0)
	c := clock.Steady(func() time.Time { return wall }, func() time.Duration { return elapsed })
	pass := func(d time.Duration) time.Time {
		wall, elapsed = wall.Add(d), elapsed+d
		return c.Now()
	}
	at := func(text string) time.Time {
		t.Helper()
		value, err := time.Parse("15:04:05", text)
		if err != nil {
			t.Fatal(err)
		}
		return time.Date(2026, 3, 1, value.Hour(), value.Minute(), value.Second(), 0, time.UTC)
	}
	for _, row := range []struct {
		what string
		set  time.Duration // how the wall clock is set
		pass time.Duration
		want string
	}{
		{"it begins as the wall has it", 0, 0, "12:00:00"},
		{"it follows", 0, time.Minute, "12:01:00"},
		{"it follows forward at once", time.Hour, time.Minute, "13:02:00"},
		{"set back it goes on at half speed", -time.Hour, time.Minute, "13:02:30"},
		{"and on", 0, time.Minute, "13:03:00"},
		{"still at half speed an hour later", 0, time.Hour, "13:33:00"},
		{"once both have met it follows again", 0, time.Hour, "14:04:00"},
		{"and on", 0, time.Minute, "14:05:00"},
	} {
		wall = wall.Add(row.set)
		got := pass(row.pass)
		if !got.Equal(at(row.want)) {
			t.Errorf("%s: %s, want %s", row.what, got.Format("15:04:05"), row.want)
		}
	}
}
