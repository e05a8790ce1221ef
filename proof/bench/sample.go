package main

import (
	"slices"
	"time"
)

// sample is what was measured of one case.
type sample struct {
	times     []time.Duration // of every request
	took      time.Duration
	bytes     int64 // of all answers
	cpu       time.Duration
	peak, now int64 // memory
}

// and adds what was measured later of the same case.
func (s sample) and(later sample) sample {
	return sample{times: append(s.times, later.times...), took: s.took + later.took, bytes: s.bytes + later.bytes,
		cpu: s.cpu + later.cpu, peak: max(s.peak, later.peak), now: later.now}
}

func (s sample) row(what, database string, clients int) Row {
	r := Row{What: what, Database: database, Clients: clients, Peak: s.peak, Now: s.now}
	if n := len(s.times); n > 0 {
		r.PerSecond = float64(n) / s.took.Seconds()
		r.P50, r.P99 = times(s.times)
		r.CPU, r.Bytes = s.cpu/time.Duration(n), s.bytes/int64(n)
	}
	return r
}

// times gives the median and the 99th percentile of measured times, in exactly
// the nearest rank: no time is made up between two that were measured.
func times(all []time.Duration) (p50, p99 time.Duration) {
	slices.Sort(all)
	return percentile(all, 50), percentile(all, 99)
}

// percentile gives the least of sorted times that p per cent of them do not
// exceed; 0 when there are none.
func percentile(sorted []time.Duration, p int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	rank := (len(sorted)*p + 99) / 100
	return sorted[max(rank, 1)-1]
}
