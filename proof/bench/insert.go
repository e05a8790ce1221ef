package main

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"loftet/internal/clock"
	"loftet/models"
)

// inserted measures the limit of a database: clients that each insert one row
// with these bytes after the other, every one a transaction of its own.
func (b *bench) inserted(ctx context.Context, on database, what, payload string, clients int) (Row, error) {
	name := "peer" + strconv.Itoa(len(b.rows))
	address, err := on.fresh(ctx, name)
	if err != nil {
		return Row{}, err
	}
	db, err := models.Open(ctx, address, clock.System())
	if err != nil {
		return Row{}, err
	}
	defer func() { _ = db.Close() }() // it is thrown away
	key := "integer primary key"
	if db.Dialect == models.Postgres {
		key = "bigint generated always as identity primary key"
	}
	if _, err := db.SQL().ExecContext(ctx, "create table bare (id "+key+", payload text not null)"); err != nil {
		return Row{}, err
	}
	measured := sample{}
	if db.Dialect == models.Postgres {
		measured, err = b.pgbench(ctx, name, payload, clients)
	} else {
		measured, err = driven(ctx, db.SQL(), payload, clients, b.within)
	}
	r := measured.row(what, on.name, clients)
	r.Bytes = int64(len(payload))
	return r, err
}

// driven inserts through the service's own driver, with its settings and its one
// writer.
func driven(ctx context.Context, db *sql.DB, payload string, clients int, within time.Duration) (sample, error) {
	insert, err := db.PrepareContext(ctx, "insert into bare (payload) values (?)")
	if err != nil {
		return sample{}, err
	}
	defer func() { _ = insert.Close() }() // its database is thrown away
	clk := clock.System()
	all, errs := make([][]time.Duration, clients), make([]error, clients)
	start := clk.Now()
	var writers sync.WaitGroup
	for i := range clients {
		writers.Go(func() {
			for before := start; before.Sub(start) < within && errs[i] == nil; {
				_, errs[i] = insert.ExecContext(ctx, payload)
				after := clk.Now()
				all[i], before = append(all[i], after.Sub(before)), after
			}
		})
	}
	writers.Wait()
	sum := sample{took: clk.Now().Sub(start)}
	for _, some := range all {
		sum.times = append(sum.times, some...)
	}
	return sum, errors.Join(errs...)
}

// pgbench inserts with PostgreSQL's own program, by prepared statements.
func (b *bench) pgbench(ctx context.Context, database, payload string, clients int) (sample, error) {
	script := filepath.Join(b.dir, "insert.sql")
	if err := os.WriteFile(script, []byte("insert into bare (payload) values (:payload);\n"), 0o600); err != nil {
		return sample{}, err
	}
	log := filepath.Join(b.dir, database)
	seconds := max(1, int(b.within.Seconds()))
	args := []string{"-n", "-M", "prepared", "-h", "127.0.0.1", "-p", strconv.Itoa(b.postgres.Port), "-U", "postgres", "-f", script,
		"-D", "payload=" + payload, "-c", strconv.Itoa(clients), "-T", strconv.Itoa(seconds), "-l", "--log-prefix", log, database}
	cmd := exec.CommandContext(ctx, filepath.Join(b.postgres.Bin, "pgbench"), args...) //nolint:gosec // PostgreSQL's own program
	if out, err := cmd.CombinedOutput(); err != nil {
		return sample{}, fmt.Errorf("pgbench: %w\n%s", err, out)
	}
	logs, err := filepath.Glob(log + ".*")
	if err != nil || len(logs) != 1 {
		return sample{}, fmt.Errorf("pgbench left %d logs: %w", len(logs), err)
	}
	measured, err := readLog(logs[0])
	measured.took = time.Duration(seconds) * time.Second
	return measured, errors.Join(err, os.Remove(logs[0]))
}

// readLog reads the time of every transaction in microseconds, the third column.
func readLog(path string) (sample, error) {
	file, err := os.Open(path)
	if err != nil {
		return sample{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	var s sample
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		const latency = 2
		if len(fields) <= latency {
			return s, fmt.Errorf("log of pgbench: %q", lines.Text())
		}
		n, err := strconv.Atoi(fields[latency])
		if err != nil {
			return s, fmt.Errorf("log of pgbench: %w", err)
		}
		s.times = append(s.times, time.Duration(n)*time.Microsecond)
	}
	return s, lines.Err()
}
