package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// tick is the unit that Linux counts the time of processes in.
const tick = time.Second / 100

// process is one that is looked at through /proc.
type process int

// self is this process.
func self() process { return process(os.Getpid()) }

// cpu is the time it has computed so far, for itself and in the kernel.
func (p process) cpu() (time.Duration, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p))
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(text), ") ") // its name may hold blanks
	fields := strings.Fields(after)
	const user, system = 11, 12
	if len(fields) <= system {
		return 0, fmt.Errorf("read the time of process %d: %q", p, text)
	}
	sum := time.Duration(0)
	for _, field := range []string{fields[user], fields[system]} {
		ticks, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return 0, err
		}
		sum += time.Duration(ticks) * tick
	}
	return sum, nil
}

// forgetPeak makes the highest memory count anew.
func (p process) forgetPeak() error {
	return os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", p), []byte("5"), 0)
}

// memory is its highest and its present memory in bytes.
func (p process) memory() (peak, now int64, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p))
	if err != nil {
		return 0, 0, err
	}
	if peak, err = kilobytes(string(text), "VmHWM:"); err == nil {
		now, err = kilobytes(string(text), "VmRSS:")
	}
	return peak, now, err
}

func kilobytes(status, name string) (int64, error) {
	_, after, _ := strings.Cut(status, "\n"+name)
	value, _, _ := strings.Cut(after, " kB")
	n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("read %s %w", name, err)
	}
	return n * 1024, nil
}
