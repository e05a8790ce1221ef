package main

import (
	"context"
	"fmt"
)

// MigrateCmd brings the schema up to date; serve does so by itself.
type MigrateCmd struct{}

// Run migrates the database of the environment.
func (c *MigrateCmd) Run(ctx context.Context, io *Streams, env Environ) error {
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	_, err = fmt.Fprintln(io.Stdout, "The database has the schema of this program.")
	return err
}
