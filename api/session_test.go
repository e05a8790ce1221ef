package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"loftet/api"
	"loftet/internal/dbtest"
)

func credentials(actor, password string) map[string]string {
	return map[string]string{"email": actor + "@example.no", "password": password}
}

// with is a header that carries a cookie.
func with(cookie string) map[string]string { return map[string]string{"Cookie": cookie} }

// signIn signs in anew and gives the cookie.
func (h *harness) signIn(actor, password string, header map[string]string) string {
	h.t.Helper()
	res := h.must(row{method: "POST", path: "/session", body: credentials(actor, password), header: header}, nil)
	for _, c := range res.Cookies() {
		return c.Name + "=" + c.Value
	}
	h.t.Fatal("signing in gave no cookie")
	return ""
}

func TestQuality23TheSessionCookie(t *testing.T) {
	h := onSQLite(t)
	res := h.must(row{method: "POST", path: "/session", body: credentials("lia-respondent", testWord)}, nil)
	c := res.Cookies()[0]
	if c.Name != "loftet" || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Secure {
		t.Errorf("on loopback: %+v", c)
	}
	secure := api.NewSessions(h.w.db, true).Cookie
	if secure.Name != "__Host-loftet" || !secure.Secure || secure.Path != "/" || secure.Domain != "" {
		t.Errorf("over https: %+v", secure)
	}
	res, body := h.call(row{method: "GET", path: "/session"})
	if len(res.Cookies()) != 0 || !strings.Contains(body, `"signedIn":false`) {
		t.Errorf("a visitor got a session: %v %s", res.Cookies(), body)
	}
}

func TestQuality33And40And42And43SessionsOverTheWire(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		planted := h.signIn("varme", testWord, nil)
		mine := h.signIn("lia-respondent", testWord, with(planted))
		if mine == planted {
			t.Error("signing in kept the session id")
		}
		other := h.signIn("lia-respondent", testWord, nil)
		h.run([]row{
			{name: "the planted session is gone", method: "GET", path: "/session", header: with(planted), status: 200, has: []string{`"signedIn":false`}},
			{name: "who I am", method: "GET", path: "/session", header: with(mine), status: 200,
				has: []string{`"signedIn":true`, `"Lia"`, `"respondent"`, h.w.testdal.String()}, lacks: []string{"@example.no", "hash"}},
			{name: "where I am", method: "GET", path: "/account/sessions", header: with(mine), status: 200, has: []string{`"current":true`, `"current":false`}},
			{name: "wrong current password", method: "PUT", path: "/account/password", header: with(mine), status: 422, has: []string{`"wrong_password"`},
				body: map[string]string{"currentPassword": "feil ord her", "newPassword": "tre gule sykler"}},
			{name: "change of password", method: "PUT", path: "/account/password", header: with(mine), status: 204,
				body: map[string]string{"currentPassword": testWord, "newPassword": "tre gule sykler"}},
			{name: "the other place", method: "GET", path: "/account", header: with(other), status: 401},
			{name: "the old id", method: "GET", path: "/account", header: with(mine), status: 401},
			{name: "the old password", method: "POST", path: "/session", body: credentials("lia-respondent", testWord), status: 401, has: []string{`"wrong-credentials"`}},
		})
		one, two := h.signIn("lia-respondent", "tre gule sykler", nil), h.signIn("lia-respondent", "tre gule sykler", nil)
		h.run([]row{
			{name: "sign out", method: "DELETE", path: "/session", header: with(one), status: 204},
			{name: "signed out", method: "GET", path: "/account", header: with(one), status: 401},
			{name: "still in elsewhere", method: "GET", path: "/account", header: with(two), status: 200},
			{name: "everywhere", method: "DELETE", path: "/account/sessions", header: with(two), status: 204},
			{name: "out", method: "GET", path: "/account", header: with(two), status: 401},
		})
	})
}

