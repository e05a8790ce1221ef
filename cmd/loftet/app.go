package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"loftet/api"
	"loftet/internal/clock"
	"loftet/internal/config"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/models"
)

// How long running requests may take to end after the service was told to stop.
const stopWithin = 8 * time.Second

// App is the whole service. Tests start it as the command does.
type App struct {
	cfg      config.Config
	db       *models.DB
	rooms    *rooms
	jobs     *jobs.Queue
	listener net.Listener
	metrics  net.Listener
	server   *http.Server
}

// mailFolder is where mail lies that has no server to go to.
func mailFolder(cfg config.Config) string { return filepath.Join(cfg.Data, "mail") }

// NewApp opens the database, brings its schema up to date, puts the rooms
// together and starts to listen. With demo it knows the demonstration accounts.
func NewApp(ctx context.Context, cfg config.Config, demo *api.Demo) (*App, error) {
	a := &App{cfg: cfg}
	var err error
	if a.listener, err = net.Listen("tcp", cfg.Address); err != nil {
		return nil, fmt.Errorf("listen on %s: %w", cfg.Address, err)
	}
	if cfg.MetricsAddress != "" {
		if a.metrics, err = net.Listen("tcp", cfg.MetricsAddress); err != nil {
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
	a.jobs = jobs.New(a.db.SQL(), jobs.Options{Postgres: a.db.Dialect == models.Postgres})
	a.rooms = newRooms(a.db, a.jobs, sender, a.cfg.BaseURL)
	if err := a.rooms.prepare(ctx); err != nil {
		return err
	}
	server := a.rooms.server(a.db)
	server.Demo, server.Proxies, server.HTTPS = demo, a.cfg.Proxies, a.cfg.HTTPS()
	server.Sessions = api.NewSessions(a.rooms.orgs, a.cfg.HTTPS())
	handler, err := server.Handler()
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", handler)
	mux.Handle("/healthz", api.Health())
	mux.Handle("/readyz", api.Ready(a.db))
	mux.Handle("/", api.Pages(a.cfg.HTTPS()))
	a.server = &http.Server{
		Handler: mux, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
	return nil
}

// Address is where people reach the service.
func (a *App) Address() string { return a.cfg.BaseURL }

// Run serves until the context ends, then lets running requests and jobs end.
func (a *App) Run(ctx context.Context) error {
	working, stopJobs := context.WithCancel(context.WithoutCancel(ctx))
	var workers sync.WaitGroup
	workers.Go(func() { a.jobs.Start(working) })
	defer workers.Wait()
	defer stopJobs()
	failed := make(chan error, 2)
	go func() { failed <- a.server.Serve(a.listener) }()
	if a.metrics != nil {
		metrics := &http.Server{Handler: promhttp.Handler(), ReadHeaderTimeout: 10 * time.Second}
		go func() { failed <- metrics.Serve(a.metrics) }()
		defer func() { _ = metrics.Close() }()
	}
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	slog.Info("stopping")
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	if err := a.server.Shutdown(ending); err != nil {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
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
