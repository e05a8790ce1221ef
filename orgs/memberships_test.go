package orgs_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// valley is an office over a region with two municipalities and one outside.
type valley struct {
	*office
	council, gol, al, lom, varme, agency *models.Organisation
}

func newValley(t *testing.T, db *models.DB) *valley {
	t.Helper()
	v := &valley{office: newOffice(t, db),
		council: organisation(db, "regional_council", "Hallingdal regionråd"), agency: organisation(db, "agency", "Drift"),
		gol: organisation(db, "municipality", "Gol"), al: organisation(db, "municipality", "Ål"),
		lom: organisation(db, "municipality", "Lom"), varme: organisation(db, "business", "Varme AS"),
	}
	own := region(db, "council", "Hallingdal", &v.council.ID)
	store(t, db, v.council, v.agency, v.gol, v.al, v.lom, v.varme, own,
		&models.RegionMember{ID: models.NewID(), RegionID: own.ID, OrganisationID: v.gol.ID},
		&models.RegionMember{ID: models.NewID(), RegionID: own.ID, OrganisationID: v.al.ID})
	return v
}

func as(a orgs.Actor, scope orgs.Scope) orgs.Actor {
	a.Scope, a.Language = scope, "nb"
	return a
}

func invitation(email string, role orgs.Role) orgs.Invitation {
	return orgs.Invitation{Name: "Ny Person", Email: email, Role: role, Language: "nn"}
}

func TestWhoMayInviteWhom(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		golAdmin := as(v.member("admin@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		coordinator := as(v.member("koordinator@hallingdal.example", v.council.ID, orgs.Coordinator), orgs.ScopeRegion)
		v.member("koordinator2@hallingdal.example", v.council.ID, orgs.Coordinator)
		supplier := as(v.member("selger@varme.example", v.varme.ID, orgs.Supplier), orgs.ScopeBusiness)
		admin := as(v.member("drift@loftet.example", v.agency.ID, orgs.Admin), orgs.ScopeAny)
		for _, row := range []struct {
			actor orgs.Actor
			in    uuid.UUID
			email string
			role  orgs.Role
			want  string
		}{
			{golAdmin, v.gol.ID, "ny1@example.no", orgs.Respondent, ""},
			{golAdmin, v.gol.ID, "ny2@example.no", orgs.MunicipalityAdmin, ""},
			{golAdmin, v.gol.ID, "ny3@example.no", orgs.Supplier, "role_does_not_fit"},
			{golAdmin, v.gol.ID, "ny3@example.no", orgs.Admin, "role_does_not_fit"},
			{golAdmin, v.al.ID, "ny3@example.no", orgs.Respondent, "not-found"},
			{golAdmin, v.council.ID, "ny3@example.no", orgs.Coordinator, "not-found"},
			{coordinator, v.council.ID, "ny4@example.no", orgs.CouncilMember, ""},
			{coordinator, v.al.ID, "ny5@example.no", orgs.MunicipalityAdmin, ""},
			{coordinator, v.al.ID, "ny6@example.no", orgs.Approver, ""},
			{coordinator, v.al.ID, "koordinator@hallingdal.example", orgs.Approver, "not_yourself"},
			{coordinator, v.al.ID, "koordinator@hallingdal.example", orgs.MunicipalityAdmin, "not_yourself"},
			{coordinator, v.al.ID, "koordinator2@hallingdal.example", orgs.Approver, "coordinator_as_approver"},
			{coordinator, v.lom.ID, "ny7@example.no", orgs.Respondent, "not-found"},
			{coordinator, v.varme.ID, "ny7@example.no", orgs.Supplier, "not-found"},
			{supplier, v.varme.ID, "ny8@example.no", orgs.Supplier, ""},
			{supplier, v.varme.ID, "ny9@example.no", orgs.Coordinator, "role_does_not_fit"},
			{supplier, v.gol.ID, "ny9@example.no", orgs.Respondent, "not-found"},
			{admin, v.agency.ID, "ny10@example.no", orgs.Admin, ""},
			{admin, v.lom.ID, "ny11@example.no", orgs.MunicipalityAdmin, ""},
			{as(golAdmin, orgs.ScopePublic), v.gol.ID, "ny12@example.no", orgs.Respondent, "not-found"},
			{golAdmin, v.gol.ID, "admin@gol.example", orgs.MunicipalityAdmin, "role-already-given"},
		} {
			m, err := v.Invite(t.Context(), row.actor, row.in, invitation(row.email, row.role))
			if row.want == "" {
				ok(t, err)
				if !m.Invited || m.Role != row.role || m.Email != row.email {
					t.Errorf("%s as %s: got %+v", row.email, row.role, m)
				}
				letter := v.letter(row.email)
				if !strings.Contains(letter.Text, "/nn/set-password#token=") {
					t.Errorf("the letter lacks its link:\n%s", letter.Text)
				}
				continue
			}
			f, _ := fault.As(err)
			if f == nil || f.Code != row.want && (len(f.Fields) == 0 || f.Fields[0].Code != row.want) {
				t.Errorf("%s as %s: got %v, want %s", row.email, row.role, err, row.want)
			}
		}
	})
}

func TestInvitationsArePatientAndTellNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		golAdmin := as(v.member("admin@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		coordinator := as(v.member("koordinator@hallingdal.example", v.council.ID, orgs.Coordinator), orgs.ScopeRegion)

		_, err := v.Invite(t.Context(), golAdmin, v.gol.ID, invitation("ny@gol.example", orgs.Respondent))
		ok(t, err)
		first := token(t, v.letter("ny@gol.example"))
		v.clock(71 * time.Hour)
		_, err = v.Invite(t.Context(), golAdmin, v.gol.ID, invitation("ny@gol.example", orgs.Respondent)) // once more
		ok(t, err)
		second := token(t, v.letter("ny@gol.example"))
		_, err = v.SetPasswordByLink(t.Context(), orgs.Actor{}, orgs.LinkUse{Token: first, Password: newWord})
		is(t, err, fault.Conflict, "link-not-valid")
		v.clock(71 * time.Hour)
		id, err := v.SetPasswordByLink(t.Context(), orgs.Actor{}, orgs.LinkUse{Token: second, Password: newWord})
		ok(t, err)
		a, err := v.Actor(t.Context(), id, uuid.Nil)
		ok(t, err)
		if a.Org != v.gol.ID || !a.Has(orgs.Respondent) || len(a.Roles) != 1 {
			t.Errorf("the invited person acts as %+v", a)
		}

		m, err := v.Invite(t.Context(), coordinator, v.al.ID, invitation("ny@gol.example", orgs.Respondent))
		ok(t, err)
		if m.Invited {
			t.Error("somebody with an account counts as invited")
		}
		letter := v.letter("ny@gol.example")
		if strings.Contains(letter.Text, "Gol") || strings.Contains(letter.Text, "token=") || !strings.Contains(letter.Text, "Ål") {
			t.Errorf("the letter on the second role:\n%s", letter.Text)
		}
		info, err := v.Session(t.Context(), a)
		ok(t, err)
		if len(info.Organisations) != 2 || info.Organisation.ID != v.gol.ID || info.Organisation.RegionID == nil {
			t.Errorf("the session: %+v", info)
		}
		chosen, err := v.ChooseOrganisation(t.Context(), a, v.al.ID)
		ok(t, err)
		if chosen.Org != v.al.ID {
			t.Errorf("acts for %s", chosen.Org)
		}
		_, err = v.ChooseOrganisation(t.Context(), a, v.lom.ID)
		is(t, err, fault.NotFound, "not-found")
	})
}

func TestEndingARole(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		one := as(v.member("en@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		other := as(v.member("to@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		alAdmin := as(v.member("admin@al.example", v.al.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		people, err := v.Memberships(t.Context(), one, v.gol.ID)
		ok(t, err)
		if len(people) != 2 {
			t.Fatalf("people: %+v", people)
		}
		_, err = v.Memberships(t.Context(), alAdmin, v.gol.ID)
		is(t, err, fault.NotFound, "not-found")
		is(t, v.EndMembership(t.Context(), alAdmin, v.gol.ID, people[0].ID), fault.NotFound, "not-found")
		is(t, v.EndMembership(t.Context(), alAdmin, v.al.ID, people[0].ID), fault.NotFound, "not-found")

		mine := func(a orgs.Actor) uuid.UUID {
			for _, m := range people {
				if m.PersonID == a.Person {
					return m.ID
				}
			}
			return uuid.Nil
		}
		// both lay it down at the same time: one must stay
		errs := make([]error, 2)
		var both sync.WaitGroup
		for i, a := range []orgs.Actor{one, other} {
			both.Go(func() { errs[i] = v.EndMembership(t.Context(), a, v.gol.ID, mine(a)) })
		}
		both.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("ended: %v, %v; want exactly one", errs[0], errs[1])
		}
		gone, stays := one, other
		if errs[0] != nil {
			gone, stays = other, one
		}
		is(t, v.EndMembership(t.Context(), stays, v.gol.ID, mine(stays)), fault.Conflict, "last-of-role")
		a, err := v.Actor(t.Context(), gone.Person, v.gol.ID)
		ok(t, err)
		if len(a.Roles) != 0 || a.Org != uuid.Nil {
			t.Errorf("a role that ended works on: %+v", a)
		}
		back, err := v.Invite(t.Context(), stays, v.gol.ID, invitation(emailOf(gone, one), orgs.MunicipalityAdmin))
		ok(t, err)
		ok(t, v.EndMembership(t.Context(), stays, v.gol.ID, back.ID)) // on the day it was given
		_, err = v.Invite(t.Context(), stays, v.gol.ID, invitation(emailOf(gone, one), orgs.MunicipalityAdmin))
		ok(t, err) // and given again on that day
	})
}

func emailOf(gone, one orgs.Actor) string {
	if gone.Person == one.Person {
		return "en@gol.example"
	}
	return "to@gol.example"
}

func TestRolesHaveDates(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		golAdmin := as(v.member("admin@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality)
		in := invitation("vikar@gol.example", orgs.Respondent)
		for day, code := range map[models.Date]string{"2026-02-30": "date", "2026-03-02": "not_in_future", "2020-01-01": "not_in_future"} {
			in.ValidTo = day
			_, err := v.Invite(t.Context(), golAdmin, v.gol.ID, in)
			is(t, err, fault.Invalid, code)
		}
		in.ValidTo = "2026-03-04"
		m, err := v.Invite(t.Context(), golAdmin, v.gol.ID, in)
		ok(t, err)
		for _, want := range []int{1, 1, 0} { // 2, 3 and 4 March
			a, err := v.Actor(t.Context(), m.PersonID, v.gol.ID)
			ok(t, err)
			if len(a.Roles) != want {
				t.Errorf("on %s: roles %v", db.Clock.Now(), a.Roles)
			}
			v.clock(24 * time.Hour)
		}
	})
}
