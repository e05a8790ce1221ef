package surveys_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func TestRoundFromPlanToArchive(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		info := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan(" Round 2026 ", 2026)))(t)
		if info.Name != "Round 2026" || info.State != "draft" || info.Method != "sdsn" || info.QuestionnaireVersion != 1 ||
			info.Municipalities != 3 || info.RegionName != "Dalen" || !slices.Equal(info.NextStates, []surveys.RoundState{"scheduled", "open"}) {
			t.Fatalf("%+v", info)
		}
		info = w.change(info.ID, surveys.RoundScheduled, surveys.RoundOpen)
		if info.Municipalities != 3 || info.Submitted != 0 {
			t.Fatalf("%+v", info)
		}
		info = w.change(info.ID, surveys.RoundClosed)
		if info.ClosedAt == nil || !info.ClosedAt.Equal(dbtest.Start) {
			t.Fatalf("closed at %v", info.ClosedAt)
		}
		info = w.change(info.ID, surveys.RoundOpen)
		if info.ClosedAt != nil {
			t.Fatal("an open round has been closed")
		}
		info = w.change(info.ID, surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished, surveys.RoundArchived)
		if info.PublishedAt == nil || len(info.NextStates) != 0 {
			t.Fatalf("%+v", info)
		}
	})
}

func TestOpeningEarlyMovesTheDate(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	plan := w.plan("Round", 2026)
	plan.OpensAt = dbtest.Start.Add(48 * time.Hour)
	info := must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t)
	if info = w.change(info.ID, surveys.RoundOpen); !info.OpensAt.Equal(dbtest.Start) {
		t.Fatalf("opens at %v", info.OpensAt)
	}
}

func TestAPlanIsChecked(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	w.round("Round", 2026)
	for field, spoil := range map[string]func(*surveys.RoundPlan){
		"closesAt":    func(p *surveys.RoundPlan) { p.ClosesAt = p.OpensAt },
		"name":        func(p *surveys.RoundPlan) { p.Name = "Round" },
		"method":      func(p *surveys.RoundPlan) { p.Method = "guess" },
		"catalogueId": func(p *surveys.RoundPlan) { id := uuid.New(); p.CatalogueID = &id },
	} {
		plan := w.plan("Another", 2026)
		spoil(&plan)
		_, err := w.s.CreateRound(w.ctx(), w.coordinator, plan)
		if found := refusal(t, err, fault.Invalid, "invalid-input"); len(found.Fields) != 1 || found.Fields[0].Path != field {
			t.Errorf("%s: %+v", field, found.Fields)
		}
	}
}

// TestQuestionsAreNumberedAnewOnlyWhenTheyChange: a second round on the same
// catalogue asks the same version; a round planned before the change keeps its.
func TestQuestionsAreNumberedAnewOnlyWhenTheyChange(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	first, second := w.round("First", 2025), w.round("Second", 2026)
	if first.QuestionnaireVersionID != second.QuestionnaireVersionID {
		t.Fatal("the same questions got two versions")
	}
	w.write(func(tx *models.Tx) error {
		all, err := w.ind.ByCatalogue(tx, w.catalogue)
		changed := models.IndicatorVersion{
			ID: models.NewID(), IndicatorID: all[0].ID, CatalogueVersion: "2", CreatedAt: tx.Now.Add(time.Hour),
			Definition: `{"code":"1.1-a","goal":1,"target":"1.1","type":"percent","direction":"higher"}`,
		}
		w.create(tx, &changed)
		return err
	})
	third := w.round("Third", 2027)
	if third.QuestionnaireVersion != 2 {
		t.Fatalf("version %d", third.QuestionnaireVersion)
	}
	_, sections, _, err := w.s.GetQuestionnaire(w.ctx(), w.coordinator, first.ID)
	if err != nil || len(sections) != 2 || sections[0].Questions[0].CatalogueVersion != "1" {
		t.Fatalf("%v %+v", err, sections)
	}
	codes := []string{}
	for _, s := range sections {
		for _, q := range s.Questions {
			codes = append(codes, q.Code)
		}
	}
	if !slices.Equal(codes, []string{"1.1-a", "1.2-b", "3.1-c", "3.2-share"}) {
		t.Fatalf("order %v", codes)
	}
}

func TestEditingARound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		info := w.round("Round", 2026)
		edit := surveys.RoundEdit{Name: "Round, shorter", OpensAt: info.OpensAt, ClosesAt: info.ClosesAt.Add(-time.Hour)}
		_, err := w.s.UpdateRound(w.ctx(), w.coordinator, info.ID, info.Version-1, edit)
		if current, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.RoundInfo); !ok || current.Version != info.Version {
			t.Fatal("a stale edit does not tell how the round is now")
		}
		w.write(func(tx *models.Tx) error { // joins after the round was opened
			w.join(tx, w.organisation(tx, "municipality", "Nyland"), "2026-01-01")
			return nil
		})
		edited := must(w.s.UpdateRound(w.ctx(), w.coordinator, info.ID, info.Version, edit))(t)
		if edited.Name != "Round, shorter" || edited.Version != info.Version+1 || edited.Municipalities != 4 {
			t.Fatalf("%+v", edited)
		}
		w.change(info.ID, surveys.RoundClosed)
		_, err = w.s.UpdateRound(w.ctx(), w.coordinator, info.ID, info.Version+2, edit)
		refused(t, err, fault.Conflict, "round-closed")
	})
}

