package orgs_test

import (
	"slices"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

func (j *joiners) onTeam(in orgs.TeamEntry) orgs.Team {
	j.t.Helper()
	team, err := j.AddToTeam(j.t.Context(), j.golAdmin, j.gol.ID, in)
	if err != nil {
		j.t.Fatal(err)
	}
	return team
}

func TestATeamTellsWhatItLacks(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		team, err := j.Team(t.Context(), j.coordinator, j.gol.ID)
		if err != nil || len(team.Missing) != 3 || len(team.Wanted) != 2 || team.Alone {
			t.Fatalf("an empty team: %+v, %v", team, err)
		}
		officer := j.golOfficer.Person
		team = j.onTeam(orgs.TeamEntry{Role: orgs.ProcurementLead, PersonID: &officer})
		if team.Alone || len(team.Missing) != 2 || team.Members[0].Email != "svar@gol.example" {
			t.Errorf("one part: %+v", team)
		}
		team = j.onTeam(orgs.TeamEntry{Role: orgs.TopManager, Name: "Svar", Email: "Svar@gol.example "})
		if !team.Alone || team.Members[0].Role != orgs.TopManager || team.Members[0].PersonID == nil { // known by the address
			t.Errorf("both parts in one hand: %+v", team)
		}
		team = j.onTeam(orgs.TeamEntry{Role: orgs.BusinessDeveloper, Name: "Næring", Email: "naering@gol.example"})
		if team.Alone || team.Members[1].PersonID != nil || len(team.Missing) != 0 {
			t.Errorf("two people: %+v", team)
		}
		if _, err := j.AddToTeam(t.Context(), j.golAdmin, j.gol.ID, orgs.TeamEntry{Role: orgs.TopManager, Name: "Svar", Email: "svar@gol.example"}); fault.KindOf(err) != fault.Conflict {
			t.Errorf("the same again: %v", err)
		}
		team, err = j.LeaveTeam(t.Context(), j.golAdmin, j.gol.ID, team.Members[0].ID)
		if err != nil || !slices.Equal(team.Missing, []orgs.TeamRole{orgs.TopManager}) {
			t.Errorf("left: %+v, %v", team, err)
		}
	})
}

func TestWhoIsTakenIntoATeam(t *testing.T) {
	j := newJoiners(t, dbtest.SQLite(t))
	stranger := j.lom.Person
	for name, c := range map[string]struct {
		in   orgs.TeamEntry
		want fault.Kind
	}{
		"an account from elsewhere": {orgs.TeamEntry{Role: orgs.TopManager, PersonID: &stranger}, fault.NotFound},
		"no address":                {orgs.TeamEntry{Role: orgs.TopManager, Name: "Navn"}, fault.Invalid},
		"no name":                   {orgs.TeamEntry{Role: orgs.TopManager, Email: "a@b.example"}, fault.Invalid},
		"no such part":              {orgs.TeamEntry{Role: "mayor", Name: "Navn", Email: "a@b.example"}, fault.Invalid},
	} {
		if _, err := j.AddToTeam(t.Context(), j.golAdmin, j.gol.ID, c.in); fault.KindOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := j.Team(t.Context(), j.al, j.gol.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a neighbour sees the team: %v", err)
	}
	if _, err := j.Team(t.Context(), j.coordinator, j.council.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the council has no team: %v", err)
	}
}
