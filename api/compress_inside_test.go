package api

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Only what is public, text, long enough and asked for without a session is packed.
func TestCompressedPacksOnlyWhatIsPublic(t *testing.T) {
	const public = "public, max-age=60"
	for name, c := range map[string]struct {
		method, keeping, kind, cookie, accepts string
		length                                 int
		packed                                 bool
	}{
		"public":            {"GET", public, "application/json", "", "gzip, br", 5000, true},
		"a picture":         {"GET", public, "image/svg+xml", "", "gzip", 5000, true},
		"with a session":    {"GET", public, "application/json", "loftet=x", "gzip", 5000, false},
		"private":           {"GET", "no-store", "application/json", "", "gzip", 5000, false},
		"said nothing of":   {"GET", "", "application/json", "", "gzip", 5000, false},
		"written to":        {"POST", public, "application/json", "", "gzip", 5000, false},
		"packed by its own": {"GET", public, "image/png", "", "gzip", 5000, false},
		"short":             {"GET", public, "application/json", "", "gzip", 1000, false},
		"not wanted":        {"GET", public, "application/json", "", "gzip;q=0", 5000, false},
	} {
		handler, err := compressed("loftet", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", c.keeping)
			w.Header().Set("Content-Type", c.kind)
			_, _ = io.WriteString(w, strings.Repeat("x", c.length))
		}))
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(c.method, "/", nil)
		r.Header.Set("Accept-Encoding", c.accepts)
		r.Header.Set("Cookie", c.cookie)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		h := w.Result().Header
		if packed := h.Get("Content-Encoding") == "gzip"; packed != c.packed || (w.Body.Len() < c.length) != c.packed {
			t.Errorf("%s: packed %v, %d bytes", name, packed, w.Body.Len())
		}
		if len(h.Values("No-Gzip-Compression")) > 0 {
			t.Errorf("%s: an inner header got out", name)
		}
	}
}
