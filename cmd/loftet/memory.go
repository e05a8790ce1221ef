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
	room = 52 << 20
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
	for tick := time.Tick(time.Second); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick:
			debug.SetMemoryLimit(roomFor(inUse()))
		}
	}
}

// inUse gives the bytes that the collector found in use the last time, and those
// that are no heap: stacks, and what the runtime needs itself.
func inUse() (live, beside int64) {
	of := []runtimemetrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"},
		{Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	runtimemetrics.Read(of)
	bytes := func(i int) int64 { return int64(of[i].Value.Uint64()) } //nolint:gosec // no memory is that large
	return bytes(0), bytes(1) - bytes(2) - bytes(3) - bytes(4) - bytes(5)
}

// roomFor gives the memory to stay within: at least two fifths more than what is in
// use, for what comes and goes.
func roomFor(live, beside int64) int64 { return max(room, live*7/5+beside) }
