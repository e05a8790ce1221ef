package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os/signal"
	"syscall"

	"loftet/api"
	"loftet/demo"
	"loftet/internal/config"
)

// ServeCmd runs the service.
type ServeCmd struct {
	Demo    bool   `help:"Serve demonstration data on an embedded database of its own, from this machine alone."`
	Address string `help:"Where to listen, host:port; overrides LOFTET_ADDRESS. Port 0 takes a free one." placeholder:"HOST:PORT"`
}

// Run serves until the process is told to stop.
func (c *ServeCmd) Run(ctx context.Context, streams *Streams, env Environ) error {
	cfg, err := config.Read(env)
	if err != nil {
		return err
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(streams.Stderr, &slog.HandlerOptions{ReplaceAttr: inUTC})))
	if c.Address != "" {
		cfg.Address = c.Address
	}
	var accounts *api.Demo
	if c.Demo {
		if cfg, err = demoConfig(ctx, cfg); err != nil {
			return err
		}
		if accounts, err = demoAccounts(); err != nil {
			return err
		}
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	app, err := NewApp(ctx, cfg, accounts)
	if err != nil {
		return err
	}
	defer func() { _ = app.Close() }()
	if err := refuseDemoAccounts(ctx, app, c.Demo); err != nil {
		return err
	}
	if err := greet(ctx, streams.Stdout, app, accounts); err != nil {
		return err
	}
	go collectRarely(ctx)
	return app.Run(ctx)
}

// inUTC has the log tell the time of everything in UTC.
func inUTC(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		a.Value = slog.TimeValue(a.Value.Time().UTC())
	}
	return a
}

// greet prints what somebody who has just started the service needs to know.
func greet(ctx context.Context, out io.Writer, app *App, accounts *api.Demo) error {
	lines := []string{"", "Løftet answers on " + app.Address(), ""}
	switch {
	case accounts != nil:
		lines = append(lines, "Demonstration data. One account for each role; everyone's password is "+demo.Password+":")
		for _, a := range accounts.Accounts {
			lines = append(lines, fmt.Sprintf("  %-19s %-36s %s", a.Role, a.Email, a.Organisation))
		}
		lines = append(lines, "", "What you write is kept in "+app.cfg.Data+". Start afresh with: make demo-reset")
	default:
		empty, err := app.rooms.Orgs.Nobody(ctx)
		if err != nil {
			return err
		}
		if empty {
			lines = append(lines, firstSteps...)
		}
	}
	if app.cfg.Mail.Host == "" {
		lines = append(lines, "Mail is not sent but put into "+app.cfg.Mail.Folder)
	}
	lines = append(lines, "Stop with Ctrl+C.", "")
	for _, line := range lines {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}

var firstSteps = []string{
	"The database is empty. In another terminal, with the same settings:",
	"  loftet user add --email you@example.org --name \"Your name\" --role admin",
	"      makes the first administrator and prints a link to set the password",
	"  loftet import regions FILE",
	"      makes regions and municipalities (loftet import regions --help shows the columns)",
	"  loftet import statistics FILE.csv",
	"      fills questionnaires and charts with open statistics",
	"",
}
