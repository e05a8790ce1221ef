package orgs_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// joiners are a valley with those who invite and decide.
type joiners struct {
	*valley
	region                                     uuid.UUID
	coordinator, golAdmin, golOfficer, al, lom orgs.Actor
	whoDecides                                 orgs.Decision
}

func newJoiners(t *testing.T, db *models.DB) *joiners {
	t.Helper()
	v := newValley(t, db)
	regions, err := v.Regions(t.Context(), "council")
	if err != nil {
		t.Fatal(err)
	}
	return &joiners{valley: v, region: regions[0].ID,
		coordinator: as(v.member("koordinator@hallingdal.example", v.council.ID, orgs.Coordinator), orgs.ScopeRegion),
		golAdmin:    as(v.member("admin@gol.example", v.gol.ID, orgs.MunicipalityAdmin), orgs.ScopeMunicipality),
		golOfficer:  as(v.member("svar@gol.example", v.gol.ID, orgs.Respondent), orgs.ScopeMunicipality),
		al:          as(v.member("leder@al.example", v.al.ID, orgs.Approver), orgs.ScopeMunicipality),
		lom:         as(v.member("leder@lom.example", v.lom.ID, orgs.Approver), orgs.ScopeMunicipality),
		whoDecides:  orgs.Decision{Outcome: orgs.Joins, Body: "Kommunestyret", On: "2020-05-16", Reference: "31/20"},
	}
}

func (j *joiners) invite(in orgs.JoinInvitation) orgs.Participation {
	j.t.Helper()
	p, err := j.InviteMunicipality(j.t.Context(), j.coordinator, j.region, j.gol.ID, in)
	if err != nil {
		j.t.Fatal(err)
	}
	return p
}

func (j *joiners) row(a orgs.Actor, municipality uuid.UUID) orgs.Participation {
	j.t.Helper()
	p, err := j.Participation(j.t.Context(), a, j.region, municipality)
	if err != nil {
		j.t.Fatal(err)
	}
	return p
}

func TestAMunicipalityIsInvitedAndDecides(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		p := j.invite(orgs.JoinInvitation{Cohort: "Kull 1", Mail: true, To: " Post@Gol.example "})
		if p.State != orgs.Informed || p.Cohort != "Kull 1" || p.InvitedOn == "" || p.Version != 1 {
			t.Fatalf("invited: %+v", p)
		}
		m := j.letter("post@gol.example")
		if !strings.Contains(m.Text, "https://loftet.example/nb/join/"+j.region.String()+"/"+j.gol.ID.String()+"\n") || !strings.Contains(m.Subject, "Hallingdal") {
			t.Errorf("the letter:\n%s\n%s", m.Subject, m.Text)
		}
		p, err := j.RecordDecision(t.Context(), j.golAdmin, j.region, j.gol.ID, 1, j.whoDecides)
		if err != nil || p.State != orgs.Joined || p.Decision != j.whoDecides || p.Version != 3 {
			t.Fatalf("decided: %+v, %v", p, err)
		}
		j.audited(p, "participation.invite", "participation.consider", "participation.join")
		again := j.whoDecides
		again.Reference = "32/20"
		if p, err = j.RecordDecision(t.Context(), j.golAdmin, j.region, j.gol.ID, 3, again); err != nil || p.State != orgs.Joined || p.Decision.Reference != "32/20" {
			t.Fatalf("corrected: %+v, %v", p, err)
		}
		_, err = j.RecordDecision(t.Context(), j.golAdmin, j.region, j.gol.ID, 3, again)
		if f, _ := fault.As(err); f == nil || f.Kind != fault.Stale || f.Current.(orgs.Participation).Version != 4 {
			t.Errorf("an old version: %v", err)
		}
		again.Outcome = orgs.Declines
		if _, err = j.RecordDecision(t.Context(), j.golAdmin, j.region, j.gol.ID, 4, again); fault.KindOf(err) != fault.Conflict {
			t.Errorf("another outcome afterwards: %v", err)
		}
		var taking []orgs.Member
		must(t, db.Read(t.Context(), func(tx *models.Tx) (err error) {
			taking, err = orgs.CohortMembers(tx, j.region, "Kull 1", models.DateOf(tx.Now))
			return err
		}))
		if len(taking) != 1 || taking[0].ID != j.gol.ID {
			t.Errorf("taking part: %v", taking)
		}
	})
}

