package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"loftet/api"
	"loftet/internal/dbtest"
	"loftet/models"
)

// harness is a running API over a world. Every answer it gives is held against
// the contract.
type harness struct {
	t       *testing.T
	w       *world
	handler http.Handler
	router  routers.Router
	cookies map[string]string
	links   map[string]string // by actor: the assignment whose link they come by
	keys    int               // idempotency keys given so far
	unheld  bool              // answers are not held against the contract, which takes longer than they do
}

// row is one call and what must be true of its answer.
type row struct {
	name   string
	as     string // actor of the world; empty: nobody
	method string
	path   string // below /api/v1
	body   any    // marshalled to JSON; a string is sent as it is, bytes as a file
	header map[string]string
	twice  string // a header that is sent twice
	status int
	has    []string // must stand in the answer
	lacks  []string // must not
}

// eachDB runs a test over a fresh API on SQLite and on PostgreSQL.
func eachDB(t *testing.T, test func(t *testing.T, h *harness)) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) { test(t, newHarness(t, db)) })
}

// onSQLite is eachDB for what does not depend on the database.
func onSQLite(t *testing.T) *harness {
	t.Helper()
	return newHarness(t, dbtest.SQLite(t))
}

// newHarness starts an API; set changes what it is started with.
func newHarness(t *testing.T, db *models.DB, set ...func(*api.Server)) *harness {
	t.Helper()
	w := newWorld(t, db)
	server := newServer(t, db)
	for _, change := range set {
		change(server)
	}
	handler, err := server.Handler()
	if err != nil {
		t.Fatal(err)
	}
	return &harness{t: t, w: w, handler: handler, router: contractRouter(t), cookies: map[string]string{}, links: map[string]string{}}
}

func contractRouter(t *testing.T) routers.Router {
	t.Helper()
	spec, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	spec.Servers = openapi3.Servers{{URL: "/api/v1"}}
	// This reader takes a schema without a type to refuse null; the maker of the Go types refuses a list of types.
	spec.Components.Schemas["EntryValue"].Value.Type = &openapi3.Types{"null", "boolean", "number", "string", "array", "object"}
	router, err := legacy.NewRouter(spec)
	if err != nil {
		t.Fatal(err)
	}
	return router
}

// run plays the rows in their order.
func (h *harness) run(rows []row) {
	h.t.Helper()
	for _, r := range rows {
		name := r.name
		if name == "" {
			name = fmt.Sprintf("%s %s as %q", r.method, r.path, r.as)
		}
		got, body := h.call(r)
		if got.StatusCode != r.status {
			h.t.Errorf("%s: status %d, want %d\n%s", name, got.StatusCode, r.status, short(body))
			continue
		}
		for _, want := range r.has {
			if !strings.Contains(body, want) {
				h.t.Errorf("%s: answer lacks %q\n%s", name, want, short(body))
			}
		}
		for _, not := range r.lacks {
			if strings.Contains(body, not) {
				h.t.Errorf("%s: answer holds %q\n%s", name, not, short(body))
			}
		}
	}
}

// call sends one request and gives the answer with its body.
func (h *harness) call(r row) (*http.Response, string) {
	h.t.Helper()
	return h.send(r, h.request(r))
}

// from is call from a network address.
func (h *harness) from(address string, r row) (*http.Response, string) {
	h.t.Helper()
	req := h.request(r)
	req.RemoteAddr = net.JoinHostPort(address, "1234")
	return h.send(r, req)
}

func (h *harness) send(r row, req *http.Request) (*http.Response, string) {
	h.t.Helper()
	rec := httptest.NewRecorder()
	h.handler.ServeHTTP(rec, req)
	res := rec.Result()
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	h.holdAgainstContract(r, req, res, body)
	if faults := held(res, false); len(faults) > 0 {
		h.t.Errorf("%s %s: %v", r.method, r.path, faults)
	}
	return res, string(body)
}

// get is call for what must succeed, decoded into out when that is not nil.
func (h *harness) must(r row, out any) *http.Response {
	h.t.Helper()
	res, body := h.call(r)
	if res.StatusCode >= 300 {
		h.t.Fatalf("%s %s as %q: status %d\n%s", r.method, r.path, r.as, res.StatusCode, short(body))
	}
	if out != nil {
		if err := json.Unmarshal([]byte(body), out); err != nil {
			h.t.Fatalf("%s: %v\n%s", r.path, err, short(body))
		}
	}
	return res
}

func (h *harness) request(r row) *http.Request {
	h.t.Helper()
	var body io.Reader = http.NoBody
	if r.body != nil {
		body = bytes.NewReader(h.bytes(r.body))
	}
	req := httptest.NewRequest(r.method, "/api/v1"+r.path, body)
	req.RemoteAddr = "127.0.0.1:1234"
	if r.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if _, file := r.body.([]byte); file {
		req.Header.Set("Content-Type", "application/octet-stream")
	}
	if r.as != "" {
		req.Header.Set("Cookie", h.cookie(r.as))
	}
	for name, value := range r.header {
		req.Header.Set(name, value)
	}
	if r.twice != "" {
		req.Header.Add(r.twice, req.Header.Get(r.twice))
	}
	return req
}

func (h *harness) bytes(body any) []byte {
	h.t.Helper()
	switch b := body.(type) {
	case string:
		return []byte(b)
	case []byte:
		return b
	}
	b, err := json.Marshal(body)
	if err != nil {
		h.t.Fatal(err)
	}
	return b
}

// cookie signs the actor in once and keeps the cookie.
func (h *harness) cookie(actor string) string {
	h.t.Helper()
	if c, ok := h.cookies[actor]; ok {
		return c
	}
	if assignment, ok := h.links[actor]; ok {
		h.comesBy(actor, assignment)
		return h.cookies[actor]
	}
	res, body := h.call(row{method: "POST", path: "/session", body: map[string]string{"email": actor + "@example.no", "password": testWord}})
	if res.StatusCode != http.StatusOK {
		h.t.Fatalf("sign in as %s: %d %s", actor, res.StatusCode, short(body))
	}
	for _, c := range res.Cookies() {
		h.cookies[actor] = c.Name + "=" + c.Value
	}
	return h.cookies[actor]
}

func (h *harness) holdAgainstContract(r row, req *http.Request, res *http.Response, body []byte) {
	h.t.Helper()
	if h.unheld || res.StatusCode == http.StatusNotModified {
		return
	}
	route, params, err := h.router.FindRoute(req)
	if err != nil { // an address or method that the contract does not have
		return
	}
	err = openapi3filter.ValidateResponse(req.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: route},
		Status:                 res.StatusCode, Header: res.Header, Body: io.NopCloser(bytes.NewReader(body)),
		Options: &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true},
	})
	if err != nil {
		h.t.Errorf("%s %s: the answer breaks the contract: %v", r.method, r.path, err)
	}
}

func short(s string) string {
	if len(s) > 1500 {
		return s[:1500] + "…"
	}
	return s
}

// newServer puts the whole service together on a database, without mail.
func newServer(t *testing.T, db *models.DB) *api.Server {
	t.Helper()
	rooms := api.NewRooms(db, nil, nil, "http://loftet.test")
	if err := rooms.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	return &api.Server{Rooms: rooms, Sessions: api.NewSessions(db, false)}
}
