package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

// machine says on what a table was measured, and how much else ran there: the
// load average is that of the minute before.
func machine() string {
	model := runtime.GOARCH
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, after, found := strings.Cut(string(text), "model name"); found {
			line, _, _ := strings.Cut(after, "\n")
			model = strings.Trim(line, "\t :")
		}
	}
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		text = []byte("unknown")
	}
	load, _, _ := strings.Cut(string(text), " ")
	return fmt.Sprintf("%d cores (%s), shared by the service, its database and the clients. Load average before the run: %s.", runtime.NumCPU(), model, load)
}
