package jobs

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"maragu.dev/goqite"
	"maragu.dev/goqite/jobs"
)

// How a failed job is tried again: once a minute for an hour.
const (
	retryAfter = time.Minute
	tries      = 60
)

// Options say how a queue works.
type Options struct {
	Postgres bool          // else SQLite
	Poll     time.Duration // how often the table is looked at; one second when zero
	AtOnce   int           // jobs at the same time; 2 when zero
}

const queueName = "jobs"

// Queue takes jobs and runs them.
type Queue struct {
	db       *sql.DB
	postgres bool
	queue    *goqite.Queue
	runner   *jobs.Runner
}

// New makes a queue on a migrated database. It runs nothing before Start.
func New(db *sql.DB, o Options) *Queue {
	flavour := goqite.SQLFlavorSQLite
	if o.Postgres {
		flavour = goqite.SQLFlavorPostgreSQL
	}
	if o.Poll == 0 {
		o.Poll = time.Second
	}
	if o.AtOnce == 0 {
		o.AtOnce = 2
	}
	queue := goqite.New(goqite.NewOpts{DB: db, Name: queueName, SQLFlavor: flavour, MaxReceive: tries, Timeout: retryAfter})
	runner := jobs.NewRunner(jobs.NewRunnerOpts{
		Queue: queue, Limit: o.AtOnce, PollInterval: o.Poll, Extend: retryAfter, Log: quiet{},
	})
	return &Queue{db: db, postgres: o.Postgres, queue: queue, runner: runner}
}

// Handle says what a kind of job does. It must be called for every kind before
// Start, and once for each.
func Handle[T any](q *Queue, name string, work func(context.Context, T) error) {
	q.runner.Register(name, func(ctx context.Context, body []byte) error {
		var payload T
		if err := json.Unmarshal(body, &payload); err != nil {
			return fmt.Errorf("read job %s: %w", name, err)
		}
		err := work(ctx, payload)
		if err != nil {
			slog.ErrorContext(ctx, "job failed", "job", name, "error", err)
		}
		return err
	})
}

// Add puts a job into the queue in a running transaction. The payload becomes
// JSON.
func (q *Queue) Add(ctx context.Context, tx *sql.Tx, name string, payload any) error {
	if tx == nil {
		return errors.New("a job is added in a transaction only")
	}
	body, err := json.Marshal(payload)
	if err != nil {
		return fmt.Errorf("write job %s: %w", name, err)
	}
	if _, err := jobs.CreateTx(ctx, tx, q.queue, name, goqite.Message{Body: body}); err != nil {
		return fmt.Errorf("add job %s: %w", name, err)
	}
	return nil
}

// Forget drops the jobs that were put in before a moment and tried in vain: they may name
// people. What was never tried, as nothing ran meanwhile, still is.
func (q *Queue) Forget(ctx context.Context, before time.Time) error {
	statement, moment := "delete from goqite where queue = ? and created < ? and received >= ?", any(before.UTC().Format("2006-01-02T15:04:05.000Z"))
	if q.postgres {
		statement, moment = "delete from goqite where queue = $1 and created < $2 and received >= $3", before
	}
	if _, err := q.db.ExecContext(ctx, statement, queueName, moment, tries); err != nil {
		return fmt.Errorf("forget old jobs: %w", err)
	}
	return nil
}

// Start runs jobs until the context ends and the running ones are done.
func (q *Queue) Start(ctx context.Context) {
	for ctx.Err() == nil {
		q.run(ctx)
	}
}

// run is a run of the runner, which panics over a job that it has no work for: one
// of a newer program, for instance. That job waits like one that failed, and the
// others go on.
func (q *Queue) run(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			slog.ErrorContext(ctx, "job queue", "panic", r)
		}
	}()
	q.runner.Start(ctx)
}

// quiet drops the runner's running commentary; failures are logged by Handle.
type quiet struct{}

func (quiet) Info(string, ...any) {}
