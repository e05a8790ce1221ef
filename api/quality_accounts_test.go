package api_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/api"
	"loftet/internal/dbtest"
)

// TestQuality34ChangedHeadersAndFieldsBringNoMoreTries guesses a password twenty
// times, each time as somebody else by everything that a request can say.
func TestQuality34ChangedHeadersAndFieldsBringNoMoreTries(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		spellings := []string{"lia-admin@example.no", "LIA-ADMIN@example.no", " lia-admin@EXAMPLE.no", "Lia-Admin@Example.No"}
		try := func(i int) row {
			made := fmt.Sprintf("198.51.100.%d", i)
			r := row{method: "POST", path: "/session", body: map[string]any{"email": strings.TrimSpace(spellings[i%4]), "password": fmt.Sprintf("feil ord %d", i)},
				header: map[string]string{"X-User-ID": fmt.Sprint(i), "User-Agent": made, "Accept-Language": []string{"nb", "nn", "en"}[i%3],
					"Cookie": "loftet=" + strings.Repeat(fmt.Sprint(i%10), 43), "X-Request-Id": made, "X-Forwarded-Host": made}}
			for _, name := range []string{"X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Cluster-Client-IP"} {
				r.header[name] = made
			}
			return r
		}
		for i := range 20 {
			res, answer := h.call(try(i))
			switch wait := res.Header.Get("Retry-After"); {
			case i < 10 && res.StatusCode != http.StatusUnauthorized:
				t.Fatalf("try %d: %d %s", i, res.StatusCode, answer)
			case i >= 10 && (res.StatusCode != http.StatusTooManyRequests || wait == "" || len(wait) > 2):
				t.Fatalf("try %d: %d, wait %q %s", i, res.StatusCode, wait, answer)
			}
		}
		more := try(1)
		more.body.(map[string]any)["deviceId"] = "another"
		h.run([]row{more.gives(http.StatusUnprocessableEntity, "unknown_field")})
		for i := range 50 { // who goes on does not make the wait longer
			h.call(try(i))
		}
		dbtest.Clock(h.w.db).Add(time.Minute)
		h.signIn("lia-admin", testWord, nil) // nobody is locked out for long
	})
}

// TestQuality47NoTokenStandsInAnAddress: no operation takes a secret in its
// address, and what a person reads is stored nowhere.
func TestQuality47NoTokenStandsInAnAddress(t *testing.T) {
	w := newMatrixWorld(t)
	spec, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	for path, item := range spec.Paths.Map() {
		for _, op := range item.Operations() {
			for _, p := range op.Parameters {
				for _, secret := range []string{"token", "password", "secret", "session", "apikey"} {
					if strings.Contains(strings.ToLower(p.Value.Name), secret) {
						t.Errorf("%s takes %s in %s", path, p.Value.Name, p.Value.In)
					}
				}
			}
		}
	}
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			res, _ := w.call(op.call(actor, w.ownFor(op, role)))
			public := actor == "" && op.method == http.MethodGet && res.StatusCode == http.StatusOK && op.id != "getSession"
			if got := res.Header.Get("Cache-Control"); got != map[bool]string{true: "public, max-age=60", false: "no-store"}[public] {
				t.Errorf("%s as %q: %d, Cache-Control %q", op.id, role, res.StatusCode, got)
			}
			if vary := res.Header.Get("Vary"); !strings.Contains(vary, "Cookie") {
				t.Errorf("%s as %q: Vary %q", op.id, role, vary)
			}
		}
	}
}

// TestQuality46NothingButTheServiceIsServed asks for what careless services show.
func TestQuality46NothingButTheServiceIsServed(t *testing.T) {
	h := onSQLite(t)
	server := h.site(false)
	for _, path := range []string{"/.git/config", "/.git/HEAD", "/.env", "/nb/.git/config", "/.DS_Store", "/assets/", "/assets",
		"/index.html~", "/loftet.db", "/go.mod", "/openapi.yaml", "/swagger.json", "/favicon.ico.bak", "/api/v1/openapi.yaml", "/api/v1/swagger",
		"/api/v1/metrics", "/api/debug/pprof/", "/api/"} {
		if res, body := ask(t, server, row{method: "GET", path: path}); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d %s", path, res.StatusCode, short(body))
		}
	}
	_, page := ask(t, server, row{method: "GET", path: "/"})
	for _, path := range []string{"/metrics", "/debug/pprof/", "/debug/vars", "/swagger", "/admin", "/phpinfo"} { // the one page, which says that there is none
		if _, body := ask(t, server, row{method: "GET", path: path}); body != page && !strings.Contains(body, "404") {
			t.Errorf("%s: %s", path, short(body))
		}
	}
}

// TestQuality49TheLogTellsWhoAndNoSecrets signs in rightly and wrongly, is
// refused, answers and exports, and reads the log.
func TestQuality49TheLogTellsWhoAndNoSecrets(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(before)
	forged := "x\r\ntime=2030-01-01 level=INFO msg=forged"
	cookie := h.signIn("varme", testWord, map[string]string{"User-Agent": forged})
	h.call(row{method: "POST", path: "/session", body: credentials("lia-admin", "et helt feil ord")})
	h.call(row{method: "POST", path: "/session", body: map[string]string{"email": forged + "@example.no", "password": "et helt feil ord"}})
	h.call(row{method: "GET", path: "/responses", header: with(cookie)})
	h.call(row{method: "GET", path: "/needs?q=forged%0d%0alevel=INFO"})
	answer := "/responses/" + h.responseOf("lia-respondent") + "/answers/13.2-ghg"
	h.must(put(answer, "0", map[string]any{"state": "no_data", "reason": "hemmelig grunn"}).by("lia-respondent"), nil)
	h.call(row{as: "coordinator", method: "GET", path: "/charts/heat?format=csv&region=" + h.w.testdal.String()})
	h.call(row{as: "lia-respondent", method: "GET", path: "/judgement-table"})
	text := log.String()
	for _, secret := range []string{testWord, "et helt feil ord", strings.TrimPrefix(cookie, "loftet="), "hemmelig grunn", "@example.no"} {
		if strings.Contains(text, secret) {
			t.Errorf("the log holds %q:\n%s", secret, text)
		}
	}
	for name, want := range map[string]string{
		"a failed sign-in":      `msg="sign-in failed"`,
		"whose account it was":  "account=" + h.w.people["lia-admin"].String(),
		"a refusal and of whom": "code=not-your-role status=403 person=" + h.w.people["varme"].String() + " operation=listResponses",
		"an export and by whom": "person=" + h.w.people["coordinator"].String() + " operation=getChart",
		"another":               "person=" + h.w.people["lia-respondent"].String() + " operation=getJudgementsTable",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the log does not tell of %s:\n%s", name, text)
		}
	}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "time=") || strings.HasPrefix(line, "time=2030") {
			t.Errorf("a forged line: %s", line)
		}
	}
	if h.audited("session.sign_in") == 0 || h.audited("answer.save") != 1 {
		t.Error("sign-ins and answers are not audited")
	}
	for _, op := range matrixOperations(t) {
		if strings.Contains(strings.ToLower(op.id), "audit") && op.method != http.MethodGet {
			t.Errorf("%s reaches audit rows", op.id)
		}
	}
}
