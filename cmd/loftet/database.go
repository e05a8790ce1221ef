package main

import (
	"context"

	"loftet/internal/config"
	"loftet/models"
)

// openDatabase opens the database that the environment names, with its schema
// up to date: DATABASE_URL, else the embedded one in LOFTET_DATA.
func openDatabase(ctx context.Context, env Environ) (*models.DB, error) {
	cfg, err := config.Read(env)
	if err != nil {
		return nil, err
	}
	return openMigrated(ctx, cfg)
}
