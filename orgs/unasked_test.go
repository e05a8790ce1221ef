package orgs_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// TestNobodyCanHaveTheWholeCountryWrittenTo lets a supplier, which anybody can
// become, invite one after another.
func TestNobodyCanHaveTheWholeCountryWrittenTo(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		supplier := as(v.member("selger@varme.example", v.varme.ID, orgs.Supplier), orgs.ScopeBusiness)
		other := as(v.member("andre@varme.example", v.varme.ID, orgs.Supplier), orgs.ScopeBusiness)
		invite := func(a orgs.Actor, email string) error {
			_, err := v.Invite(t.Context(), a, v.varme.ID, invitation(email, orgs.Supplier))
			return err
		}
		for range 5 {
			ok(t, invite(supplier, "en@example.no"))
		}
		is(t, invite(supplier, "en@example.no"), fault.TooMany, "too-many-attempts")
		is(t, invite(other, "EN@example.no"), fault.TooMany, "too-many-attempts")
		for i := range 55 {
			ok(t, invite(supplier, fmt.Sprintf("nr%d@example.no", i)))
		}
		err := invite(supplier, "nok@example.no")
		is(t, err, fault.TooMany, "too-many-attempts")
		if f, _ := fault.As(err); f.RetryAfter < 1 {
			t.Errorf("retry after %d", f.RetryAfter)
		}
		if _, err := v.PersonByEmail(t.Context(), "nok@example.no"); fault.KindOf(err) != fault.NotFound {
			t.Errorf("the refused one left an account: %v", err)
		}
		ok(t, invite(other, "noen@example.no"))
		v.clock(10 * time.Minute)
		ok(t, invite(supplier, "nok@example.no"))
	})
}

// TestAnUnaskedRoleMakesNobodyActForIt gives somebody a role in a business whose
// name stands first in the alphabet.
func TestAnUnaskedRoleMakesNobodyActForIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		victim := v.member("svar@al.example", v.al.ID, orgs.Respondent)
		first := organisation(db, "business", "AAA AS")
		store(t, db, first)
		supplier := as(v.member("selger@aaa.example", first.ID, orgs.Supplier), orgs.ScopeBusiness)
		v.clock(time.Hour)
		_, err := v.Invite(t.Context(), supplier, first.ID, invitation("svar@al.example", orgs.Supplier))
		ok(t, err)
		a, err := v.Actor(t.Context(), victim.Person, uuid.Nil)
		ok(t, err)
		if a.Org != v.al.ID || !a.Has(orgs.Respondent) {
			t.Errorf("acts for %v as %v", a.Org, a.Roles)
		}
		info, err := v.Session(t.Context(), a)
		ok(t, err)
		if len(info.Organisations) != 2 || info.Organisations[0].Name != "AAA AS" {
			t.Errorf("may act for %+v", info.Organisations)
		}
	})
}
