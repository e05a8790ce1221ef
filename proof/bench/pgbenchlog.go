package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"time"
)

// readLog reads the log of pgbench, a line for each transaction. What it took is
// the time from the beginning of the first to the end of the last.
func readLog(path string) (sample, error) {
	file, err := os.Open(path)
	if err != nil {
		return sample{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	var s sample
	var begin, end time.Time
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var client, number, latency, script, seconds, micros int64
		if _, err := fmt.Sscan(lines.Text(), &client, &number, &latency, &script, &seconds, &micros); err != nil {
			return s, fmt.Errorf("log of pgbench: %q: %w", lines.Text(), err)
		}
		took := time.Duration(latency) * time.Microsecond
		at := time.Unix(seconds, micros*int64(time.Microsecond))
		if began := at.Add(-took); begin.IsZero() || began.Before(begin) {
			begin = began
		}
		if at.After(end) {
			end = at
		}
		s.times = append(s.times, took)
	}
	if s.took = end.Sub(begin); lines.Err() == nil && len(s.times) == 0 {
		return s, errors.New("pgbench came to no transaction in its time")
	}
	return s, lines.Err()
}
