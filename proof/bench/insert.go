package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"loftet/internal/clock"
	"loftet/models"
)

// inserter measures the limit of a database: clients that each insert one row
// with some bytes after the other, every one a transaction of its own.
type inserter struct {
	b        *bench
	name     string // of its database
	payload  string
	db       *models.DB
	clients  int
	postgres bool
}

func (b *bench) newInserter(ctx context.Context, on database, payload string, clients int) (*inserter, error) {
	i := &inserter{b: b, name: "peer" + strconv.Itoa(len(b.rows)), payload: payload, clients: clients}
	address, err := on.fresh(ctx, i.name)
	if err != nil {
		return nil, err
	}
	if i.db, err = models.Open(ctx, address, clock.System()); err != nil {
		return nil, err
	}
	key := "integer primary key"
	if i.postgres = i.db.Dialect == models.Postgres; i.postgres {
		key = "bigint generated always as identity primary key"
	}
	if _, err := i.db.SQL().ExecContext(ctx, "create table bare (id "+key+", payload text not null)"); err != nil {
		return nil, errors.Join(err, i.db.Close())
	}
	return i, nil
}

// run inserts for a while.
func (i *inserter) run(ctx context.Context, within time.Duration) (sample, error) {
	insert := i.driven
	if i.postgres {
		insert = i.pgbench
	}
	s, err := insert(ctx, within)
	s.bytes = int64(len(i.payload) * len(s.times))
	return s, err
}

// driven inserts through the service's own driver, with its settings and its one
// writer.
func (i *inserter) driven(ctx context.Context, within time.Duration) (sample, error) {
	insert, err := i.db.SQL().PrepareContext(ctx, "insert into bare (payload) values (?)")
	if err != nil {
		return sample{}, err
	}
	defer func() { _ = insert.Close() }() // its database is thrown away
	clk := clock.System()
	all, errs := make([][]time.Duration, i.clients), make([]error, i.clients)
	start := clk.Now()
	var writers sync.WaitGroup
	for n := range i.clients {
		writers.Go(func() {
			for before := start; before.Sub(start) < within && errs[n] == nil; {
				_, errs[n] = insert.ExecContext(ctx, i.payload)
				after := clk.Now()
				all[n], before = append(all[n], after.Sub(before)), after
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

// leastSeconds is how long PostgreSQL's own program runs at least: it counts whole
// seconds, and connecting is among them.
const leastSeconds = 2

// pgbench inserts with PostgreSQL's own program, by prepared statements.
func (i *inserter) pgbench(ctx context.Context, within time.Duration) (sample, error) {
	b := i.b
	script := filepath.Join(b.dir, "insert.sql")
	if err := os.WriteFile(script, []byte("insert into bare (payload) values (:payload);\n"), 0o600); err != nil {
		return sample{}, err
	}
	log := filepath.Join(b.dir, i.name)
	seconds := max(leastSeconds, int(within.Seconds()))
	args := []string{"-n", "-M", "prepared", "-h", "127.0.0.1", "-p", strconv.Itoa(b.postgres.Port), "-U", "postgres", "-f", script,
		"-D", "payload=" + i.payload, "-c", strconv.Itoa(i.clients), "-T", strconv.Itoa(seconds), "-l", "--log-prefix", log, i.name}
	cmd := exec.CommandContext(ctx, filepath.Join(b.postgres.Bin, "pgbench"), args...) //nolint:gosec // PostgreSQL's own program
	if out, err := cmd.CombinedOutput(); err != nil {
		return sample{}, fmt.Errorf("pgbench: %w\n%s", err, out)
	}
	logs, err := filepath.Glob(log + ".*")
	if err != nil || len(logs) != 1 {
		return sample{}, fmt.Errorf("pgbench left %d logs: %w", len(logs), err)
	}
	measured, err := readLog(logs[0])
	return measured, errors.Join(err, os.Remove(logs[0]))
}
