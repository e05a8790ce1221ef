package main

import (
	"context"
	"os"
	"runtime/debug"
	runtimemetrics "runtime/metrics"
	"time"
)

const (
	// rarely is by how many percent the heap may grow between two collections of
	// garbage, as long as there is room.
	rarely = 300
	// room is how many bytes the process may hold without collecting more often.
	room = 54 << 20
	// beside is how much of them is not heap.
	beside = 8 << 20
	// liveBytes is what the collector found in use the last time.
	liveBytes = "/gc/heap/live:bytes"
)

// collectRarely trades memory that is free for processor time: garbage is
// collected rarely while the process is small, and sooner as it comes near its
// room. What is truly in use makes the room larger, or the collector would do
// nothing else. Whoever sets GOGC or GOMEMLIMIT decides instead. It works until
// ctx ends.
func collectRarely(ctx context.Context) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(rarely)
	debug.SetMemoryLimit(room)
	live := []runtimemetrics.Sample{{Name: liveBytes}}
	for tick := time.Tick(time.Second); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick:
			runtimemetrics.Read(live)
			debug.SetMemoryLimit(roomFor(int64(live[0].Value.Uint64()))) //nolint:gosec // no heap is that large
		}
	}
}

// roomFor gives the memory to stay within while so many bytes are in use: at least
// half as much again for what comes and goes.
func roomFor(live int64) int64 { return max(room, live*3/2+beside) }
