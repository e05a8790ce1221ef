package api

import (
	"context"
	"net/http"
	"time"

	"loftet/models"
)

// Health answers /healthz: the process is alive. It asks nothing of the
// database, so that it answers throughout.
func Health() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "alive\n") })
}

// readyWithin is how long the database may take to show that it is there. Who
// asks does not wait long.
const readyWithin = 3 * time.Second

// Ready answers /readyz: the database is reachable and its schema is the one
// this program was built for.
func Ready(db *models.DB) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, end := context.WithTimeout(r.Context(), readyWithin)
		defer end()
		if err := db.Ping(ctx); err != nil {
			plain(w, http.StatusServiceUnavailable, "database does not answer\n")
			return
		}
		current, err := models.SchemaIsCurrent(ctx, db)
		if err != nil || !current {
			plain(w, http.StatusServiceUnavailable, "schema is not this program's\n")
			return
		}
		plain(w, http.StatusOK, "ready\n")
	})
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text))
}
