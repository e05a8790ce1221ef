package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"loftet/internal/clock"
	"loftet/internal/config"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
)

// BackupCmd saves all that the database holds, as of one moment.
type BackupCmd struct {
	File    string `arg:"" help:"Where to write it; - is the standard output."`
	Replace bool   `help:"Put it in the place of an earlier backup of that name."`
}

// Help stands below the flags in loftet backup --help.
func (c *BackupCmd) Help() string {
	return `The service may run meanwhile: the backup is of one moment, and nobody waits for it.
It restores into either database, see loftet restore --help. Who is signed in is not in it.
It holds personal data and password hashes: the file is for its owner alone, keep it so.
The file gets its name once it is whole; one that has the name already stays, but for --replace.`
}

// Run writes the backup and tells what is in it.
func (c *BackupCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	db, err := openAsItIs(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	var made tablefile.Manifest
	save := func(w io.Writer) (err error) {
		made, err = snapshot.Save(ctx, db, tablefile.NewWriter(w), version())
		return err
	}
	if c.File == "-" {
		if err := save(std.Stdout); err != nil {
			return fmt.Errorf("what was written is no backup: %w", err)
		}
		return tellBackup(std.Stderr, "Backup", made)
	}
	if err := c.mayWrite(); err != nil {
		return err
	}
	if err := writeWhole(c.File, save); err != nil {
		return err
	}
	return tellBackup(std.Stdout, c.File, made)
}

// mayWrite keeps what lies under the name from being lost: it may be another
// backup, or the database.
func (c *BackupCmd) mayWrite() error {
	info, err := os.Stat(c.File)
	switch {
	case os.IsNotExist(err):
		_, err := os.Stat(filepath.Dir(c.File)) // else the message names a file that nobody named
		return err
	case err != nil:
		return err
	case !c.Replace:
		return fmt.Errorf("%s is there already; choose another name, or say --replace", c.File)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no file", c.File)
	}
	file, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	if _, err := tablefile.Open(file, info.Size()); err != nil {
		return fmt.Errorf("%s is not replaced: %w", c.File, err)
	}
	return nil
}

// writeWhole writes a file beside its place, for its owner alone, and moves it
// there when all of it is on the disk.
func writeWhole(path string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }() // it is gone when all went well
	err = write(file)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes the new name survive a power cut.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = folder.Close() }()
	return folder.Sync()
}

func tellBackup(w io.Writer, name string, m tablefile.Manifest) error {
	_, err := fmt.Fprintf(w, "%s: %d tables, %d rows, schema %d, content %s\n", name, len(m.Tables), m.Rows(), m.Schema, m.Content)
	return err
}

// openAsItIs opens the database of the environment without bringing its schema up
// to date, and makes none.
func openAsItIs(ctx context.Context, env Environ) (*models.DB, error) {
	cfg, err := config.Read(env)
	if err != nil {
		return nil, err
	}
	if models.Absent(cfg.Database()) {
		beside := ""
		if cfg.DatabaseURL == "" && !models.Absent("sqlite:"+demoDatabase(cfg)) {
			beside = fmt.Sprintf("; %s is the demonstration's, of which no backup is made", demoDatabase(cfg))
		}
		return nil, fmt.Errorf("there is no database %s; LOFTET_DATA or DATABASE_URL names it%s", cfg.Database(), beside)
	}
	return models.Open(ctx, cfg.Database(), clock.System())
}
