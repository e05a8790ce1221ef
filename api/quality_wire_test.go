package api_test

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/api"
)

// TestQuality25OtherSitesAreNotLetIn asks as a page of another site would.
func TestQuality25OtherSitesAreNotLetIn(t *testing.T) {
	h := onSQLite(t)
	for _, origin := range []string{"https://evil.example", "null", "http://loftet.test.evil.example", "http://example.com"} {
		for _, r := range []row{
			{method: "GET", path: "/goals"}, {as: "varme", method: "GET", path: "/account"}, {method: "GET", path: "/nothing"},
			{method: "OPTIONS", path: "/goals", header: map[string]string{"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}},
		} {
			r.header = maps.Clone(r.header)
			if r.header == nil {
				r.header = map[string]string{}
			}
			r.header["Origin"] = origin
			res, _ := h.call(r)
			for name, values := range res.Header {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("%s %s from %s: %s %v", r.method, r.path, origin, name, values)
				}
			}
		}
	}
}

// TestQuality26AnotherSiteChangesNothing sends every write of every role as a page
// of another site can, with the person's cookie: nothing may change. Nor does
// anything change by being read.
func TestQuality26AnotherSiteChangesNothing(t *testing.T) {
	w := newMatrixWorld(t)
	w.contentsSignedIn()
	before := w.contents()
	elsewhere := []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
		{"Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"},
		{"Origin": "https://evil.example", "Content-Type": "application/x-www-form-urlencoded"},
	}
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			if !op.roles["public"] && !op.roles[role] {
				continue
			}
			call := op.call(actor, w.ownFor(op, role))
			if op.method == http.MethodGet {
				w.call(call)
				continue
			}
			for _, header := range elsewhere {
				crossed := call
				crossed.header = maps.Clone(call.header)
				maps.Copy(crossed.header, header)
				if res, body := w.call(crossed); res.StatusCode != http.StatusForbidden || !strings.Contains(body, `"cross-origin"`) {
					t.Errorf("%s as %q with %v: %d %s", op.id, role, header, res.StatusCode, short(body))
				}
			}
			for _, form := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"} {
				if call.body == nil {
					break
				}
				typed := call
				typed.header = maps.Clone(call.header)
				typed.header["Content-Type"] = form
				if res, body := w.call(typed); res.StatusCode != http.StatusUnsupportedMediaType {
					t.Errorf("%s as %q as %s: %d %s", op.id, role, form, res.StatusCode, short(body))
				}
			}
		}
	}
	if changed := differences(before, w.contents()); len(changed) > 0 {
		t.Errorf("it changed %v", changed)
	}
}

// TestQuality27TheTypeIsThatOfTheBody reads everything that can be read.
func TestQuality27TheTypeIsThatOfTheBody(t *testing.T) {
	w := newMatrixWorld(t)
	typed := func(r row) {
		res, body := w.call(r)
		got := res.Header.Get("Content-Type")
		want := map[bool]string{true: "application/json", false: "application/problem+json"}[res.StatusCode < 300]
		if strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment") {
			return // a file; those of charts are looked at below
		}
		if body != "" && (got != want || body[0] != '{') {
			t.Errorf("%s %s: %s: %.40s", r.method, r.path, got, body)
		}
	}
	for _, op := range matrixOperations(t) {
		if op.method == http.MethodGet {
			for role, actor := range matrixRoles {
				typed(op.call(actor, w.ownFor(op, role)))
				typed(op.call(actor, nowhere()))
			}
		}
	}
	for format, want := range map[string][2]string{"csv": {"text/csv; charset=utf-8", ""}, "svg": {"image/svg+xml; charset=utf-8", "<svg"}, "png": {"image/png", "\x89PNG"}} {
		res, body := w.call(row{as: "coordinator", method: "GET", path: "/charts/heat?region=" + w.w.testdal.String() + "&format=" + format})
		if got := res.Header.Get("Content-Type"); got != want[0] || !strings.HasPrefix(body, want[1]) ||
			!strings.HasPrefix(res.Header.Get("Content-Disposition"), `attachment; filename="`) {
			t.Errorf("%s: %v: %.40q", format, res.Header, body)
		}
	}
}

