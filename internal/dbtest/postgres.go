package dbtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver that pgtestdb opens by name
	"github.com/peterldowns/pgtestdb"
	"github.com/peterldowns/pgtestdb/migrators/common"
)

// postgresAddress gives the address of a fresh copy of the database that a migrator
// makes, which is dropped when the test has passed. Its user has no rights beyond that
// database, as in a real installation.
func postgresAddress(t testing.TB, by pgtestdb.Migrator) string {
	t.Helper()
	server, err := theCluster()
	if errors.Is(err, errNoPostgres) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	config, err := pgx.ParseConfig(server.address)
	if err != nil {
		t.Fatalf("read LOFTET_TEST_POSTGRES: %v", err)
	}
	instance := pgtestdb.Custom(t, pgtestdb.Config{
		DriverName: "pgx",
		User:       config.User,
		Password:   config.Password,
		Port:       fmt.Sprint(config.Port),
		Database:   config.Database,
		// The host stands here because a socket's folder is no host name.
		Options: "sslmode=disable&host=" + config.Host,
	}, by)
	return instance.URL()
}

// migrator lets pgtestdb make the database that the others are copied from, once
// for all processes that share a cluster.
type migrator struct{}

// Hash changes with any of the migrations.
func (migrator) Hash() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	return common.HashDirs(os.DirFS(root), "*.sql", "models/migrations/postgres")
}

// Migrate fills the empty database that the configuration names.
func (migrator) Migrate(ctx context.Context, _ *sql.DB, config pgtestdb.Config) error {
	return migrate(ctx, config.URL())
}

// moduleRoot is the folder of go.mod: tests run in the folder of their package.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod above the test's folder")
		}
		dir = parent
	}
}
