package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"loftet/api"
	"loftet/internal/clock"
	"loftet/internal/config"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/internal/pdf"
	"loftet/models"
)

// How long running requests may take to end after the service was told to stop:
// as long as an answer may take at all. All work ends within that; who still has a
// connection then is only slow.
const stopWithin = api.AnswerWithin

// How often housekeeping is done: what has run out is deleted, and scheduled
// rounds are opened and remind of themselves.
const (
	sweepEvery = time.Hour
	openEvery  = time.Minute
	tidyWithin = 30 * time.Second // each time; a database may stop answering
)

// App is the whole service. Tests start it as the command does.
type App struct {
	cfg      config.Config
	db       *models.DB
	rooms    api.Rooms
	jobs     *jobs.Queue
	listener net.Listener
	metrics  net.Listener
	server   *http.Server
}

// NewApp opens the database, brings its schema up to date, puts the rooms
// together and starts to listen. With demo it knows the demonstration accounts.
func NewApp(ctx context.Context, cfg config.Config, demo *api.Demo) (*App, error) {
	a := &App{cfg: cfg}
	var err error
	var listen net.ListenConfig
	if a.listener, err = listen.Listen(ctx, "tcp", cfg.Address); err != nil {
		return nil, fmt.Errorf("%w; LOFTET_ADDRESS chooses another address", err)
	}
	if cfg.MetricsAddress != "" {
		if a.metrics, err = listen.Listen(ctx, "tcp", cfg.MetricsAddress); err != nil {
			return nil, errors.Join(fmt.Errorf("listen on %s: %w", cfg.MetricsAddress, err), a.Close())
		}
	}
	if a.cfg.BaseURL == "" {
		a.cfg.BaseURL = "http://" + a.listener.Addr().String()
	}
	if err := a.assemble(ctx, demo); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

func (a *App) assemble(ctx context.Context, demo *api.Demo) error {
	var err error
	if a.db, err = openMigrated(ctx, a.cfg); err != nil {
		return err
	}
	sender, err := mail.New(mailConfig(a.cfg))
	if err != nil {
		return err
	}
	a.jobs = jobs.New(a.db.Jobs(), jobs.Options{Postgres: a.db.Dialect == models.Postgres})
	a.rooms = api.NewRooms(a.db, a.jobs, sender, a.cfg.BaseURL)
	if err := a.rooms.Prepare(ctx); err != nil {
		return err
	}
	printer, err := printerOf(a.cfg)
	if err != nil {
		return err
	}
	server := &api.Server{
		Rooms: a.rooms, Sessions: api.NewSessions(a.db, a.cfg.HTTPS()),
		Demo: demo, Proxies: a.cfg.Proxies, HTTPS: a.cfg.HTTPS(), Contact: a.cfg.Contact, Forget: a.cfg.ForgetAfter, Build: version(), Printer: printer,
	}
	a.server, err = server.Site()
	return err
}

// Address is where people reach the service.
func (a *App) Address() string { return a.cfg.BaseURL }

// Run serves until the context ends, then lets running requests and jobs end.
func (a *App) Run(ctx context.Context) error {
	working, stopJobs := context.WithCancel(context.WithoutCancel(ctx))
	var workers sync.WaitGroup
	workers.Go(func() { a.jobs.Start(working) })
	workers.Go(func() { repeat(working, sweepEvery, "sweep", a.sweep) })
	workers.Go(func() { repeat(working, openEvery, "open rounds and remind", a.keepRounds) })
	defer workers.Wait()
	defer stopJobs()
	failed := make(chan error, 2)
	go func() { failed <- a.server.Serve(a.listener) }()
	if a.metrics != nil {
		watched := &http.Server{Handler: metrics(a.db), ReadHeaderTimeout: 10 * time.Second}
		go func() { failed <- watched.Serve(a.metrics) }()
		defer func() { _ = watched.Close() }()
	}
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	slog.Info("stopping")
	stopJobs() // they end while the requests do
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	err := a.server.Shutdown(ending)
	if errors.Is(err, context.DeadlineExceeded) {
		slog.Info("cutting off those who are slow to ask or to listen")
		err = a.server.Close()
	}
	if err != nil {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}

func (a *App) sweep(ctx context.Context) error {
	return a.rooms.Sweep(ctx, time.Duration(a.cfg.ForgetAfter)*24*time.Hour)
}

func (a *App) keepRounds(ctx context.Context) error {
	if _, err := a.rooms.Surveys.OpenDue(ctx); err != nil {
		return err
	}
	_, err := a.rooms.Surveys.RemindDue(ctx)
	return err
}

// repeat does a piece of housekeeping at once and then again and again until
// the context ends. A failure is logged; the next time may go better.
func repeat(ctx context.Context, every time.Duration, what string, do func(context.Context) error) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		tidy(ctx, what, do)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// tidy does a piece of housekeeping once. Neither a failure nor a panic in it may
// end the service.
func tidy(ctx context.Context, what string, do func(context.Context) error) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error(what, "panic", r, "stack", string(debug.Stack()))
		}
	}()
	timed, end := context.WithTimeout(ctx, tidyWithin)
	defer end()
	if err := do(timed); err != nil && ctx.Err() == nil {
		slog.Error(what, "error", err)
	}
}

// Close frees what NewApp took.
func (a *App) Close() error {
	var errs []error
	for _, l := range []net.Listener{a.listener, a.metrics} {
		if l != nil {
			if err := l.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
				errs = append(errs, err)
			}
		}
	}
	if a.db != nil {
		errs = append(errs, a.db.Close())
	}
	return errors.Join(errs...)
}

// printerOf gives what prints PDF; nil where the settings name no browser.
func printerOf(cfg config.Config) (*pdf.Printer, error) {
	if cfg.Chromium == "" {
		return nil, nil
	}
	printer, err := pdf.New(cfg.Chromium)
	if err != nil {
		return nil, fmt.Errorf("%w; LOFTET_CHROMIUM names it, and without LOFTET_CHROMIUM no PDF is offered", err)
	}
	return printer, nil
}

func mailConfig(cfg config.Config) mail.Config {
	return mail.Config{
		Host: cfg.Mail.Host, Port: cfg.Mail.Port, User: cfg.Mail.User, Password: cfg.Mail.Password,
		TLS: cfg.Mail.TLS, From: cfg.Mail.From, FromName: "Løftet", Folder: cfg.Mail.Folder,
	}
}

// openMigrated opens the database of the settings and brings its schema up to
// date.
func openMigrated(ctx context.Context, cfg config.Config) (*models.DB, error) {
	db, err := models.Open(ctx, cfg.Database(), clock.System())
	if err != nil {
		return nil, err
	}
	if err := models.Migrate(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