// TestQuality28WhatAProxyWouldSayIsNotBelieved: links in mail lead to the service
// whatever a request calls itself, and only a proxy that is trusted tells where a
// caller is, by what it has added itself.
func TestQuality28WhatAProxyWouldSayIsNotBelieved(t *testing.T) {
	withMail(t, func(t *testing.T, h *harness, letters inbox) {
		h.t = t
		h.run([]row{{method: "POST", path: "/password-resets", status: 202, body: map[string]string{"email": "lia-admin@example.no"},
			header: map[string]string{"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "javascript", "X-Host": "evil.example",
				"Forwarded": "host=evil.example", "X-Original-URL": "/evil", "X-HTTP-Method-Override": "DELETE", "X-User-ID": h.w.people["admin"].String()}}})
		if text, token := letters.next(t, "lia-admin@example.no"); token == "" || strings.Contains(text, "evil") {
			t.Errorf("the letter:\n%s", text)
		}
	})
	h := onSQLite(t)
	server := newServer(t, h.w.db)
	server.Proxies = []string{"10.0.0.0/8"}
	handler, err := server.Handler()
	if err != nil {
		t.Fatal(err)
	}
	h.handler = handler
	wrong := func(peer string, forwarded ...string) int {
		r := row{method: "POST", path: "/session", body: credentials("nobody", "feil ord her")}
		req := h.request(r)
		req.RemoteAddr = net.JoinHostPort(peer, "1234")
		req.Header["X-Forwarded-For"] = forwarded
		res, _ := h.send(r, req)
		return res.StatusCode
	}
	for i := range 10 { // what stands before the proxy's own word is the caller's invention
		made := fmt.Sprintf("198.51.100.%d", i)
		if got := wrong("10.0.0.1", [][]string{{made + ", 203.0.113.9"}, {made, "203.0.113.9"}}[i%2]...); got != http.StatusUnauthorized {
			t.Fatalf("try %d: %d", i, got)
		}
	}
	for name, got := range map[string]int{
		"one line":           wrong("10.0.0.1", "198.51.100.77, 203.0.113.9"),
		"two lines":          wrong("10.0.0.1", "198.51.100.78", "203.0.113.9"),
		"through two":        wrong("10.0.0.1", "198.51.100.79, 203.0.113.9, 10.0.0.2"),
		"the address itself": wrong("203.0.113.9", "198.51.100.80"),
	} {
		if got != http.StatusTooManyRequests {
			t.Errorf("%s: %d", name, got)
		}
	}
	if got := wrong("10.0.0.1", "203.0.113.10"); got != http.StatusUnauthorized {
		t.Errorf("somebody else behind the proxy: %d", got)
	}
}

// raw sends bytes to a started service and reads all that comes back until it
// hangs up.
func raw(t *testing.T, address, text string) string {
	t.Helper()
	var dialer net.Dialer
	conn, err := dialer.DialContext(t.Context(), "tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	hangUp := time.AfterFunc(5*time.Second, func() { _ = conn.Close() })
	defer hangUp.Stop()
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	answer, _ := io.ReadAll(bufio.NewReader(conn))
	return string(answer)
}

// TestQuality29OneBodyHasOneLength sends what two servers could take for different
// requests: it is refused, and what comes after it on the connection is not read.
func TestQuality29OneBodyHasOneLength(t *testing.T) {
	h := onSQLite(t)
	server := h.site(false)
	head := "POST /api/v1/session HTTP/1.1\r\nHost: loftet.test\r\nContent-Type: application/json\r\n"
	smuggled := "GET /api/v1/problems HTTP/1.1\r\nHost: loftet.test\r\nConnection: close\r\n\r\n"
	for name, c := range map[string]struct{ text, status string }{
		"both":             {head + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + smuggled, "411"},
		"both, turned":     {head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, "411"},
		"chunked alone":    {head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + smuggled, "411"},
		"two lengths":      {head + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}" + smuggled, "400"},
		"two codings":      {head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + smuggled, "501"},
		"an unknown one":   {head + "Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\n{}" + smuggled, "501"},
		"a signed length":  {head + "Content-Length: +2\r\n\r\n{}" + smuggled, "400"},
		"a spaced header":  {head + "Transfer-Encoding : chunked\r\nContent-Length: 2\r\n\r\n{}" + smuggled, "400"},
		"on a page":        {"GET / HTTP/1.1\r\nHost: loftet.test\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + smuggled, ""},
		"no host":          {"GET /api/v1/goals HTTP/1.1\r\n\r\n", "400"},
		"a broken name":    {"GET /api/v1/goals HTTP/1.1\r\nHost: loftet.test\r\nX\x00Y: 1\r\n\r\n", "400"},
		"headers too long": {"GET /api/v1/goals HTTP/1.1\r\nHost: loftet.test\r\nX: " + strings.Repeat("a", 1<<20) + "\r\n\r\n", "431"},
	} {
		answer := raw(t, server.URL, c.text)
		if !strings.HasPrefix(answer, "HTTP/1.1 "+c.status) || strings.Count(answer, "HTTP/1.1 ") != 1 {
			t.Errorf("%s: want %s alone:\n%s", name, c.status, short(answer))
		}
	}
}

// TestQuality29UndeclaredMethodsAreRefused tries on every address of the contract
// each method that it does not have.
func TestQuality29UndeclaredMethodsAreRefused(t *testing.T) {
	h := onSQLite(t)
	spec, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	for path, item := range spec.Paths.Map() {
		declared := slices.Collect(maps.Keys(item.Operations()))
		if item.Get != nil {
			declared = append(declared, http.MethodHead)
		}
		path = strings.NewReplacer("{", "", "}", "").Replace(path)
		for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"} {
			if slices.Contains(declared, method) {
				continue
			}
			res, body := h.call(row{method: method, path: path, header: map[string]string{"X-HTTP-Method-Override": declared[0]}})
			allowed := strings.Split(res.Header.Get("Allow"), ", ")
			slices.Sort(allowed)
			slices.Sort(declared)
			if res.StatusCode != http.StatusMethodNotAllowed || !slices.Equal(allowed, declared) {
				t.Errorf("%s %s: %d, Allow %v, declared %v\n%s", method, path, res.StatusCode, allowed, declared, short(body))
			}
		}
	}
}
