package orgs_test

import (
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

func registration(email string) orgs.BusinessRegistration {
	return orgs.BusinessRegistration{OrgNumber: "923 609 016", BusinessName: "Varme AS", PersonName: "Ny Person",
		Email: email, Language: "en", Address: "10.0.0.1"}
}

func TestRegisterBusiness(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		register := func(in orgs.BusinessRegistration) error { return o.RegisterBusiness(t.Context(), orgs.Actor{}, in) }

		ok(t, register(registration("First@varme.example")))
		first := o.letter("first@varme.example")
		if !strings.Contains(first.Subject, "Welcome") || strings.Contains(first.Text, "Ny Person") {
			t.Errorf("the letter: %s\n%s", first.Subject, first.Text)
		}
		// nobody has taken the business yet, so that a wrong address does not block it
		ok(t, register(registration("second@varme.example")))
		second := o.letter("second@varme.example")
		id, err := o.SetPasswordByLink(t.Context(), orgs.Actor{}, orgs.LinkUse{Token: token(t, second), Password: newWord})
		ok(t, err)
		a, err := o.Actor(t.Context(), id, [16]byte{})
		ok(t, err)
		if a.OrgKind != "business" || !a.Has(orgs.Supplier) {
			t.Errorf("the supplier acts as %+v", a)
		}
		// now it is taken: both sides are told, nothing is given
		ok(t, register(registration("third@varme.example")))
		if m := o.letter("third@varme.example"); strings.Contains(m.Text, "token=") || strings.Contains(m.Text, "Varme") {
			t.Errorf("the letter to the third:\n%s", m.Text)
		}
		if m := o.letter("second@varme.example"); !strings.Contains(m.Text, "third@varme.example") {
			t.Errorf("the letter to the supplier:\n%s", m.Text)
		}
		var people, businesses int64
		ok(t, db.Read(t.Context(), func(tx *models.Tx) error {
			if err := tx.G.Model(&models.Person{}).Count(&people).Error; err != nil {
				return err
			}
			return tx.G.Model(&models.Organisation{}).Count(&businesses).Error
		}))
		if people != 2 || businesses != 1 {
			t.Errorf("%d people, %d organisations", people, businesses)
		}
	})
}

func TestRegisterBusinessWithAnAccountOrAPublicBody(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		gol := organisation(db, "municipality", "Gol")
		gol.OrgNumber = new("974760673")
		store(t, db, gol)
		o.member("kari@gol.example", gol.ID, orgs.Respondent)
		in := registration("kari@gol.example")
		ok(t, o.RegisterBusiness(t.Context(), orgs.Actor{}, in))
		if m := o.letter("kari@gol.example"); strings.Contains(m.Text, "token=") || strings.Contains(m.Text, "Gol") || !strings.Contains(m.Text, "leverandør") {
			t.Errorf("the letter to somebody with an account:\n%s", m.Text)
		}
		in.OrgNumber, in.Email = "974760673", "ny@gol.example"
		ok(t, o.RegisterBusiness(t.Context(), orgs.Actor{}, in))
		if m := o.letter("ny@gol.example"); strings.Contains(m.Text, "token=") {
			t.Errorf("a municipality was registered as a business:\n%s", m.Text)
		}
	})
}

func TestRegistrationsThatAreRefused(t *testing.T) {
	o := newOffice(t, dbtest.SQLite(t))
	for code, change := range map[string]func(*orgs.BusinessRegistration){
		"org_number_check": func(in *orgs.BusinessRegistration) { in.OrgNumber = "923609017" },
		"one_line":         func(in *orgs.BusinessRegistration) { in.PersonName = "Kari\r\nBcc: all@example.no" },
		"name_with_link":   func(in *orgs.BusinessRegistration) { in.BusinessName = "Vinn nå: https://evil.example" },
		"characters":       func(in *orgs.BusinessRegistration) { in.BusinessName = "Varme \u202eSA" },
		"required":         func(in *orgs.BusinessRegistration) { in.PersonName = "   " },
	} {
		in := registration("x@varme.example")
		change(&in)
		is(t, o.RegisterBusiness(t.Context(), orgs.Actor{}, in), fault.Invalid, code)
	}
	for range 5 {
		ok(t, o.RegisterBusiness(t.Context(), orgs.Actor{}, registration("x@varme.example")))
	}
	is(t, o.RegisterBusiness(t.Context(), orgs.Actor{}, registration("x@varme.example")), fault.TooMany, "too-many-attempts")
	without := orgs.New(o.db, orgs.Config{})
	is(t, without.RegisterBusiness(t.Context(), orgs.Actor{}, registration("y@varme.example")), fault.Unavailable, "mail-unavailable")
}
