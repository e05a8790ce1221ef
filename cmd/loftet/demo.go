package main

import (
	"context"
	"fmt"
	"path/filepath"

	"loftet/api"
	"loftet/demo"
	"loftet/internal/clock"
	"loftet/internal/config"
	"loftet/internal/fault"
	"loftet/internal/mail"
	"loftet/orgs"
)

// demoDatabase is a file of its own, so that demonstration accounts never lie
// in a database that serves people.
func demoDatabase(cfg config.Config) string { return filepath.Join(cfg.Data, "demo.db") }

// demoMail is a folder of its own, so that the demonstration can be thrown away
// without the mail of people.
func demoMail(cfg config.Config) string { return filepath.Join(cfg.Data, "demo-mail") }

// DemoResetCmd throws the demonstration away; the next start makes it afresh.
type DemoResetCmd struct{}

// Run removes the demonstration's database and unsent mail and makes a new one.
func (c *DemoResetCmd) Run(ctx context.Context, streams *Streams, env Environ) error {
	cfg, err := config.Read(env)
	if err != nil {
		return err
	}
	path := demoDatabase(cfg)
	if err := demo.RemoveFile(path); err != nil {
		return err
	}
	if err := demo.LoadFile(ctx, path, clock.System().Now()); err != nil {
		return err
	}
	if err := mail.EmptyFolder(demoMail(cfg)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(streams.Stdout, "The demonstration in %s is as new. Restart the service if it is running.\n", path)
	return err
}

// demoConfig makes the settings of the demonstration: this machine alone, an
// embedded database of its own, loaded once.
func demoConfig(ctx context.Context, cfg config.Config) (config.Config, error) {
	if !config.Loopback(cfg.Address) {
		return cfg, usageError{fmt.Sprintf("the demonstration has known passwords and refuses %s; "+
			"use a loopback address such as 127.0.0.1:8080", cfg.Address)}
	}
	if !cfg.Local() {
		return cfg, usageError{"the demonstration has known passwords and is for this machine alone; " +
			"start it without LOFTET_TRUSTED_PROXIES and without another machine's LOFTET_BASE_URL"}
	}
	if cfg.DatabaseURL != "" {
		return cfg, usageError{"the demonstration has a database of its own; start it without DATABASE_URL"}
	}
	path := demoDatabase(cfg)
	if err := demo.LoadFile(ctx, path, clock.System().Now()); err != nil {
		return cfg, err
	}
	cfg.DatabaseURL, cfg.Mail.Folder = "sqlite:"+path, demoMail(cfg)
	return cfg, nil
}

// demoAccounts are those that are told at the start and on the sign-in page.
func demoAccounts() (*api.Demo, error) {
	accounts, err := demo.Accounts()
	if err != nil {
		return nil, err
	}
	shown := &api.Demo{}
	for _, a := range accounts {
		if a.Shown {
			shown.Accounts = append(shown.Accounts, api.DemoAccount{
				Email: a.Email, Password: demo.Password, Organisation: a.Organisation, Role: orgs.Role(a.Role),
			})
		}
	}
	return shown, nil
}

// refuseDemoAccounts keeps a demonstration's database, whose passwords are
// known, from being served as a real one.
func refuseDemoAccounts(ctx context.Context, app *App, demonstration bool) error {
	if demonstration {
		return nil
	}
	accounts, err := demo.Accounts()
	if err != nil {
		return err
	}
	for _, a := range accounts {
		_, err := app.rooms.Orgs.PersonByEmail(ctx, a.Email)
		switch {
		case err == nil:
			return fmt.Errorf("this database holds the demonstration's account %s, whose password is known; serve it with --demo", a.Email)
		case fault.KindOf(err) != fault.NotFound:
			return err
		}
	}
	return nil
}