// audited checks the actions that the audit kept of a participation, oldest first.
func (j *joiners) audited(p orgs.Participation, want ...string) {
	j.t.Helper()
	var got []string
	must(j.t, j.db.Read(j.t.Context(), func(tx *models.Tx) error {
		var row models.Participation
		if err := tx.G.Where("organisation_id = ?", p.Municipality.ID).Take(&row).Error; err != nil {
			return err
		}
		events, err := orgs.AuditOf(tx, "participation", row.ID.String())
		for _, e := range events {
			got = append(got, e.Action)
		}
		return err
	}))
	if strings.Join(got, " ") != strings.Join(want, " ") {
		j.t.Errorf("the audit keeps %v, want %v", got, want)
	}
}

func TestWhoRecordsWhoseDecision(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		j.invite(orgs.JoinInvitation{})
		for name, c := range map[string]struct {
			actor orgs.Actor
			want  fault.Kind
		}{
			"the council": {j.coordinator, fault.Denied}, "an officer": {j.golOfficer, fault.Denied},
			"a neighbour": {j.al, fault.NotFound}, "a stranger": {j.lom, fault.NotFound},
		} {
			if _, err := j.RecordDecision(t.Context(), c.actor, j.region, j.gol.ID, 1, j.whoDecides); fault.KindOf(err) != c.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := j.RecordCouncilDecision(t.Context(), j.coordinator, j.region, orgs.CouncilStatement{
			Outcome: "recommended", Body: "Regionrådet", On: "2020-05-01", Reference: "7/20"}); err != nil {
			t.Fatal(err)
		}
		if p := j.row(j.golAdmin, j.gol.ID); p.State != orgs.Informed || p.Decision.Outcome != "" {
			t.Errorf("the council's word changed %+v", p)
		}
		_, err := j.RecordDecision(t.Context(), j.golAdmin, j.region, j.gol.ID, 1, orgs.Decision{Outcome: orgs.Joins, On: "2999-01-01"})
		if f, _ := fault.As(err); f == nil || f.Kind != fault.Invalid || len(f.Fields) != 3 {
			t.Errorf("a decision without body, reference or a day that has come: %v", err)
		}
	})
}

func TestAlreadyTakesPart(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		p, err := j.RecordDecision(t.Context(), j.golAdmin, j.region, j.gol.ID, 0, orgs.Decision{Outcome: orgs.AlreadyInside})
		if err != nil || p.State != orgs.Active || p.Decision.Outcome != orgs.AlreadyInside {
			t.Fatalf("%+v, %v", p, err)
		}
		if p, err = j.MoveParticipation(t.Context(), j.coordinator, j.region, j.gol.ID, 1, orgs.Hold, "ingen saksbehandler"); err != nil || p.State != orgs.OnHold {
			t.Fatalf("%+v, %v", p, err)
		}
		if seen := j.row(j.al, j.gol.ID); seen.Reason != "" || len(seen.Actions) > 0 || seen.State != orgs.OnHold {
			t.Errorf("a neighbour sees %+v", seen)
		}
		if own := j.row(j.golOfficer, j.gol.ID); own.Reason == "" {
			t.Error("its own people do not see why it pauses")
		}
		if p, err = j.SetCohort(t.Context(), j.coordinator, j.region, j.gol.ID, 2, "Kull 2"); err != nil || p.Cohort != "Kull 2" || p.State != orgs.OnHold {
			t.Fatalf("%+v, %v", p, err)
		}
		for cohort, want := range map[string]int{"": 2, "Kull 2": 1, "Kull 9": 0} {
			joining, err := j.Participations(t.Context(), j.al, j.region, cohort)
			if err != nil || len(joining.Members) != want || len(joining.Cohorts) != 1 {
				t.Errorf("cohort %q: %+v, %v", cohort, joining, err)
			}
		}
	})
}

func TestAnInvitationWithoutAnAddress(t *testing.T) {
	j := newJoiners(t, dbtest.SQLite(t))
	_, err := j.InviteMunicipality(t.Context(), j.coordinator, j.region, j.gol.ID, orgs.JoinInvitation{Mail: true})
	if fault.KindOf(err) != fault.Invalid {
		t.Fatal(err)
	}
	if p := j.row(j.golAdmin, j.gol.ID); p.State != orgs.Uninvited || p.Version != 0 {
		t.Errorf("a refused invitation left %+v", p)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
