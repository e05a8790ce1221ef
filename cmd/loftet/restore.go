package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"loftet/internal/clock"
	"loftet/internal/config"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
)

// RestoreCmd fills an empty database from a backup.
type RestoreCmd struct {
	File    string `arg:"" help:"A file that loftet backup wrote."`
	Waiting bool   `help:"Also restore what waited to be done, such as mail that was not sent yet; it is done once the service starts."`
}

// Help stands below the flags in loftet restore --help.
func (c *RestoreCmd) Help() string {
	return `LOFTET_DATA or DATABASE_URL names the database. It must be new or empty, else nothing is done.
All of the backup is restored or nothing: what has arrived is compared with the backup first.
The backup may be of either kind of database, and of an older version of the service.
What waited to be done when the backup was made has most likely been done since: mail has been sent.
So it is left out, but for --waiting, which is for moving a stopped service to another database.`
}

// Run restores and tells what is there now.
func (c *RestoreCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	cfg, err := config.Read(env)
	if err != nil {
		return err
	}
	file, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil {
		return err
	}
	backup, err := tablefile.Open(file, info.Size())
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	db, err := models.Open(ctx, cfg.Database(), clock.System())
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if err := snapshot.Load(ctx, db, backup, c.Waiting); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	return c.tell(std, backup.Manifest())
}

func (c *RestoreCmd) tell(std *Streams, m tablefile.Manifest) error {
	_, err := fmt.Fprintf(std.Stdout, "Restored as of %s: %d tables, %d rows, content %s\n",
		m.MadeAt.Format("2006-01-02 15:04:05 MST"), len(m.Tables), m.Rows(), m.Content)
	if err != nil {
		return err
	}
	for _, t := range m.Tables {
		if t.Errands && t.Rows > 0 && !c.Waiting {
			_, err = fmt.Fprintf(std.Stdout, "Left out: %d waiting to be done when the backup was made (--waiting restores them too).\n", t.Rows)
		}
	}
	return err
}
