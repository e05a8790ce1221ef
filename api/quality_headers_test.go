package api_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"loftet/api"
)

// held tells what an answer lacks of the headers that every answer has, whoever
// gives it.
func held(res *http.Response, https bool) (faults []string) {
	lacks := func(name, part string) {
		if got := res.Header.Get(name); !strings.Contains(got, part) || got == "" {
			faults = append(faults, name+" is "+got)
		}
	}
	lacks("X-Content-Type-Options", "nosniff")
	lacks("Referrer-Policy", "")
	for _, part := range []string{"default-src 'none'", "base-uri 'none'", "form-action ", "frame-ancestors 'none'"} {
		lacks("Content-Security-Policy", part)
	}
	policy := res.Header.Get("Content-Security-Policy")
	for directive := range strings.SplitSeq(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(directive), " ")
		if name != "style-src" && strings.Contains(sources, "unsafe-") || name == "object-src" && sources != "'none'" || strings.Contains(sources, "*") {
			faults = append(faults, "Content-Security-Policy has "+directive)
		}
	}
	if https {
		lacks("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
	}
	for name := range res.Header {
		if strings.HasPrefix(name, "Access-Control-") || name == "Server" || name == "X-Powered-By" {
			faults = append(faults, name+" stands there")
		}
	}
	for _, c := range res.Cookies() {
		named := c.Name == "loftet" && !c.Secure
		if https {
			named = c.Name == "__Host-loftet" && c.Secure
		}
		if !named || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
			faults = append(faults, "a cookie "+c.String())
		}
	}
	return faults
}

// site starts the whole service as people reach it, over https where that is
// told, with the proxies that it believes.
func (h *harness) site(https bool, proxies ...string) *httptest.Server {
	h.t.Helper()
	server := newServer(h.t, h.w.db)
	server.HTTPS, server.Sessions, server.Proxies = https, api.NewSessions(h.w.db, https), proxies
	listening := httptest.NewUnstartedServer(http.NotFoundHandler())
	var err error
	if listening.Config, err = server.Site(); err != nil {
		h.t.Fatal(err)
	}
	listening.Start()
	h.t.Cleanup(listening.Close)
	return listening
}

