package orgs_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/models"
	"loftet/orgs"
)

// office is the service at work with a running job queue; letters land in a
// channel.
type office struct {
	*orgs.Service
	t       *testing.T
	db      *models.DB
	letters chan mail.Message
}

type inbox chan mail.Message

func (in inbox) Send(_ context.Context, m mail.Message) error { in <- m; return nil }

func newOffice(t *testing.T, db *models.DB) *office {
	t.Helper()
	queue := jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres, Poll: 5 * time.Millisecond, AtOnce: 1})
	letters := make(inbox, 100)
	s := orgs.New(db, orgs.Config{BaseURL: "https://loftet.example", Jobs: queue, Mail: letters})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { queue.Start(ctx); close(done) }()
	t.Cleanup(func() { cancel(); <-done })
	return &office{Service: s, t: t, db: db, letters: letters}
}

// letter waits for the next letter and checks who gets it.
func (o *office) letter(to string) mail.Message {
	o.t.Helper()
	select {
	case m := <-o.letters:
		if m.To != to {
			o.t.Fatalf("a letter to %s, want %s:\n%s", m.To, to, m.Text)
		}
		return m
	case <-time.After(20 * time.Second):
		o.t.Fatalf("no letter to %s came", to)
		return mail.Message{}
	}
}

// token takes the link's token out of a letter.
func token(t *testing.T, m mail.Message) string {
	t.Helper()
	_, rest, ok := strings.Cut(m.Text, "/set-password#token=")
	if !ok {
		t.Fatalf("no link in the letter:\n%s", m.Text)
	}
	word, _, _ := strings.Cut(rest, "\n")
	return word
}

// member makes a person with a role; the password is the one of word.
func (o *office) member(email string, in uuid.UUID, role orgs.Role) orgs.Actor {
	o.t.Helper()
	name := strings.Split(email, "@")[0]
	p := &models.Person{Base: base(o.db), Name: name, SortKey: models.SortKey(name), Email: email, Language: "nb"}
	store(o.t, o.db, p, &models.Membership{ID: models.NewID(), PersonID: p.ID, OrganisationID: in, Role: string(role),
		ValidFrom: "2020-01-01", CreatedAt: o.db.Clock.Now()})
	o.setPassword(p.ID, word)
	a, err := o.Actor(o.t.Context(), p.ID, in)
	if err != nil {
		o.t.Fatal(err)
	}
	return a
}

// word is the usual password in tests.
const word = "fjellbekk i juni"

func (o *office) setPassword(id uuid.UUID, password string) {
	o.t.Helper()
	hash := hashes.get(o.t, password)
	err := o.db.Write(o.t.Context(), func(tx *models.Tx) error {
		return tx.G.Model(&models.Person{}).Where("id = ?", id).Update("password_hash", hash).Error
	})
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) signIn(email, password, address string) (uuid.UUID, error) {
	return o.SignIn(o.t.Context(), orgs.Actor{}, orgs.Credentials{Email: email, Password: password, Address: address})
}

func (o *office) clock(d time.Duration) { dbtest.Clock(o.db).Add(d) }

// is checks an error's kind and code.
func is(t *testing.T, err error, kind fault.Kind, code string) {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Kind != kind {
		t.Fatalf("got %v, want %s", err, code)
	}
	if f.Code == code {
		return
	}
	for _, field := range f.Fields {
		if field.Code == code {
			return
		}
	}
	t.Fatalf("got %s %v, want %s", f.Code, f.Fields, code)
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
