package orgs_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// someDuties are three tasks of whoever asks.
type someDuties struct{ from, to uuid.UUID }

func (d *someDuties) HandOver(_ *models.Tx, _ orgs.Actor, _, from, to uuid.UUID) (int, error) {
	d.from, d.to = from, to
	return 3, nil
}

func (d *someDuties) Release(*models.Tx, orgs.Actor, uuid.UUID, string) error { return nil }

func (d *someDuties) Awaited(*models.Tx, []uuid.UUID) ([]uuid.UUID, error) { return nil, nil }

func TestHandingOver(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		var duties someDuties
		j.OnHandover(&duties)
		leaver, heir := j.golAdmin.Person, j.golOfficer.Person
		for _, role := range []orgs.TeamRole{orgs.TopManager, orgs.Statistician} {
			j.onTeam(orgs.TeamEntry{Role: role, PersonID: &leaver})
		}
		j.onTeam(orgs.TeamEntry{Role: orgs.Statistician, PersonID: &heir})
		today := models.DateOf(db.Clock.Now())
		last := models.DateOf(db.Clock.Now().Add(14 * 24 * time.Hour))
		done, err := j.HandOver(t.Context(), j.golAdmin, j.gol.ID, orgs.Handover{From: leaver, To: heir, EndsOn: last})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(done.Roles, []orgs.Role{orgs.MunicipalityAdmin}) || !slices.Equal(done.TeamRoles, []orgs.TeamRole{orgs.TopManager}) || done.Tasks != 3 {
			t.Errorf("handed over %+v", done)
		}
		if duties.from != leaver || duties.to != heir {
			t.Errorf("tasks went from %v to %v", duties.from, duties.to)
		}
		people, err := j.Memberships(t.Context(), j.golAdmin, j.gol.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range people {
			switch {
			case m.PersonID == leaver && m.ValidTo != last, m.PersonID == heir && m.ValidTo != "", m.PersonID == heir && m.Role == orgs.MunicipalityAdmin && m.ValidFrom != today:
				t.Errorf("afterwards: %+v", m)
			}
		}
		team, err := j.Team(t.Context(), j.golAdmin, j.gol.ID)
		if err != nil || len(team.Members) != 2 || *team.Members[0].PersonID != heir || *team.Members[1].PersonID != heir {
			t.Errorf("the team: %+v, %v", team, err)
		}
		events := 0
		must(t, db.Read(t.Context(), func(tx *models.Tx) error {
			found, err := orgs.AuditOf(tx, "person", leaver.String())
			events = len(found)
			return err
		}))
		if events != 1 {
			t.Errorf("%d audit rows", events)
		}
	})
}

func TestWhatCannotBeHandedOver(t *testing.T) {
	j := newJoiners(t, dbtest.SQLite(t))
	leaver, heir, today := j.golAdmin.Person, j.golOfficer.Person, models.DateOf(j.db.Clock.Now())
	new, err := j.Invite(t.Context(), j.golAdmin, j.gol.ID, invitation("ny@gol.example", orgs.Respondent))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		actor orgs.Actor
		in    orgs.Handover
		want  fault.Kind
	}{
		"to oneself":            {j.golAdmin, orgs.Handover{From: leaver, To: leaver, EndsOn: today}, fault.Invalid},
		"to a stranger":         {j.golAdmin, orgs.Handover{From: leaver, To: j.lom.Person, EndsOn: today}, fault.NotFound},
		"from a stranger":       {j.golAdmin, orgs.Handover{From: j.lom.Person, To: heir, EndsOn: today}, fault.NotFound},
		"to one who never came": {j.golAdmin, orgs.Handover{From: leaver, To: new.PersonID, EndsOn: today}, fault.Invalid},
		"from a day gone by":    {j.golAdmin, orgs.Handover{From: leaver, To: heir, EndsOn: "2001-01-01"}, fault.Invalid},
		"by a neighbour":        {j.al, orgs.Handover{From: leaver, To: heir, EndsOn: today}, fault.NotFound},
		"without a day":         {j.golAdmin, orgs.Handover{From: leaver, To: heir}, fault.Invalid},
	} {
		if _, err := j.HandOver(t.Context(), c.actor, j.gol.ID, c.in); fault.KindOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if people, err := j.Memberships(t.Context(), j.golAdmin, j.gol.ID); err != nil || len(people) != 3 {
		t.Errorf("refused handovers left %+v, %v", people, err)
	}
}