// ask sends a request to a started service, and follows no redirect.
func ask(t *testing.T, server *httptest.Server, r row) (*http.Response, string) {
	t.Helper()
	var body io.Reader = http.NoBody
	if r.body != nil {
		body = strings.NewReader(string((&harness{t: t}).bytes(r.body)))
	}
	req, err := http.NewRequestWithContext(t.Context(), r.method, server.URL, body)
	if err != nil {
		t.Fatal(err)
	}
	req.URL.Opaque = r.path // as it is, unclean or not
	if r.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	for name, value := range r.header {
		req.Header.Set(name, value)
	}
	res, err := server.Client().Transport.RoundTrip(req)
	if err != nil {
		t.Fatalf("%s %s: %v", r.method, r.path, err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(text)
}

// TestQuality24HeadersOnEveryAnswer asks for every kind of answer that the service
// gives, whoever gives it: a handler, the router, the guard against other sites,
// the mux around them, the pages.
func TestQuality24HeadersOnEveryAnswer(t *testing.T) {
	h := onSQLite(t)
	server := h.site(true)
	tag, _ := ask(t, server, row{method: "GET", path: "/api/v1/goals"})
	wrong := row{name: "too often", method: "POST", path: "/api/v1/session", body: credentials("nobody", "feil ord her"), status: 429}
	for range 10 {
		ask(t, server, wrong)
	}
	signIn := credentials("lia-respondent", testWord)
	for _, c := range []row{
		{name: "read", method: "GET", path: "/api/v1/goals", status: 200},
		{name: "not modified", method: "GET", path: "/api/v1/goals", header: map[string]string{"If-None-Match": tag.Header.Get("ETag")}, status: 304},
		{name: "head", method: "HEAD", path: "/api/v1/goals", status: 200},
		{name: "signed in", method: "POST", path: "/api/v1/session", body: signIn, status: 200},
		{name: "malformed", method: "POST", path: "/api/v1/session", body: "{", status: 400},
		{name: "not signed in", method: "GET", path: "/api/v1/account", status: 401},
		{name: "other site", method: "POST", path: "/api/v1/session", body: signIn, header: map[string]string{"Sec-Fetch-Site": "cross-site"}, status: 403},
		{name: "no address", method: "GET", path: "/api/v1/nothing", status: 404},
		{name: "trailing slash", method: "GET", path: "/api/v1/goals/", status: 404},
		{name: "unclean", method: "GET", path: "/api/v1//goals", status: 307},
		{name: "preflight", method: "OPTIONS", path: "/api/v1/goals", header: map[string]string{"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}, status: 405},
		{name: "TRACE", method: "TRACE", path: "/api/v1/goals", status: 405},
		{name: "made-up method", method: "BREW", path: "/api/v1/goals", status: 405},
		{name: "too large", method: "POST", path: "/api/v1/session", body: `{"email":"` + strings.Repeat("a", 2<<20) + `"}`, status: 413},
		{name: "a form", method: "POST", path: "/api/v1/session", body: "a=b", header: map[string]string{"Content-Type": "text/plain"}, status: 415},
		{name: "invalid", method: "POST", path: "/api/v1/session", body: "{}", status: 422},
		wrong,
		{name: "OPTIONS of everything", method: "OPTIONS", path: "*", status: 400},
		{name: "alive", method: "GET", path: "/healthz", status: 200},
		{name: "ready", method: "GET", path: "/readyz", status: 200},
		{name: "no file", method: "GET", path: "/assets/none.js"},
		{name: "a page", method: "GET", path: "/nb/needs"},
		{name: "the list of files", method: "GET", path: "/assets/"},
		{name: "post to a page", method: "POST", path: "/nb", body: "{}", status: 405},
		{name: "TRACE of a page", method: "TRACE", path: "/nb", status: 405},
	} {
		res, body := ask(t, server, c)
		if c.status != 0 && res.StatusCode != c.status {
			t.Errorf("%s: status %d, want %d\n%s", c.name, res.StatusCode, c.status, short(body))
		}
		for _, fault := range held(res, true) {
			t.Errorf("%s: %s", c.name, fault)
		}
		if strings.HasPrefix(c.path, "/api/") && c.status != 307 && (res.Header.Get("X-Request-Id") == "" || res.Header.Get("Cache-Control") == "") {
			t.Errorf("%s: %v", c.name, res.Header)
		}
	}
}

// TestQuality24HeadersWhenItFails looks at the answers of a service whose tables
// are gone, and of one that panics.
func TestQuality24HeadersWhenItFails(t *testing.T) {
	h := onSQLite(t)
	server := h.site(true)
	panics := httptest.NewServer(api.Edge(true, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("oh") })))
	defer panics.Close()
	if _, err := h.w.db.SQL().ExecContext(t.Context(), "alter table needs rename to lost"); err != nil {
		t.Fatal(err)
	}
	broken, _ := ask(t, server, row{method: "GET", path: "/api/v1/needs"})
	if err := h.w.db.Close(); err != nil {
		t.Fatal(err)
	}
	gone, _ := ask(t, server, row{method: "GET", path: "/api/v1/needs"})
	unready, _ := ask(t, server, row{method: "GET", path: "/readyz"})
	panicked, said := ask(t, panics, row{method: "GET", path: "/"})
	for want, answers := range map[int][]*http.Response{500: {broken, panicked}, 503: {gone, unready}} {
		for _, res := range answers {
			if faults := held(res, true); res.StatusCode != want || len(faults) > 0 {
				t.Errorf("%s: %d, want %d: %v", res.Request.URL, res.StatusCode, want, faults)
			}
		}
	}
	if strings.Contains(said, "oh") {
		t.Errorf("the panic is told: %s", said)
	}
}
