package orgs_test

import (
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

const newWord = "tre gule sykler"

func TestQuality38Links(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		kari := o.member("kari@gol.example", gol.ID, orgs.Respondent)
		reset := func() string {
			t.Helper()
			ok(t, o.RequestPasswordReset(t.Context(), orgs.Actor{}, "Kari@gol.example", "10.0.0.1"))
			return token(t, o.letter("kari@gol.example"))
		}
		use := func(token, password string) error {
			_, err := o.SetPasswordByLink(t.Context(), orgs.Actor{}, orgs.LinkUse{Token: token, Password: password})
			return err
		}
		first := reset()
		if len(first) < 22 {
			t.Errorf("the token %q has fewer than 128 bits", first)
		}
		second := reset()
		is(t, use(first, newWord), fault.Conflict, "link-not-valid") // killed by the second
		is(t, use(second, "kort"), fault.Invalid, "too_short")       // a refused password does not use it up
		o.clock(59 * time.Minute)
		ok(t, use(second, newWord))
		is(t, use(second, newWord), fault.Conflict, "link-not-valid")
		if m := o.letter("kari@gol.example"); strings.Contains(m.Text, "token=") {
			t.Error("the letter about a changed password has a link")
		}
		_, err := o.signIn("kari@gol.example", word, "10.0.0.1")
		is(t, err, fault.Unauthenticated, "wrong-credentials")
		_, err = o.signIn("kari@gol.example", newWord, "10.0.0.1")
		ok(t, err)

		late := reset()
		o.clock(time.Hour)
		is(t, use(late, word), fault.Conflict, "link-not-valid")
		is(t, use("no-such-token", word), fault.Conflict, "link-not-valid")

		dead := reset()
		ok(t, o.ChangePassword(t.Context(), kari, newWord, word+word))
		is(t, use(dead, newWord), fault.Conflict, "link-not-valid") // any change of password kills it

		var stored int64
		ok(t, db.Read(t.Context(), func(tx *models.Tx) error {
			return tx.G.Model(&models.LinkToken{}).Where("token_hash in ?", []string{first, second, late, dead}).Count(&stored).Error
		}))
		if stored != 0 {
			t.Error("tokens are stored as they are")
		}
	})
}

func TestQuality38FiftyUsesOfALinkHaveOneWinner(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		o.member("kari@gol.example", gol.ID, orgs.Respondent)
		ok(t, o.RequestPasswordReset(t.Context(), orgs.Actor{}, "kari@gol.example", "10.0.0.1"))
		link := token(t, o.letter("kari@gol.example"))
		var won atomic.Int32
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				_, err := o.SetPasswordByLink(t.Context(), orgs.Actor{}, orgs.LinkUse{Token: link, Password: newWord})
				switch {
				case err == nil:
					won.Add(1)
				case fault.KindOf(err) != fault.Conflict:
					t.Errorf("a loser got %v", err)
				}
			})
		}
		all.Wait()
		if n := won.Load(); n != 1 {
			t.Errorf("%d winners, want 1", n)
		}
	})
}

func TestQuality37AResetTellsNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		o.member("kari@gol.example", gol.ID, orgs.Respondent)
		o.member("ola@gol.example", gol.ID, orgs.Respondent)
		ok(t, o.DisablePerson(t.Context(), orgs.SystemActor("test"), "ola@gol.example", true))
		for _, email := range []string{"nobody@gol.example", "ola@gol.example", "kari@gol.example"} {
			ok(t, o.RequestPasswordReset(t.Context(), orgs.Actor{}, email, "10.0.0.1"))
		}
		o.letter("kari@gol.example") // jobs go in order: nobody else got one
		for range 4 {
			ok(t, o.RequestPasswordReset(t.Context(), orgs.Actor{}, "nobody@gol.example", "10.0.0.2"))
		}
		err := o.RequestPasswordReset(t.Context(), orgs.Actor{}, "nobody@gol.example", "10.0.0.3")
		is(t, err, fault.TooMany, "too-many-attempts")
	})
}
