package demo_test

import (
	"testing"

	"loftet/orgs"
)

// TestMunicipalitiesHaveDecidedDifferently looks at who takes part as the council, and
// at a team that lacks somebody.
func TestMunicipalitiesHaveDecidedDifferently(t *testing.T) {
	rooms := loaded(t)
	coordinator := actor(t, rooms, "koordinator@hallingdal.example", orgs.ScopeRegion)
	regions, err := rooms.Orgs.Regions(t.Context(), "council")
	if err != nil {
		t.Fatal(err)
	}
	joining, err := rooms.Orgs.Participations(t.Context(), coordinator, regions[0].ID, "")
	if err != nil || len(joining.Members) != 6 || len(joining.Council) != 1 || len(joining.Cohorts) != 2 {
		t.Fatalf("%+v, %v", joining, err)
	}
	want := map[string]orgs.ParticipationState{"Flå": orgs.Active, "Nesbyen": orgs.Active, "Gol": orgs.Active, "Hemsedal": orgs.OnHold, "Ål": orgs.Considering, "Hol": orgs.Joined}
	for _, m := range joining.Members {
		if m.State != want[m.Municipality.Name] {
			t.Errorf("%s is %s", m.Municipality.Name, m.State)
		}
		if decided := m.Decision.Outcome != ""; decided == (m.State == orgs.Considering) {
			t.Errorf("%s in %s: decision %+v", m.Municipality.Name, m.State, m.Decision)
		}
	}
	for email, c := range map[string]struct {
		missing int
		alone   bool
	}{"svar@nesbyen.example": {1, false}, "svar@gol.example": {1, true}, "svar@hol.example": {3, false}} {
		a := actor(t, rooms, email, orgs.ScopeMunicipality)
		if team, err := rooms.Orgs.Team(t.Context(), a, a.Org); err != nil || len(team.Missing) != c.missing || team.Alone != c.alone {
			t.Errorf("%s: %+v, %v", email, team, err)
		}
	}
}
