package api_test

import (
	"net/http"
	"strings"
	"testing"
)

// TestTheWayOfARequest holds what every request meets before its handler.
func TestTheWayOfARequest(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		h.run([]row{
			{name: "unknown address", method: "GET", path: "/nothing", status: 404, has: []string{`"no-such-address"`}},
			{name: "undeclared method", method: "PATCH", path: "/goals", status: 405},
			{name: "nobody is signed in", method: "GET", path: "/account", status: 401, has: []string{`"not-signed-in"`}},
			{name: "wrong role", as: "varme", method: "GET", path: "/responses", status: 403, has: []string{`"not-your-role"`}},
			{name: "an id that is none", method: "GET", path: "/needs/999", status: 404},
			{name: "broken JSON", method: "POST", path: "/session", body: `{"email":`, status: 400, has: []string{`"malformed"`}},
			{name: "unknown field", method: "POST", path: "/session", body: `{"email":"a@b.no","password":"x","role":"admin"}`,
				status: 422, has: []string{`"unknown_field"`, `"role"`}},
			{name: "missing field", method: "POST", path: "/session", body: `{"email":"a@b.no"}`, status: 422,
				has: []string{`"required"`, `"password"`}},
			{name: "wrong type", method: "POST", path: "/session", body: `{"email":"a@b.no","password":7}`, status: 422,
				has: []string{`"wrong_type"`}},
			{name: "form instead of JSON", method: "POST", path: "/session", body: "email=a",
				header: map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, status: 415},
			{name: "a zero character", method: "GET", path: "/needs?q=a%00b", status: 422, has: []string{`"path":"q"`, `"characters"`}},
			{name: "no UTF-8", method: "GET", path: "/needs?q=a%ffb", status: 422, has: []string{`"characters"`}},
			{name: "a zero character in the body", method: "POST", path: "/session", body: `{"email":"a@b.no","password":"x\u0000y"}`,
				status: 422, has: []string{`"path":"password"`, `"characters"`}},
			{name: "a header that is no UTF-8", as: "varme", method: "POST", path: "/solutions", body: "{}",
				header: map[string]string{"Idempotency-Key": "eight\xffbytes"}, status: 422, has: []string{`"path":"Idempotency-Key"`}},
			{name: "goal out of range", method: "GET", path: "/needs?goal=18", status: 422, has: []string{`"too_large"`}},
			{name: "sort outside the list", method: "GET", path: "/needs?sort=secret", status: 422, has: []string{`"not_in_list"`}},
			{name: "too large", method: "POST", path: "/session", body: `{"email":"` + strings.Repeat("a", 2<<20) + `"}`, status: 413},
			{name: "language", method: "GET", path: "/account", header: map[string]string{"Accept-Language": "nn"}, status: 401,
				has: []string{"Du er ikkje logga inn"}},
			{name: "foreign site", method: "POST", path: "/session", body: `{"email":"a@b.no","password":"x"}`,
				header: map[string]string{"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, status: 403},
		})
	})
}

func TestPublicReadsHaveAnETag(t *testing.T) {
	h := onSQLite(t)
	res, _ := h.call(row{method: "GET", path: "/goals"})
	tag := res.Header.Get("ETag")
	if tag == "" || !strings.Contains(res.Header.Get("Cache-Control"), "public") {
		t.Fatalf("headers %v", res.Header)
	}
	res, body := h.call(row{method: "GET", path: "/goals", header: map[string]string{"If-None-Match": tag}})
	if res.StatusCode != http.StatusNotModified || body != "" {
		t.Fatalf("%d %q", res.StatusCode, body)
	}
	res, _ = h.call(row{method: "GET", path: "/goals", as: "lia-respondent"})
	if got := res.Header.Get("Cache-Control"); got != "no-store" {
		t.Fatalf("signed in: %q", got)
	}
}