// Rooms that ask for the newest round must find the same one.
func TestOfRoundsThatOpenTogetherTheLaterMadeIsTheNewest(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		first := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan("First", 2026)))(t)
		second := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan("Second", 2026)))(t)
		listed := must(w.s.ListRounds(w.ctx(), w.coordinator, &w.region))(t)
		if len(listed) != 2 || listed[0].ID != second.ID || listed[1].ID != first.ID {
			t.Errorf("listed %s first", listed[0].Name)
		}
		var seen []uuid.UUID
		w.write(func(tx *models.Tx) error {
			view, err := w.ind.RegionView(tx, w.coordinator, indicators.ViewInput{RegionID: w.region})
			for _, round := range view.Rounds {
				seen = append(seen, round.ID)
			}
			return err
		})
		if !slices.Equal(seen, []uuid.UUID{second.ID, first.ID}) {
			t.Errorf("the view has them as %v", seen)
		}
	})
}

func TestWhoSeesARound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		var stranger uuid.UUID
		w.write(func(tx *models.Tx) error {
			stranger = w.organisation(tx, "regional_council", "Et annet råd")
			return nil
		})
		info := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan("Round", 2026)))(t)
		readers := map[string]orgs.Actor{
			"public": {Scope: orgs.ScopePublic}, "member": w.respondent(0), "council": w.coordinator,
			"another council": w.person(stranger, orgs.ScopeRegion, orgs.Coordinator),
			"admin":           w.person(stranger, orgs.ScopeAny, orgs.Admin),
		}
		sees := func(state surveys.RoundState, who ...string) {
			t.Helper()
			for name, a := range readers {
				_, err := w.s.GetRound(w.ctx(), a, info.ID)
				listed := must(w.s.ListRounds(w.ctx(), a, &w.region))(t)
				if want := slices.Contains(who, name); (err == nil) != want || (len(listed) == 1) != want {
					t.Errorf("%s round, %s: %v, %d listed", state, name, err, len(listed))
				} else if !want {
					refused(t, err, fault.NotFound, "not-found")
				}
			}
		}
		sees("draft", "council", "admin")
		w.change(info.ID, surveys.RoundScheduled)
		sees("scheduled", "council", "admin", "member")
		w.change(info.ID, surveys.RoundOpen)
		sees("open", "council", "admin", "member", "public", "another council")
		for name, a := range readers {
			if _, err := w.s.ChangeRoundState(w.ctx(), a, info.ID, surveys.RoundClosed, ""); name != "council" && name != "admin" {
				refused(t, err, fault.NotFound, "not-found")
				if next := must(w.s.GetRound(w.ctx(), a, info.ID))(t).NextStates; len(next) > 0 {
					t.Errorf("%s is offered %v", name, next)
				}
			}
		}
		// what everybody has seen stays to be seen
		for _, state := range []surveys.RoundState{surveys.RoundFrozen, surveys.RoundPublished, surveys.RoundArchived} {
			w.change(info.ID, state)
			sees(state, "council", "admin", "member", "public", "another council")
		}
	})
}

// candidates stands for the room of needs.
type candidates struct {
	fail   error
	rounds []string
}

func (c *candidates) StoreCandidates(_ *models.Tx, _ orgs.Actor, round models.Round) error {
	c.rounds = append(c.rounds, round.State)
	return c.fail
}

func TestClosingStoresCandidatesOrDoesNotHappen(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	hook := &candidates{fail: fault.New(fault.Unavailable, "database-unavailable")}
	w.s.OnClose(hook)
	info := w.round("Round", 2026)
	_, err := w.s.ChangeRoundState(w.ctx(), w.coordinator, info.ID, surveys.RoundClosed, "")
	refused(t, err, fault.Unavailable, "database-unavailable")
	if now := must(w.s.GetRound(w.ctx(), w.coordinator, info.ID))(t); now.State != "open" || now.Version != info.Version {
		t.Fatalf("half closed: %+v", now)
	}
	hook.fail = nil
	w.change(info.ID, surveys.RoundClosed)
	if !slices.Equal(hook.rounds, []string{"closed", "closed"}) {
		t.Fatalf("called with rounds in %v", hook.rounds)
	}
}

func TestARegionWithoutMembersCannotOpen(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	var empty uuid.UUID
	var catalogue models.Catalogue
	w.write(func(tx *models.Tx) (err error) {
		region := models.Region{Base: base(tx), Kind: "other", Name: "Tom", Country: "NO", OwnerID: &w.council}
		w.create(tx, &region)
		empty = region.ID
		catalogue, err = w.ind.CreateCatalogue(tx, orgs.SystemActor("test"), indicators.CatalogueInput{
			RegionID: empty, Name: "Tom 1", Source: "Test", Method: "sdsn", Version: "1", Definitions: definitions()})
		return err
	})
	plan := w.plan("Round", 2026)
	plan.RegionID, plan.CatalogueID = empty, &catalogue.ID
	info := must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t)
	_, err := w.s.ChangeRoundState(w.ctx(), w.coordinator, info.ID, surveys.RoundOpen, "")
	refused(t, err, fault.Conflict, "region-empty")
}
