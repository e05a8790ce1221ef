package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"
)

var head = []string{"what", "database", "clients", "per second", "to its peer", "p50 ms", "p99 ms", "CPU ms", "memory MB", "aim", "met"}

// cells writes a row out; what was not measured stays empty.
func cells(r Row) []string {
	met := ""
	if r.Aim != "" {
		met = map[bool]string{true: "yes", false: "NO"}[r.Met]
	}
	var ratios []string
	for _, ratio := range r.Ratios {
		ratios = append(ratios, fmt.Sprintf("%.3g %s", ratio.Value, ratio.Peer))
	}
	what, clients, memory := r.What, "", ""
	if r.Clients > 0 {
		clients = fmt.Sprint(r.Clients)
	}
	if r.Note != "" {
		what += ": " + strings.TrimSpace(r.Note)
	}
	if r.Bytes > 0 {
		what += fmt.Sprintf(" (%.1f kB)", float64(r.Bytes)/1000)
	}
	if r.Peak > 0 {
		memory = fmt.Sprintf("%d / %d", r.Peak/megabyte, r.Now/megabyte)
	}
	return []string{what, r.Database, clients, rate(r.PerSecond), strings.Join(ratios, ", "), milliseconds(r.P50), milliseconds(r.P99),
		milliseconds(r.CPU), memory, r.Aim, met}
}

func rate(n float64) string {
	switch {
	case n == 0:
		return ""
	case n < 100:
		return fmt.Sprintf("%.1f", n)
	case n >= 1e6:
		return fmt.Sprintf("%.1f million", n/1e6)
	}
	return fmt.Sprintf("%.0f", n)
}

func milliseconds(d time.Duration) string {
	switch ms := float64(d) / float64(time.Millisecond); {
	case d == 0:
		return ""
	case ms < 10:
		return fmt.Sprintf("%.2f", ms)
	default:
		return fmt.Sprintf("%.1f", ms)
	}
}

// table writes rows in columns for a terminal.
func table(rows []Row) string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(w, strings.Join(head, "\t"))
	for _, r := range rows {
		_, _ = fmt.Fprintln(w, strings.Join(cells(r), "\t"))
	}
	_ = w.Flush() // a string takes everything
	return out.String()
}
