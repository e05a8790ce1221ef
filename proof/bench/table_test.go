package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestPercentilesAreMeasuredTimes(t *testing.T) {
	var hundred []time.Duration
	for i := range 100 {
		hundred = append(hundred, time.Duration(100-i)*time.Millisecond)
	}
	for _, row := range []struct {
		all      []time.Duration
		p50, p99 time.Duration
	}{
		{nil, 0, 0},
		{[]time.Duration{7}, 7, 7},
		{[]time.Duration{9, 1}, 1, 9},
		{[]time.Duration{3, 1, 2}, 2, 3},
		{hundred, 50 * time.Millisecond, 99 * time.Millisecond},
	} {
		if p50, p99 := times(row.all); p50 != row.p50 || p99 != row.p99 {
			t.Errorf("%v: %v and %v, want %v and %v", row.all, p50, p99, row.p50, row.p99)
		}
	}
}

// At least p per cent of the times are no longer, and fewer than that are shorter.
func TestPercentileSplitsTheTimes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Int64Range(0, 20), 1, 300).Draw(t, "times")
		p := rapid.IntRange(1, 100).Draw(t, "p")
		sorted := make([]time.Duration, len(all))
		for i, n := range all {
			sorted[i] = time.Duration(n)
		}
		times(sorted)
		at, within, below := percentile(sorted, p), 0, 0
		for _, one := range sorted {
			if one <= at {
				within++
			}
			if one < at {
				below++
			}
		}
		if within*100 < p*len(all) || below*100 >= p*len(all) {
			t.Fatalf("%v is not at %d per cent of %v", at, p, sorted)
		}
	})
}

// What was measured in turns counts together, the peak as the highest of them.
func TestTurnsCountTogether(t *testing.T) {
	one := sample{times: []time.Duration{4, 2}, took: time.Second, bytes: 10, cpu: 6, peak: 9, now: 7}
	two := sample{times: []time.Duration{3}, took: time.Second, bytes: 5, cpu: 3, peak: 8, now: 8}
	want := Row{What: "a", Database: "b", Clients: 3, PerSecond: 1.5, P50: 3, P99: 4, CPU: 3, Bytes: 5, Peak: 9, Now: 8}
	if diff := cmp.Diff(want, one.and(two).row("a", "b", 3)); diff != "" {
		t.Error(diff)
	}
}

func TestARowStandsBesideItsAim(t *testing.T) {
	fast := Row{What: whatSubmit, Clients: 16, PerSecond: 10, P99: 49 * time.Millisecond}
	for name, row := range map[string]struct {
		row      Row
		aim, met bool
	}{
		"reached":           {fast.per(peerInsert, Row{PerSecond: 100}), true, true},
		"too far from peer": {fast.per(peerInsert, Row{PerSecond: 1000}), true, false},
		"no peer":           {fast, true, false},
		"another peer":      {fast.per(peerEcho, Row{PerSecond: 10}), true, false},
		"other clients":     {Row{What: whatSubmit, Clients: 64}, false, false},
		"a part of a kind":  {Row{What: whatDrawn + "heat, svg", P50: time.Millisecond}, true, true},
		"nothing is aimed":  {Row{What: "something else"}, false, false},
	} {
		got := judge(row.row)
		if (got.Aim != "") != row.aim || got.Met != row.met || missed([]Row{got}) != (row.aim && !row.met) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestTheTableIsAligned(t *testing.T) {
	rows := []Row{
		judge(Row{What: whatRead, Database: "sqlite", Clients: 16, PerSecond: 1234.5, P50: 1234 * time.Microsecond, P99: 56 * time.Millisecond,
			CPU: 90 * time.Microsecond, Peak: 50 << 20, Now: 40 << 20, Bytes: 2900}.per(peerEcho, Row{PerSecond: 12345})),
		{What: whatScoring, PerSecond: 20.25e6},
		Row{What: "a", Note: " b", PerSecond: 1.25, P50: time.Second}.slower(Row{P50: time.Second / 4}, "c"),
	}
	want := []string{
		"what                       database  clients  per second    to its peer      p50 ms  p99 ms  CPU ms  memory MB  aim          met",
		"read one response (2.9 kB) sqlite    16       1234          0.1 echo         1.23    56.0    0.09    50 / 40    ≥ 0.25 echo  NO",
		"score values, per core                        20.2 million",
		"a: b                                          1.2           4 x the time of c 1000.0",
	}
	squeezed := func(line string) string { return strings.Join(strings.Fields(line), " ") }
	lines := strings.Split(strings.TrimSpace(table(rows)), "\n")
	var got, expected []string
	for i := range lines {
		got, expected = append(got, squeezed(lines[i])), append(expected, squeezed(want[i]))
	}
	if diff := cmp.Diff(expected, got); diff != "" {
		t.Error(diff)
	}
	column := strings.Index(lines[0], "p50 ms")
	for _, line := range []string{lines[1], lines[3]} {
		if cell := line[column:]; !strings.HasPrefix(cell, "1") {
			t.Errorf("out of line: %q", cell)
		}
	}
	if got := strings.Count(markdown(rows), "|"); got != (len(head)+1)*(len(rows)+2) {
		t.Errorf("%d bars in the table of a document", got)
	}
}
