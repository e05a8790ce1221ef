package api_test

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"loftet/models"
)

// TestQuality20NothingThatPeopleNameIsFetched gives the address of a listener in
// every field that takes a link or an address, takes what has it through all its
// steps, and reads it: nobody calls.
func TestQuality20NothingThatPeopleNameIsFetched(t *testing.T) {
	withMail(t, func(t *testing.T, h *harness, letters inbox) {
		h.t = t
		var config net.ListenConfig
		listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = listener.Close() }()
		var calls atomic.Int32
		go func() {
			for {
				conn, err := listener.Accept()
				if err != nil {
					return
				}
				calls.Add(1)
				_ = conn.Close()
			}
		}()
		link := "http://" + listener.Addr().String() + "/logo.svg"
		offer := solutionEdit([]string{h.w.testdal.String()})
		offer["website"], offer["references"] = link, link
		var made struct{ ID string }
		h.must(row{as: "varme", method: "POST", path: "/solutions", body: offer}, &made)
		h.must(row{as: "varme", method: "POST", path: "/solutions/" + made.ID + "/submission"}, nil)
		h.must(h.decide("coordinator", "/solutions/"+made.ID, "publication"), nil)
		h.must(row{as: "lia-respondent", method: "GET", path: "/solutions/" + made.ID}, nil)
		h.must(put("/organisations/"+h.w.lys.String(), "1", map[string]any{"website": link, "mailbox": "", "language": "nb", "description": link,
			"publishesFigures": false}).by("lys"), nil)
		h.must(row{method: "GET", path: "/organisations/" + h.w.lys.String()}, nil)
		h.must(row{method: "POST", path: "/businesses", body: map[string]string{"orgNumber": "889640782", "businessName": "Ny AS", "personName": "Ny",
			"email": "ny@example.no", "language": "nb", "website": link}}, nil)
		letters.next(t, "ny@example.no") // all work behind it is done
		if n := calls.Load(); n > 0 {
			t.Errorf("the service called %d times", n)
		}
	})
}