func TestQuality07ARoleTakenAwayWorksAtOnce(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		list := "/organisations/" + h.w.lia.String() + "/memberships"
		var people struct {
			Items []struct{ ID, Role string }
		}
		h.must(row{as: "lia-admin", method: "GET", path: list}, &people)
		h.run([]row{{as: "lia-approver", method: "GET", path: "/account", status: 200}})
		for _, m := range people.Items {
			if m.Role == "approver" {
				h.run([]row{{as: "lia-admin", method: "DELETE", path: list + "/" + m.ID, status: 204}})
			}
		}
		h.run([]row{
			{name: "next request", as: "lia-approver", method: "GET", path: "/responses", status: 403},
			{name: "the session", as: "lia-approver", method: "GET", path: "/session", status: 200, has: []string{`"roles":[]`}},
		})
	})
}

func TestOrganisationsOverTheWire(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		lia := "/organisations/" + h.w.lia.String()
		edit := map[string]any{"website": "https://lia.example", "mailbox": "post@lia.example", "language": "nn", "description": "<b>Hei</b>", "publishesFigures": true}
		invitation := map[string]any{"name": "Ny", "email": "ny@lia.example", "role": "respondent", "language": "nb"}
		match := map[string]string{"If-Match": `"1"`}
		h.run([]row{
			{name: "public facts", method: "GET", path: lia, status: 200, has: []string{`"Lia"`, `"9901"`}},
			{name: "no version", as: "lia-admin", method: "PUT", path: lia, body: edit, status: 422},
			{name: "own", as: "lia-admin", method: "PUT", path: lia, body: edit, header: match, status: 200, has: []string{`"version":2`}},
			{name: "stale", as: "lia-admin", method: "PUT", path: lia, body: edit, header: match, status: 412, has: []string{`"current"`, `"publishesFigures":true`, `"version":2`}},
			{name: "another's", as: "fjell-admin", method: "PUT", path: lia, body: edit, header: match, status: 404},
			{name: "the council", as: "coordinator", method: "PUT", path: lia, body: edit, header: match, status: 404},
			{name: "a script", as: "lia-admin", method: "PUT", path: lia, header: match, status: 422,
				body: map[string]any{"website": "javascript:alert(1)", "mailbox": "", "language": "nn", "description": "", "publishesFigures": true}},
			{name: "people", as: "lia-admin", method: "GET", path: lia + "/memberships", status: 200, has: []string{"lia-approver@example.no"}},
			{name: "people of the region", as: "coordinator", method: "GET", path: lia + "/memberships", status: 200},
			{name: "people of another region", as: "nabo-coordinator", method: "GET", path: lia + "/memberships", status: 404},
			{name: "people of another municipality", as: "fjell-admin", method: "GET", path: lia + "/memberships", status: 404},
			{name: "no mail, no invitation", as: "lia-admin", method: "POST", path: lia + "/memberships", body: invitation, status: 503, has: []string{`"mail-unavailable"`}},
			{name: "regions", method: "GET", path: "/regions?kind=council", status: 200, has: []string{`"Testdal"`, `"members":3`}},
			{name: "a region", method: "GET", path: "/regions/" + h.w.testdal.String(), status: 200, has: []string{`"Vika"`, `"residents":3400`}, lacks: []string{"Fjell"}},
		})
	})
}

func TestNothingIsDoneOnABrokenDatabase(t *testing.T) {
	h := onSQLite(t)
	cookie := h.signIn("lia-admin", testWord, nil)
	if err := h.w.db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/account", "/session", "/regions"} {
		res, body := h.call(row{method: "GET", path: path, header: with(cookie)})
		if res.StatusCode != http.StatusServiceUnavailable || strings.Contains(body, "sql") {
			t.Errorf("%s: %d %s", path, res.StatusCode, body)
		}
	}
}

// TestASessionSaysHowLongItLives: its longest life runs down while it is used, and is
// whole again after signing in anew.
func TestASessionSaysHowLongItLives(t *testing.T) {
	h := onSQLite(t)
	mine := h.signIn("lia-respondent", testWord, nil)
	dbtest.Clock(h.w.db).Add(5 * time.Hour)
	h.run([]row{
		{method: "GET", path: "/session", header: with(mine), status: 200, has: []string{`"idleSeconds":28200`, `"secondsLeft":68400`}},
		{method: "POST", path: "/session", header: with(mine), body: credentials("lia-respondent", testWord), status: 200, has: []string{`"secondsLeft":86400`}},
		{method: "GET", path: "/session", status: 200, lacks: []string{"secondsLeft", "idleSeconds"}},
	})
}
