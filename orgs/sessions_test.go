package orgs_test

import (
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// session encodes what a session holds, the way scs does.
func session(t *testing.T, values map[string]any) []byte {
	t.Helper()
	data, err := scs.GobCodec{}.Encode(time.Time{}, values)
	ok(t, err)
	return data
}

func found(t *testing.T, s *orgs.SessionStore, token string) []byte {
	t.Helper()
	data, there, err := s.FindCtx(t.Context(), token)
	ok(t, err)
	if !there {
		return nil
	}
	return data
}

func TestQuality41SessionsLiveByTheServicesClock(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		s := orgs.NewSessionStore(db)
		far := db.Clock.Now().AddDate(100, 0, 0) // what scs proposes is not asked
		ok(t, s.CommitCtx(t.Context(), "idle", session(t, map[string]any{"a": "1"}), far))
		ok(t, s.CommitCtx(t.Context(), "busy", session(t, map[string]any{"a": "2"}), far))
		for hour := range 24 {
			if (found(t, s, "busy") == nil) || (hour < 8 && found(t, s, "busy") == nil) {
				t.Fatalf("a session in use ended after %d hours", hour)
			}
			dbtest.Clock(db).Add(time.Hour)
		}
		if found(t, s, "busy") != nil {
			t.Error("a session outlived its longest life")
		}
		if found(t, s, "idle") != nil {
			t.Error("an idle session lives on")
		}
	})
}

func TestAnEndedSessionDoesNotComeBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		s := orgs.NewSessionStore(db)
		ok(t, s.CommitCtx(t.Context(), "token", session(t, map[string]any{orgs.SessionPerson: uuid.NewString()}), time.Time{}))
		loaded := found(t, s, "token")
		ok(t, s.CommitCtx(t.Context(), "token", loaded, time.Time{}))
		if found(t, s, "token") == nil {
			t.Fatal("a session was lost when saved again")
		}
		ok(t, s.DeleteCtx(t.Context(), "token"))
		ok(t, s.CommitCtx(t.Context(), "token", loaded, time.Time{})) // a request that began before
		if found(t, s, "token") != nil {
			t.Error("the session came back")
		}
	})
}

func TestQuality42EndingSessions(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		kari := o.member("kari@gol.example", gol.ID, orgs.Respondent)
		ola := o.member("ola@gol.example", gol.ID, orgs.Respondent)
		s := orgs.NewSessionStore(db)
		begin := func(token string, a orgs.Actor) {
			t.Helper()
			ok(t, s.CommitCtx(t.Context(), token, session(t, map[string]any{orgs.SessionPerson: a.Person.String()}), time.Time{}))
		}
		for _, row := range []struct {
			name string
			end  func() error
		}{
			{"everywhere", func() error { return o.SignOutEverywhere(t.Context(), kari) }},
			{"password", func() error { return o.ChangePassword(t.Context(), kari, word, newWord) }},
			{"disabled", func() error {
				return o.DisablePerson(t.Context(), orgs.SystemActor("test"), "kari@gol.example", true)
			}},
		} {
			name := row.name
			o.setPassword(kari.Person, word)
			begin(name+"1", kari)
			begin(name+"2", kari)
			begin(name+"3", ola)
			open, err := o.Sessions(t.Context(), kari)
			ok(t, err)
			if len(open) != 2 || !(open[0].Is(name+"1") || open[1].Is(name+"1")) {
				t.Fatalf("%s: open sessions %v", name, open)
			}
			ok(t, row.end())
			if found(t, s, name+"1") != nil || found(t, s, name+"2") != nil {
				t.Errorf("%s: a session goes on", name)
			}
			if found(t, s, name+"3") == nil {
				t.Errorf("%s: somebody else's session ended", name)
			}
		}
		o.clock(48 * time.Hour)
		ok(t, o.Sweep(t.Context()))
		var left int64
		ok(t, db.Read(t.Context(), func(tx *models.Tx) error { return tx.G.Model(&models.Session{}).Count(&left).Error }))
		if left != 0 {
			t.Errorf("%d dead sessions are kept", left)
		}
	})
}
