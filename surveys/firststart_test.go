package surveys_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func steps(f surveys.FirstStart) map[string]bool {
	done := map[string]bool{}
	for _, s := range f.Steps {
		done[s.Key] = s.Done
	}
	return done
}

// TestAFirstStartFollowsWhatIsDone begins with one figure from statistics among four
// questions, leaves, and comes back.
func TestAFirstStartFollowsWhatIsDone(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.statistic(0, "1.1-a", 2025, 12)
		round := w.round("Runde", 2026).ID
		officer := w.respondent(0)
		id := w.response(round, officer)
		start := must(w.s.FirstStart(w.ctx(), officer, id))(t)
		if start.Filled != 1 || start.Missing != 3 || start.Answered != 0 {
			t.Fatalf("at first: %+v", start)
		}
		for _, s := range start.Steps {
			if want := map[string]int{"statistics": 1}[s.Key]; s.Goal != want {
				t.Errorf("step %s leads to goal %d", s.Key, s.Goal)
			}
		}
		sum := 0
		for _, part := range start.Work {
			sum += part.Count * part.Each
		}
		if sum != start.Minutes || sum != 1+30+15+45+60 {
			t.Errorf("%d minutes, made of %+v", start.Minutes, start.Work)
		}
		if done := steps(start); !done["decision"] || done["statistics"] || done["team"] || done["ask"] || done["answer"] || done["review"] {
			t.Errorf("steps at first: %+v", start.Steps)
		}
		asked := 0
		for _, a := range start.Ask {
			if asked += len(a.Questions); a.Who.Name["nb"] == "" || a.Minutes == 0 {
				t.Errorf("asking %+v", a)
			}
		}
		if asked != 3 {
			t.Errorf("%d questions to ask about", asked)
		}
		must(w.s.ConfirmStatistic(w.ctx(), officer, id, "1.1-a"))(t)
		w.write(func(tx *models.Tx) error {
			w.create(tx, &models.Participation{Base: base(tx), RegionID: w.region, OrganisationID: w.towns[0], State: "informed"})
			w.create(tx, &models.Assignment{Base: base(tx), ResponseID: id, Goal: 3, State: "not_started"})
			for _, role := range []string{"top_manager", "business_developer", "procurement_lead"} {
				w.create(tx, &models.TeamMember{Base: base(tx), OrganisationID: w.towns[0], Role: role, Name: role, Email: role + "@example.no"})
			}
			return nil
		})
		start = must(w.s.FirstStart(w.ctx(), officer, id))(t)
		if done := steps(start); done["decision"] || !done["statistics"] || !done["team"] || !done["ask"] || done["answer"] {
			t.Errorf("steps afterwards: %+v", start.Steps)
		}
		if start.Filled != 0 || start.Answered != 1 {
			t.Errorf("afterwards: %+v", start)
		}
		_, err := w.s.FirstStart(w.ctx(), w.respondent(1), id)
		refused(t, err, fault.NotFound, "not-found")
	})
}

// TestEveryCoreIndicatorHasSomebodyToAsk finds a name in each language for each.
func TestEveryCoreIndicatorHasSomebodyToAsk(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	if err := w.ind.SyncCore(w.ctx(), orgs.SystemActor("test")); err != nil {
		t.Fatal(err)
	}
	plan := w.plan("Kjernen", 2026)
	plan.CatalogueID = nil
	round := must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t)
	w.change(round.ID, surveys.RoundOpen)
	officer := w.respondent(0)
	start := must(w.s.FirstStart(w.ctx(), officer, w.response(round.ID, officer)))(t)
	asked := 0
	for _, a := range start.Ask {
		asked += len(a.Questions)
		for _, language := range []string{"nb", "nn", "en"} {
			if a.Who.Name[language] == "" {
				t.Errorf("%s has no name in %s", a.Who.Key, language)
			}
		}
	}
	if asked != 44 {
		t.Errorf("%d questions have somebody", asked)
	}
}

func TestACasePaperKnowsTheRoundsOfItsReader(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		if err := w.ind.SyncCore(w.ctx(), orgs.SystemActor("test")); err != nil {
			t.Fatal(err)
		}
		round := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan("Hemmelig runde", 2026)))(t)
		w.change(round.ID, surveys.RoundScheduled)
		town := w.towns[0]
		public := orgs.Actor{Scope: orgs.ScopePublic}
		for _, c := range []struct {
			actor orgs.Actor
			state surveys.RoundState
			knows bool
		}{{w.respondent(0), "", true}, {public, "", false}, {public, surveys.RoundOpen, true}} {
			if c.state != "" {
				w.change(round.ID, c.state)
			}
			paper := must(w.s.CasePaper(w.ctx(), c.actor, w.region, &town, "nn"))(t)
			knows := false
			for _, b := range paper.Blocks {
				for _, item := range b.Items {
					knows = knows || item != "" && strings.Contains(item, "Hemmelig runde")
				}
			}
			if knows != c.knows {
				t.Errorf("%s in %q: knows of the round: %v", c.actor.Scope, c.state, knows)
			}
		}
		elsewhere := uuid.New()
		_, err := w.s.CasePaper(w.ctx(), public, w.region, &elsewhere, "nb")
		refused(t, err, fault.NotFound, "not-found")
		if council := must(w.s.CasePaper(w.ctx(), public, w.region, nil, "nb"))(t); !strings.Contains(council.Title, "Dalen") {
			t.Errorf("the council's paper is called %q", council.Title)
		}
	})
}
