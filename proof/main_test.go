package proof_test

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"

	"loftet/proof/stand"
)

// built is the service; program builds it once.
var built struct {
	once sync.Once
	dir  string
	path string
	err  error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if built.dir != "" {
		if err := os.RemoveAll(built.dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// program gives the path of the built service.
func program(t *testing.T) string {
	t.Helper()
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "loftet-proof"); built.err == nil {
			built.path, built.err = stand.Build(t.Context(), built.dir)
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.path
}

// onSQLite gives the address of a new SQLite database.
func onSQLite(t *testing.T) string {
	t.Helper()
	return "sqlite:" + t.TempDir() + "/loftet.db"
}

// onPostgres gives the address of a new database in a cluster of its own with
// full durability, which ends with the test.
func onPostgres(t *testing.T) string {
	t.Helper()
	address, _ := onCluster(t)
	return address
}

// onCluster is onPostgres with the cluster.
func onCluster(t *testing.T) (string, *stand.Postgres) {
	t.Helper()
	cluster, err := stand.NewPostgres(t.Context())
	if errors.Is(err, stand.ErrNoPostgres) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cluster.Close(); err != nil {
			t.Error(err)
		}
	})
	address, err := cluster.Create(t.Context(), "loftet")
	if err != nil {
		t.Fatal(err)
	}
	return address, cluster
}
