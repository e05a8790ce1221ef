package api_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestHeadIsGetWithoutABody asks a real server, since the body is dropped there.
func TestHeadIsGetWithoutABody(t *testing.T) {
	h := onSQLite(t)
	server := httptest.NewServer(h.handler)
	defer server.Close()
	ask := func(method, path, as string) (*http.Response, string) {
		req, err := http.NewRequestWithContext(t.Context(), method, server.URL+"/api/v1"+path, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Accept-Language", "nn")
		req.Header.Set("Accept-Encoding", "gzip") // left to itself, the client asks for it with GET alone
		if as != "" {
			req.Header.Set("Cookie", h.cookie(as))
		}
		res, err := server.Client().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = res.Body.Close() }()
		body, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return res, string(body)
	}
	for _, c := range []struct {
		path, as string
		status   int
	}{
		{"/goals", "", 200},
		{"/session", "", 200},
		{"/account", "", 401},
		{"/account", "lia-respondent", 200},
		{"/responses", "varme", 403},
		{"/rounds/0199b2c4-5e6f-7a8b-9c0d-1e2f3a4b5c6d", "", 404},
		{"/indicators?goal=99", "", 422},
		{"/nothing", "", 404},
		{"/session/organisation", "", 405}, // has no GET
	} {
		get, full := ask(http.MethodGet, c.path, c.as)
		head, body := ask(http.MethodHead, c.path, c.as)
		if get.StatusCode != c.status || head.StatusCode != c.status {
			t.Errorf("%s as %q: GET %d, HEAD %d, want %d", c.path, c.as, get.StatusCode, head.StatusCode, c.status)
		}
		if body != "" || full == "" {
			t.Errorf("%s as %q: HEAD gave %d bytes, GET %d", c.path, c.as, len(body), len(full))
		}
		for _, header := range []string{"Content-Type", "Cache-Control", "ETag", "Content-Language", "Content-Length", "Allow"} {
			if got, want := head.Header.Get(header), get.Header.Get(header); got != want {
				t.Errorf("%s as %q: %s is %q, of GET %q", c.path, c.as, header, got, want)
			}
		}
	}
	if res, _ := ask(http.MethodDelete, "/goals", ""); res.StatusCode != 405 || res.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("DELETE: %d, Allow %q", res.StatusCode, res.Header.Get("Allow"))
	}
}
