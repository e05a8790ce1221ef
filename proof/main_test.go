package proof_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
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

// shared is the cluster of those who only need a database; onPostgres starts it
// once.
var shared struct {
	once      sync.Once
	cluster   *stand.Postgres
	err       error
	databases atomic.Int64
}

func TestMain(m *testing.M) {
	code := m.Run()
	var errs []error
	if built.dir != "" {
		errs = append(errs, os.RemoveAll(built.dir))
	}
	if shared.cluster != nil {
		errs = append(errs, shared.cluster.Close())
	}
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
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

// onPostgres gives the address of a new database on PostgreSQL with full
// durability.
func onPostgres(t *testing.T) string {
	t.Helper()
	shared.once.Do(func() { shared.cluster, shared.err = stand.NewPostgres(context.Background()) }) // it outlives the test
	if errors.Is(shared.err, stand.ErrNoPostgres) && os.Getenv("CI") != "true" {
		t.Skip(shared.err)
	}
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	address, err := shared.cluster.Create(t.Context(), fmt.Sprintf("loftet_%d", shared.databases.Add(1)))
	if err != nil {
		t.Fatal(err)
	}
	return address
}
