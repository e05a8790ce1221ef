package api

import (
	"net/http"

	"loftet/models"
)

// Health answers /healthz: the process is alive. It asks nothing of the
// database, so that it answers throughout.
func Health() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "alive\n") })
}

// Ready answers /readyz: the database is reachable and its schema is the one
// this program was built for.
func Ready(db *models.DB) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := db.Ping(r.Context()); err != nil {
			plain(w, http.StatusServiceUnavailable, "database does not answer\n")
			return
		}
		current, err := models.SchemaIsCurrent(r.Context(), db)
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
