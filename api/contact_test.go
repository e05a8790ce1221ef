package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"loftet/internal/dbtest"
)

// Whoever runs the service is there for anyone to write to, signed in or not;
// where nobody is set, the answer says nothing instead of something empty.
func TestContactOfTheOperatorIsToldToEveryone(t *testing.T) {
	server := newServer(t, dbtest.SQLite(t))
	handler, err := server.Handler()
	if err != nil {
		t.Fatal(err)
	}
	session := func() string {
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/session", nil))
		return rec.Body.String()
	}
	if got := session(); !strings.Contains(got, `"signedIn":false`) || strings.Contains(got, "contact") {
		t.Errorf("without a contact: %s", got)
	}
	server.Contact = "post@loftet.example.org"
	if got := session(); !strings.Contains(got, `"contact":"post@loftet.example.org"`) {
		t.Errorf("with a contact: %s", got)
	}
}
