package orgs_test

import (
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

func TestUpdateOrganisation(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		golAdmin := as(v.member("admin@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		coordinator := as(v.member("koordinator@hallingdal.example", v.council.ID, orgs.Coordinator), orgs.ScopeRegion)
		edit := orgs.OrganisationEdit{Website: "https://gol.example", Mailbox: "post@gol.example", Language: "nn", PublishesFigures: true}

		facts, err := v.UpdateOrganisation(t.Context(), golAdmin, v.gol.ID, 1, edit)
		ok(t, err)
		if facts.Version != 2 || !facts.PublishesFigures || facts.Mailbox != "post@gol.example" || facts.Name != "Gol" {
			t.Errorf("got %+v", facts)
		}
		_, err = v.UpdateOrganisation(t.Context(), golAdmin, v.gol.ID, 1, edit)
		is(t, err, fault.Stale, "stale")
		f, _ := fault.As(err)
		if now, isFacts := f.Current.(orgs.OrganisationFacts); !isFacts || now.Version != 2 || now.Language != "nn" {
			t.Errorf("the record as it is now: %+v", f.Current)
		}
		for _, row := range []struct {
			a    orgs.Actor
			o    *models.Organisation
			kind fault.Kind
			code string
		}{
			{golAdmin, v.al, fault.NotFound, "not-found"},
			{coordinator, v.gol, fault.NotFound, "not-found"}, // a council does not speak for its members
			{coordinator, v.council, fault.Invalid, "only_municipalities"},
			{orgs.Actor{}, v.gol, fault.NotFound, "not-found"},
		} {
			_, err := v.UpdateOrganisation(t.Context(), row.a, row.o.ID, 1, edit)
			is(t, err, row.kind, row.code)
		}
		var audited int64
		ok(t, db.Read(t.Context(), func(tx *models.Tx) error {
			events, err := orgs.AuditOf(tx, "organisation", v.gol.ID.String())
			audited = int64(len(events))
			return err
		}))
		if audited != 1 {
			t.Errorf("%d audit rows for one change", audited)
		}
	})
}

func TestAccount(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		kari := v.member("kari@gol.example", v.gol.ID, orgs.Respondent)
		account, err := v.UpdateAccount(t.Context(), kari, 1, " Kari Fjell ", "en")
		ok(t, err)
		if account.Name != "Kari Fjell" || account.Language != "en" || account.Version != 2 {
			t.Errorf("got %+v", account)
		}
		_, err = v.UpdateAccount(t.Context(), kari, 1, "Kari", "nb")
		is(t, err, fault.Stale, "stale")
		_, err = v.UpdateAccount(t.Context(), kari, 2, "Kari\nBcc: x@y.no", "nb")
		is(t, err, fault.Invalid, "one_line")
		for _, sign := range "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
			_, err = v.UpdateAccount(t.Context(), kari, 2, "Kari"+string(sign)+" Fjell", "nb")
			is(t, err, fault.Invalid, "characters")
		}
		is(t, v.ChangePassword(t.Context(), kari, "feil ord her", newWord), fault.Invalid, "wrong_password")
		is(t, v.ChangePassword(t.Context(), kari, word, "passord123"), fault.Invalid, "common_password")
		ok(t, v.ChangePassword(t.Context(), kari, word, newWord))
		for range 10 {
			is(t, v.ChangePassword(t.Context(), kari, "feil ord her", word), fault.Invalid, "wrong_password")
		}
		is(t, v.ChangePassword(t.Context(), kari, newWord, word), fault.TooMany, "too-many-attempts")
	})
}

func TestABrokenDatabaseIsUnavailable(t *testing.T) {
	s := orgs.New(dbtest.Broken(t), orgs.Config{})
	a := orgs.Actor{Person: models.NewID(), Scope: orgs.ScopeAny}
	for name, call := range map[string]func() error{
		"actor":   func() error { _, err := s.Actor(t.Context(), a.Person, a.Org); return err },
		"session": func() error { _, err := s.Session(t.Context(), a); return err },
		"sign in": func() error { _, err := s.SignIn(t.Context(), a, orgs.Credentials{}); return err },
		"link": func() error {
			_, err := s.SetPasswordByLink(t.Context(), a, orgs.LinkUse{Token: "x", Password: newWord})
			return err
		},
		"regions": func() error { _, err := s.Regions(t.Context(), ""); return err },
		"people":  func() error { _, err := s.Memberships(t.Context(), a, a.Person); return err },
		"end":     func() error { return s.EndMembership(t.Context(), a, a.Person, a.Person) },
		"sessions": func() error {
			_, _, err := orgs.NewSessionStore(dbtest.Broken(t)).FindCtx(t.Context(), "x")
			return err
		},
	} {
		if err := call(); fault.KindOf(err) != fault.Unavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
}