// TestQuality20NothingCanFetch looks for what could call an address: mail servers
// and databases are the only ones that the service calls, and its own health check
// calls itself. Statistics bureaus are asked by a command, which the service is not
// made of.
func TestQuality20NothingCanFetch(t *testing.T) {
	calls := regexp.MustCompile(`http\.(Client|DefaultClient|Get|Post|PostForm|Head|NewRequest|NewRequestWithContext|Transport)\b|net\.(Dial|Dialer|DialTimeout)\b|httputil\.`)
	bureaus := regexp.MustCompile(`"loftet/(internal/statbank|indicators/sources)"`)
	seen := 0
	for _, room := range []string{"api", "cmd", "charts", "demo", "indicators", "internal", "matching", "models", "needs", "orgs", "surveys"} {
		err := filepath.WalkDir(filepath.Join("..", room), func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			seen++
			text, err := os.ReadFile(path)
			command := filepath.Base(path) == "import_statbank.go" || strings.HasPrefix(path, "../internal/statbank/") || strings.HasPrefix(path, "../indicators/sources/")
			if found := calls.Find(text); found != nil && filepath.Base(path) != "health.go" && !command {
				t.Errorf("%s can call other addresses: %s", path, found)
			}
			if found := bureaus.Find(text); found != nil && !command {
				t.Errorf("%s has %s, which belongs to a command", path, found)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 100 {
		t.Errorf("only %d files read", seen)
	}
}

// TestQuality21HeadersAndNumbersKeepTheirShape tries to break lines in what goes
// into mail, and to send numbers beyond what a machine word holds.
func TestQuality21HeadersAndNumbersKeepTheirShape(t *testing.T) {
	h := onSQLite(t)
	people := "/organisations/" + h.w.lia.String() + "/memberships"
	for _, bad := range []string{"A\r\nBcc: x@evil.example", "A\nB", "A\rB", "A\x00B", "A\u2028B", "A\u0085B", "A\vB"} {
		for name, r := range map[string]row{
			"invitation": {as: "lia-admin", method: "POST", path: people, body: map[string]any{"name": bad, "email": "ny@example.no", "role": "respondent", "language": "nb"}},
			"its e-mail": {as: "lia-admin", method: "POST", path: people, body: map[string]any{"name": "Ny", "email": bad + "@example.no", "role": "respondent", "language": "nb"}},
			"business": {method: "POST", path: "/businesses", body: map[string]string{"orgNumber": "889640782", "businessName": bad, "personName": "Ny",
				"email": "ny@example.no", "language": "nb"}},
			"reset": {method: "POST", path: "/password-resets", body: map[string]string{"email": bad + "@example.no"}},
			"name":  put("/account", "1", map[string]string{"name": bad, "language": "nb"}).by("lia-admin"),
		} {
			if res, body := h.call(r); res.StatusCode != http.StatusUnprocessableEntity {
				t.Errorf("%s %q: %d %s", name, bad, res.StatusCode, short(body))
			}
		}
	}
	round := roundPlan(h.w.testdal.String(), "Tall")
	for _, huge := range []string{"4294967309", "18446744073709551629", "-9223372036854775809", "1e30", "13e400"} {
		round["year"] = "YEAR"
		plan := strings.ReplaceAll(string(h.bytes(round)), `"YEAR"`, huge)
		h.run([]row{
			{as: "coordinator", method: "POST", path: "/rounds", body: plan, status: 422, has: []string{`"path":"year"`}},
			{method: "GET", path: "/needs?goal=" + huge, status: 422, has: []string{`"path":"goal"`}},
			{method: "GET", path: "/needs?limit=" + huge, status: 422},
			{as: "lia-admin", method: "GET", path: "/responses/" + models.NewID().String() + "/goals/" + huge, status: 404},
			{as: "lia-admin", method: "GET", path: "/responses/" + models.NewID().String() + "/submissions/" + huge, status: 404},
		})
		version := put("/account", huge, map[string]string{"name": "N", "language": "nb"}).by("lia-admin")
		if res, body := h.call(version); res.StatusCode != http.StatusUnprocessableEntity && res.StatusCode != http.StatusPreconditionFailed {
			t.Errorf("version %s: %d %s", huge, res.StatusCode, short(body))
		}
	}
}

// TestQuality22WhatIsSaidTwiceHasOneOutcome: it is refused. What is encoded twice
// is decoded once.
func TestQuality22WhatIsSaidTwiceHasOneOutcome(t *testing.T) {
	h := onSQLite(t)
	h.run([]row{
		{method: "POST", path: "/session", body: `{"email":"a@b.no","email":"c@d.no","password":"x"}`, status: 422, has: []string{`"path":"email","code":"once"`}},
		{method: "POST", path: "/session", body: `{"email":"a@b.no","Email":"c@d.no","password":"x"}`, status: 422, has: []string{`"path":"Email","code":"unknown_field"`}},
		{method: "POST", path: "/session", body: `{"email":"a@b.no","\u0065mail":"c@d.no","password":"x"}`, status: 422, has: []string{`"code":"once"`}},
		{method: "GET", path: "/needs?goal=13&goal=14", status: 422, has: []string{`"path":"goal","code":"once"`}},
		{method: "GET", path: "/needs?goal=13&g%6fal=14", status: 422, has: []string{`"path":"goal","code":"once"`}},
		{method: "GET", path: "/needs?goal=%31%33", status: 200},
		{method: "GET", path: "/needs?goal=%2531%2533", status: 422, has: []string{`"path":"goal"`}},
		{method: "GET", path: "/indicators/13.2-budget", status: 200},
		{method: "GET", path: "/indicators/13%2E2-budget", status: 200},
		{method: "GET", path: "/indicators/13%252E2-budget", status: 404},
		{method: "GET", path: "/indicators/..%2Fgoals", status: 404},
		{method: "GET", path: "/indicators/%2e%2e/goals", status: 404},
	})
	twice := h.request(row{as: "varme", method: "POST", path: "/solutions", body: solutionEdit(nil), header: map[string]string{"Idempotency-Key": "first-of-two"}})
	twice.Header.Add("Idempotency-Key", "second-of-two")
	if res, body := h.send(row{}, twice); res.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("two keys: %d %s", res.StatusCode, short(body))
	}
	stale := h.request(put("/account", "1", map[string]string{"name": "N", "language": "nb"}).by("varme"))
	stale.Header.Add("If-Match", fmt.Sprint(2))
	if res, body := h.send(row{}, stale); res.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("two versions: %d %s", res.StatusCode, short(body))
	}
}
