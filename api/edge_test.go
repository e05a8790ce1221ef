package api_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"loftet/api"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

// deafStore finds sessions and can't save any.
type deafStore struct{}

func (deafStore) Find(string) ([]byte, bool, error) { return nil, false, nil }
func (deafStore) Delete(string) error               { return nil }
func (deafStore) Commit(string, []byte, time.Time) error {
	f := fault.Wrap(errors.New("disk full"), fault.Unavailable, "database-unavailable")
	f.RetryAfter = 5
	return f
}

// TestASessionThatCannotBeKept signs in where sessions can't be stored: there is
// one answer, and it is the problem.
func TestASessionThatCannotBeKept(t *testing.T) {
	db := dbtest.SQLite(t)
	newWorld(t, db)
	server := newServer(t, db)
	server.Sessions.Store = deafStore{}
	handler, err := server.Handler()
	if err != nil {
		t.Fatal(err)
	}
	body, _ := json.Marshal(credentials("lia-respondent", testWord))
	req := httptest.NewRequestWithContext(context.Background(), "POST", "/api/v1/session", strings.NewReader(string(body)))
	req.Header.Set("Content-Type", "application/json")
	rec := httptest.NewRecorder()
	handler.ServeHTTP(rec, req)
	var problem struct{ Code, RequestID string }
	if err := json.Unmarshal(rec.Body.Bytes(), &problem); err != nil || problem.Code != "database-unavailable" || problem.RequestID == "" {
		t.Errorf("%v: %s", err, rec.Body)
	}
	if rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Retry-After") != "5" || rec.Header().Get("Set-Cookie") != "" ||
		rec.Header().Get("X-Request-Id") != problem.RequestID {
		t.Errorf("%d %v", rec.Code, rec.Header())
	}
}

func TestTheWorkBehindAnAnswerEndsInTime(t *testing.T) {
	limited := false
	handler := api.Edge(false, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, limited = r.Context().Deadline()
	}))
	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), "GET", "/", http.NoBody))
	if !limited {
		t.Error("it may take for ever")
	}
}

// TestADatabaseThatDoesNotAnswer lets a sign-in wait for a transaction that does
// not end before the time is up.
func TestADatabaseThatDoesNotAnswer(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.write(func(tx *models.Tx) error {
			if tx.Dialect == models.Postgres {
				if err := tx.G.Exec("lock table attempts").Error; err != nil {
					return err
				}
			}
			ctx, end := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer end()
			body, _ := json.Marshal(credentials("lia-respondent", testWord))
			req := httptest.NewRequestWithContext(ctx, "POST", "/api/v1/session", strings.NewReader(string(body)))
			req.Header.Set("Content-Type", "application/json")
			rec := httptest.NewRecorder()
			h.handler.ServeHTTP(rec, req)
			if rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Retry-After") == "" || !strings.Contains(rec.Body.String(), "database-unavailable") {
				t.Errorf("%d %v %s", rec.Code, rec.Header(), rec.Body)
			}
			return nil
		})
	})
}

// TestAnAnswerDoesNotDenyWhatWasSaved changes something in a request and loses the
// database after that.
func TestAnAnswerDoesNotDenyWhatWasSaved(t *testing.T) {
	db := dbtest.SQLite(t)
	handler := api.Edge(false, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if err := db.Write(r.Context(), func(*models.Tx) error { return nil }); err != nil {
			t.Fatal(err)
		}
		err := db.Read(r.Context(), func(*models.Tx) error { return io.EOF })
		if f, ok := fault.As(err); !ok || f.Code != "outcome-unknown" {
			t.Errorf("it says %v", err)
		}
	}))
	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), "GET", "/", http.NoBody))
}
