package api_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"loftet/api"
	"loftet/internal/dbtest"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/models"
)

// inbox is where letters of an API under test land.
type inbox chan mail.Message

func (in inbox) Send(_ context.Context, m mail.Message) error { in <- m; return nil }

// withMail runs a test over an API that sends mail.
func withMail(t *testing.T, test func(t *testing.T, h *harness, letters inbox)) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		queue := jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres, Poll: 5 * time.Millisecond, AtOnce: 1})
		letters := make(inbox, 20)
		server := &api.Server{Rooms: api.NewRooms(db, queue, letters, "http://loftet.test"), Sessions: api.NewSessions(db, false)}
		handler, err := server.Handler()
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { queue.Start(ctx); close(done) }()
		t.Cleanup(func() { cancel(); <-done })
		h := &harness{t: t, w: newWorld(t, db), handler: handler, router: contractRouter(t), cookies: map[string]string{}}
		test(t, h, letters)
	})
}

// withMailWaiting runs a test over an API whose letters stay in the queue.
func withMailWaiting(t *testing.T, test func(t *testing.T, h *harness)) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		queue := jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres})
		rooms := api.NewRooms(db, queue, inbox(nil), "http://loftet.test")
		if err := rooms.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
		server := &api.Server{Rooms: rooms, Sessions: api.NewSessions(db, false)}
		handler, err := server.Handler()
		if err != nil {
			t.Fatal(err)
		}
		test(t, &harness{t: t, w: newWorld(t, db), handler: handler, router: contractRouter(t), cookies: map[string]string{}})
	})
}

// next waits for a letter to somebody and gives its link's token, if any.
func (in inbox) next(t *testing.T, to string) (text, token string) {
	t.Helper()
	select {
	case m := <-in:
		if m.To != to {
			t.Fatalf("a letter to %s, want %s", m.To, to)
		}
		_, token, _ = strings.Cut(m.Text, "/set-password#token=")
		token, _, _ = strings.Cut(token, "\n")
		return m.Text, token
	case <-time.After(20 * time.Second):
		t.Fatalf("no letter to %s", to)
	}
	return "", ""
}

func TestQuality37AnsweringTellsNobodyWhoHasAnAccount(t *testing.T) {
	withMail(t, func(t *testing.T, h *harness, letters inbox) {
		known, unknown := map[string]string{"email": "lia-admin@example.no"}, map[string]string{"email": "nobody@example.no"}
		business := func(number, email string) map[string]string {
			return map[string]string{"orgNumber": number, "businessName": "Ny AS", "personName": "Ny", "email": email, "language": "nb"}
		}
		for _, pair := range [][2]row{
			{{method: "POST", path: "/password-resets", body: known}, {method: "POST", path: "/password-resets", body: unknown}},
			{{method: "POST", path: "/businesses", body: business("923609016", "varme@example.no")}, {method: "POST", path: "/businesses", body: business("889640782", "ny@example.no")}},
			{{method: "POST", path: "/session", body: credentials("lia-admin", "feil ord her")}, {method: "POST", path: "/session", body: credentials("nobody", "feil ord her")}},
		} {
			a, bodyA := h.call(pair[0])
			b, bodyB := h.call(pair[1])
			withoutID := func(s string) string { s, _, _ = strings.Cut(s, `"requestId"`); return s }
			if a.StatusCode != b.StatusCode || withoutID(bodyA) != withoutID(bodyB) || len(a.Header) != len(b.Header) {
				t.Errorf("%s: %d %s %v against %d %s %v", pair[0].path, a.StatusCode, bodyA, a.Header, b.StatusCode, bodyB, b.Header)
			}
		}
		letters.next(t, "lia-admin@example.no")
	})
}

func TestFromInvitationToWork(t *testing.T) {
	withMail(t, func(t *testing.T, h *harness, letters inbox) {
		people := "/organisations/" + h.w.lia.String() + "/memberships"
		h.run([]row{{as: "lia-admin", method: "POST", path: people, status: 201, has: []string{`"invited":true`},
			header: map[string]string{"Idempotency-Key": "first-try"},
			body:   map[string]any{"name": "Ny Utfyller", "email": "ny@example.no", "role": "respondent", "language": "en"}}})
		text, token := letters.next(t, "ny@example.no")
		if !strings.Contains(text, "http://loftet.test/en/set-password#token=") {
			t.Errorf("the letter:\n%s", text)
		}
		link := func(password string) map[string]string {
			return map[string]string{"token": token, "password": password}
		}
		h.run([]row{
			{name: "a common password", method: "POST", path: "/link-passwords", body: link("passord123"), status: 422, has: []string{`"common_password"`}},
			{name: "no such link", method: "POST", path: "/link-passwords", body: map[string]string{"token": strings.Repeat("x", 43), "password": testWord}, status: 409, has: []string{`"link-not-valid"`}},
		})
		res := h.must(row{method: "POST", path: "/link-passwords", body: link("tre gule sykler")}, nil)
		cookie := res.Cookies()[0].Name + "=" + res.Cookies()[0].Value
		h.run([]row{
			{name: "in at once", method: "GET", path: "/responses", header: with(cookie), status: 200},
			{name: "the link is used up", method: "POST", path: "/link-passwords", body: link("fire gule sykler"), status: 409},
			{name: "the account", method: "GET", path: "/account", header: with(cookie), status: 200, has: []string{`"Ny Utfyller"`, `"ny@example.no"`}},
			{name: "a stale edit", method: "PUT", path: "/account", header: map[string]string{"Cookie": cookie, "If-Match": `"9"`}, status: 412,
				body: map[string]string{"name": "N", "language": "nn"}, has: []string{`"Ny Utfyller"`}},
			{name: "a new name", method: "PUT", path: "/account", header: map[string]string{"Cookie": cookie, "If-Match": `"1"`}, status: 200,
				body: map[string]string{"name": "Ny Nynorsk", "language": "nn"}, has: []string{`"Ny Nynorsk"`, `"nn"`}},
		})
	})
}
