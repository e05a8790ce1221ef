package orgs_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

func TestSignIn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		kari := o.member("kari@gol.example", gol.ID, orgs.Respondent)
		disabled := o.member("ola@gol.example", gol.ID, orgs.Respondent)
		ok(t, o.DisablePerson(t.Context(), orgs.SystemActor("test"), "ola@gol.example", true))

		id, err := o.signIn(" Kari@GOL.example", word, "10.0.0.1")
		ok(t, err)
		if id != kari.Person {
			t.Errorf("somebody else came in: %s", id)
		}
		for _, row := range []struct{ email, password string }{
			{"kari@gol.example", "feil ord her"}, {"nobody@gol.example", word}, {"ola@gol.example", word}, {"nobody@gol.example", ""},
		} {
			_, err := o.signIn(row.email, row.password, "10.0.0.1")
			is(t, err, fault.Unauthenticated, "wrong-credentials")
		}
		if a, err := o.Actor(t.Context(), disabled.Person, gol.ID); err != nil || a.SignedIn() {
			t.Errorf("a disabled person acts: %+v, %v", a, err)
		}
	})
}

func TestQuality34WrongSignInsAreSlowedAndNobodyIsLockedOutForLong(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		o.member("kari@gol.example", gol.ID, orgs.Respondent)
		_, err := o.signIn("kari@gol.example", word, "10.0.0.1") // from now on her own address
		ok(t, err)

		for i := range 20 { // strangers, each from another address
			_, err := o.signIn("kari@gol.example", "feil ord her", fmt.Sprintf("10.9.0.%d", i))
			is(t, err, fault.Unauthenticated, "wrong-credentials")
		}
		_, err = o.signIn("kari@gol.example", word, "10.9.1.1")
		is(t, err, fault.TooMany, "too-many-attempts")
		f, _ := fault.As(err)
		if f.RetryAfter < 1 || f.RetryAfter > 60 {
			t.Errorf("wait %d s, want up to a minute", f.RetryAfter)
		}
		_, err = o.signIn("kari@gol.example", word, "10.0.0.1")
		ok(t, err) // where she is known she comes in meanwhile
		o.clock(time.Duration(f.RetryAfter) * time.Second)
		_, err = o.signIn("kari@gol.example", word, "10.9.1.1")
		ok(t, err)
	})
}

// TestQuality34ALinkLetsInWhomStrangersKeepOut has strangers take every turn that
// there is: whoever proves that the mailbox is theirs comes in all the same, and
// is at home there afterwards.
func TestQuality34ALinkLetsInWhomStrangersKeepOut(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		kari := o.member("kari@gol.example", gol.ID, orgs.Respondent)
		for i := range 20 {
			_, err := o.signIn("kari@gol.example", "feil ord her", fmt.Sprintf("10.9.0.%d", i))
			is(t, err, fault.Unauthenticated, "wrong-credentials")
		}
		_, err := o.signIn("kari@gol.example", word, "10.0.0.1")
		is(t, err, fault.TooMany, "too-many-attempts")

		ok(t, o.RequestPasswordReset(t.Context(), orgs.Actor{}, "kari@gol.example", "10.0.0.1"))
		id, err := o.SetPasswordByLink(t.Context(), orgs.Actor{},
			orgs.LinkUse{Token: token(t, o.letter("kari@gol.example")), Password: newWord, Address: "10.0.0.1"})
		ok(t, err)
		if id != kari.Person {
			t.Errorf("somebody else came in: %s", id)
		}
		_, err = o.signIn("kari@gol.example", newWord, "10.0.0.1")
		ok(t, err) // while strangers wait
		_, err = o.signIn("kari@gol.example", newWord, "10.9.1.1")
		is(t, err, fault.TooMany, "too-many-attempts")
	})
}

func TestQuality37UnknownAccountsAreLimitedAlike(t *testing.T) {
	o := newOffice(t, dbtest.SQLite(t))
	for i := range 10 {
		_, err := o.signIn("nobody@gol.example", "feil ord her", "10.0.0.7")
		if fault.KindOf(err) != fault.Unauthenticated {
			t.Fatalf("try %d: %v", i, err)
		}
	}
	_, err := o.signIn("nobody@gol.example", "feil ord her", "10.0.0.7")
	is(t, err, fault.TooMany, "too-many-attempts")
	_, err = o.signIn("NOBODY@gol.example ", "feil ord her", "10.0.0.7") // another spelling is the same account
	is(t, err, fault.TooMany, "too-many-attempts")
}

func TestOneAddressThatTriesManyAccountsIsSlowed(t *testing.T) {
	o := newOffice(t, dbtest.SQLite(t))
	for i := range 30 {
		_, err := o.signIn(fmt.Sprintf("person%d@gol.example", i), "feil ord her", "10.0.0.8")
		is(t, err, fault.Unauthenticated, "wrong-credentials")
	}
	_, err := o.signIn("person99@gol.example", "feil ord her", "10.0.0.8")
	is(t, err, fault.TooMany, "too-many-attempts")
}

func TestTriesAtTheSameTimeAreAllCounted(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		var tried atomic.Int32
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				if _, err := o.signIn("nobody@gol.example", "feil ord her", "10.0.0.9"); fault.KindOf(err) == fault.Unauthenticated {
					tried.Add(1)
				}
			})
		}
		all.Wait()
		if n := tried.Load(); n != 10 {
			t.Errorf("%d tries went through, want 10", n)
		}
	})
}

func TestRightSignInsAtTheSameTime(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		store(t, db, gol)
		o.member("kari@gol.example", gol.ID, orgs.Respondent)
		var all sync.WaitGroup
		for range 8 { // fewer than are free, so that all must come in
			all.Go(func() {
				if _, err := o.signIn("kari@gol.example", word, "10.0.0.1"); err != nil {
					t.Errorf("kept out: %v", err)
				}
			})
		}
		all.Wait()
	})
}
