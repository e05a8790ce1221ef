package inside_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/api"
	"loftet/internal/clock"
	"loftet/models"
	"loftet/proof/stand"
)

// cluster is started by the first benchmark that needs it, and stopped by
// TestMain.
var cluster *stand.Postgres

func TestMain(m *testing.M) {
	code := m.Run()
	if cluster != nil {
		if err := cluster.Close(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// world is the API in this process on a filled database.
type world struct {
	*stand.Country
	b       *testing.B
	handler http.Handler
	db      *models.DB
	address string // of the database
}

// eachDB runs a benchmark on both databases.
func eachDB(b *testing.B, bench func(b *testing.B, fresh func(stand.Plan) *world)) {
	n := 0
	b.Run("sqlite", func(b *testing.B) {
		dir := b.TempDir()
		bench(b, func(plan stand.Plan) *world {
			n++
			return newWorld(b, "sqlite:"+filepath.Join(dir, fmt.Sprintf("%d.db", n)), plan)
		})
	})
	b.Run("postgres", func(b *testing.B) {
		needCluster(b)
		bench(b, func(plan stand.Plan) *world {
			n++
			address, err := cluster.Create(b.Context(), strings.ToLower(strings.ReplaceAll(fmt.Sprintf("%s_%d_%d", b.Name(), b.N, n), "/", "_")))
			if err != nil {
				b.Fatal(err)
			}
			return newWorld(b, address, plan)
		})
	})
}

func needCluster(b *testing.B) {
	b.Helper()
	if cluster != nil {
		return
	}
	var err error
	cluster, err = stand.NewPostgres(b.Context())
	if errors.Is(err, stand.ErrNoPostgres) && os.Getenv("CI") != "true" {
		b.Skip(err)
	}
	if err != nil {
		b.Fatal(err)
	}
}

func newWorld(b *testing.B, address string, plan stand.Plan) *world {
	b.Helper()
	country, err := stand.Fill(b.Context(), address, plan)
	if err != nil {
		b.Fatal(err)
	}
	db, err := models.Open(b.Context(), address, clock.System())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	rooms := api.NewRooms(db, nil, nil, "")
	if err := rooms.Prepare(b.Context()); err != nil {
		b.Fatal(err)
	}
	server := &api.Server{Rooms: rooms, Sessions: api.NewSessions(db, false)}
	handler, err := server.Handler()
	if err != nil {
		b.Fatal(err)
	}
	return &world{Country: country, b: b, handler: api.Edge(false, handler), db: db, address: address}
}

// call sends a request the whole way; another status than the one wanted ends the
// benchmark. It gives the ETag.
func (w *world) call(method, path, cookie, body, match string, status int) string {
	w.b.Helper()
	request := httptest.NewRequestWithContext(w.b.Context(), method, "/api/v1"+path, strings.NewReader(body))
	request.Header.Set("Cookie", cookie)
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	if match != "" {
		request.Header.Set("If-Match", match)
	}
	answer := httptest.NewRecorder()
	w.handler.ServeHTTP(answer, request)
	if answer.Code != status {
		w.b.Fatalf("%s %s: %d, want %d\n%s", method, path, answer.Code, status, answer.Body)
	}
	return answer.Header().Get("ETag")
}
