package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// bench holds what the cases share.
type bench struct {
	settings
	progress io.Writer
	start    time.Time
	dir      string
	binary   string
	echo     *echo
	postgres *stand.Postgres
	rows     []Row
	filled   map[string]filled // databases that are there already, by kind and name
	highest  map[string]Row    // of memory, by database
}

// database is a kind of database to measure on.
type database struct {
	name  string
	fresh func(ctx context.Context, name string) (address string, err error)
}

// section measures some cases on a database; those without one run once.
type section struct {
	name     string
	database bool
	run      func(context.Context, *bench, database) error
}

var sections = []section{
	{"save", true, saves},
	{"submit", true, submits},
	{"read", true, reads},
	{"list", true, lists},
	{"region", true, region},
	{"charts", true, picturesOf},
	{"market", true, market},
	{"growth", true, growth},
	{"drawing", false, drawn},
	{"scoring", false, scored},
	{"forms", false, forms},
	{"view", false, views},
}

// parts are the names that -only chooses from.
func parts() []string {
	var names []string
	for _, s := range sections {
		if s.database {
			names = append(names, s.name+"/sqlite", s.name+"/postgres")
		} else {
			names = append(names, s.name)
		}
	}
	return names
}

// measure runs every section that is asked for and gives the rows that there are,
// also when one fails.
func measure(ctx context.Context, set settings, progress io.Writer) (rows []Row, err error) {
	b := &bench{settings: set, progress: progress, start: clock.System().Now(), filled: map[string]filled{}, highest: map[string]Row{}}
	defer func() { err = errors.Join(err, b.close()) }()
	if b.dir, err = os.MkdirTemp("", "loftet-bench"); err != nil {
		return nil, err
	}
	if b.binary, err = stand.Build(ctx, b.dir); err != nil {
		return nil, err
	}
	if b.echo, err = startEcho(); err != nil {
		return nil, err
	}
	var failed []error
	for _, on := range []database{{"sqlite", b.sqlite}, {"postgres", b.inPostgres}} {
		for _, s := range sections {
			if s.database {
				failed = append(failed, b.section(ctx, s, on, s.name+"/"+on.name))
			}
		}
		if r, ok := b.highest[on.name]; ok {
			b.add(r)
		}
	}
	for _, s := range sections {
		if !s.database {
			failed = append(failed, b.section(ctx, s, database{}, s.name))
		}
	}
	return b.rows, errors.Join(failed...)
}

// section measures a section that was asked for. One that fails keeps none of the
// others from being measured.
func (b *bench) section(ctx context.Context, s section, on database, name string) error {
	if !b.only.MatchString(name) {
		return nil
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%s was not measured: %w", name, context.Cause(ctx))
	}
	b.say(name)
	err := s.run(ctx, b, on)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
		b.say("  failed: " + err.Error())
	}
	return err
}

func (b *bench) say(what string) {
	_, _ = fmt.Fprintf(b.progress, "%4.0f s  %s\n", clock.System().Now().Sub(b.start).Seconds(), what)
}

// add keeps a row, judged, and tells of it.
func (b *bench) add(r Row) Row {
	b.rows = append(b.rows, judge(r))
	if r.Clients == 0 { // nobody waited for it: the table has what it is
		b.say("  " + r.What)
		return r
	}
	b.say(fmt.Sprintf("  %s %d: %s/s p50 %s p99 %s ms", r.What, r.Clients, rate(r.PerSecond), milliseconds(r.P50), milliseconds(r.P99)))
	return r
}

func (b *bench) sqlite(_ context.Context, name string) (string, error) {
	dir := filepath.Join(b.dir, name)
	return "sqlite:" + filepath.Join(dir, "loftet.db"), os.MkdirAll(dir, 0o750)
}

// inPostgres makes a database of the cluster, which the first one starts.
func (b *bench) inPostgres(ctx context.Context, name string) (address string, err error) {
	if b.postgres == nil {
		if b.postgres, err = stand.NewPostgres(ctx); err != nil {
			return "", err
		}
	}
	return b.postgres.Create(ctx, name)
}

// close ends what was started and removes what was written.
func (b *bench) close() error {
	var errs []error
	if b.echo != nil {
		errs = append(errs, b.echo.close())
	}
	if b.postgres != nil {
		errs = append(errs, b.postgres.Close())
	}
	if b.dir != "" {
		errs = append(errs, os.RemoveAll(b.dir))
	}
	return errors.Join(errs...)
}
