package needs_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
	"loftet/surveys"
)

// world is the region Dalen with four municipalities, its neighbour with one,
// and the common core.
type world struct {
	t      *testing.T
	db     *models.DB
	ind    *indicators.Service
	rounds *surveys.Service
	s      *needs.Service
	towns  map[string]uuid.UUID
	region map[string]uuid.UUID
	asked  map[string]indicators.Indicator

	coordinator, member, neighbour, admin orgs.Actor
}

func newWorld(t *testing.T, db *models.DB) *world {
	t.Helper()
	w := &world{t: t, db: db, ind: indicators.New(db), towns: map[string]uuid.UUID{}, region: map[string]uuid.UUID{}, asked: map[string]indicators.Indicator{}}
	w.rounds = surveys.New(db, w.ind)
	w.s = needs.New(db, w.ind, w.rounds)
	w.rounds.OnClose(w.s)
	w.ind.OnRescore(w.s)
	if err := w.ind.SyncCore(t.Context(), orgs.SystemActor("test")); err != nil {
		t.Fatal(err)
	}
	var council, other uuid.UUID
	w.write(func(tx *models.Tx) error {
		council, other = w.council(tx, "Dalen"), w.council(tx, "Fjorden")
		for town, residents := range map[string]int{"Bygda": 4000, "Ådal": 1000, "Øya": 3000, "Vik": 2000} {
			w.town(tx, "Dalen", town, residents)
		}
		w.town(tx, "Fjorden", "Nes", 5000)
		core, err := w.ind.CoreCatalogueID(tx)
		if err != nil {
			return err
		}
		list, err := w.ind.ByCatalogue(tx, core)
		for _, in := range list {
			w.asked[in.Code] = in
		}
		return err
	})
	w.coordinator = w.person(council, orgs.ScopeRegion, orgs.Coordinator)
	w.member = w.person(council, orgs.ScopeRegion, orgs.CouncilMember)
	w.neighbour = w.person(other, orgs.ScopeRegion, orgs.Coordinator)
	w.admin = w.person(models.NewID(), orgs.ScopeAny, orgs.Admin)
	return w
}

func base(tx *models.Tx) models.Base {
	return models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
}

func (w *world) write(do func(tx *models.Tx) error) {
	w.t.Helper()
	if err := w.db.Write(w.t.Context(), do); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) create(tx *models.Tx, row any) {
	w.t.Helper()
	if err := tx.G.Create(row).Error; err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) organisation(tx *models.Tx, kind, name string) uuid.UUID {
	o := models.Organisation{Base: base(tx), Kind: kind, Name: name, SortKey: models.SortKey(name), Country: "NO", Language: "neutral"}
	w.create(tx, &o)
	return o.ID
}

func (w *world) council(tx *models.Tx, name string) uuid.UUID {
	id := w.organisation(tx, "regional_council", name+" regionråd")
	region := models.Region{Base: base(tx), Kind: "council", Name: name, SortKey: models.SortKey(name), Country: "NO", OwnerID: &id}
	w.create(tx, &region)
	w.region[name] = region.ID
	return id
}

func (w *world) town(tx *models.Tx, region, name string, residents int) {
	id := w.organisation(tx, "municipality", name)
	w.towns[name] = id
	w.create(tx, &models.RegionMember{ID: models.NewID(), RegionID: w.region[region], OrganisationID: id})
	w.create(tx, &models.Population{OrganisationID: id, Year: 2024, Residents: residents, Source: "test"})
}

func (w *world) person(org uuid.UUID, scope orgs.Scope, roles ...orgs.Role) orgs.Actor {
	w.t.Helper()
	id := models.NewID()
	w.write(func(tx *models.Tx) error {
		b := base(tx)
		b.ID = id
		w.create(tx, &models.Person{Base: b, Name: "P", SortKey: "P", Email: id.String() + "@example.org", Language: "nb"})
		return nil
	})
	return orgs.Actor{Person: id, Org: org, Roles: roles, Scope: scope, Language: "nb", RequestID: "test"}
}

func (w *world) inTown(name string) orgs.Actor {
	return w.person(w.towns[name], orgs.ScopeMunicipality, orgs.Respondent)
}

func (w *world) ctx() context.Context { return w.t.Context() }

// open begins a round of Dalen on the common core.
func (w *world) open(name string, year int) uuid.UUID {
	w.t.Helper()
	info, err := w.rounds.CreateRound(w.ctx(), w.coordinator, surveys.RoundPlan{
		RegionID: w.region["Dalen"], Name: name, Year: year,
		OpensAt: dbtest.Start, ClosesAt: dbtest.Start.Add(30 * 24 * time.Hour),
	})
	if err != nil {
		w.t.Fatal(err)
	}
	w.to(info.ID, surveys.RoundOpen)
	return info.ID
}

func (w *world) to(round uuid.UUID, state surveys.RoundState) {
	w.t.Helper()
	if _, err := w.rounds.ChangeRoundState(w.ctx(), w.coordinator, round, state, "corrections"); err != nil {
		w.t.Fatal(err)
	}
}

// submit hands in a town's figures, and gives the named ones priority; questions
// without a figure are left unanswered.
func (w *world) submit(round uuid.UUID, town string, figures map[string]float64, prioritised ...string) {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		var response models.Response
		if err := tx.G.Where("round_id = ? and organisation_id = ?", round, w.towns[town]).Take(&response).Error; err != nil {
			return err
		}
		response.Revision++
		if err := tx.G.Model(&response).Updates(map[string]any{"state": "submitted", "revision": response.Revision, "version": response.Version + 1}).Error; err != nil {
			return err
		}
		if err := tx.G.Model(&models.Submission{}).Where("response_id = ?", response.ID).Update("latest", false).Error; err != nil {
			return err
		}
		var asking models.Round
		if err := tx.G.Where("id = ?", round).Take(&asking).Error; err != nil {
			return err
		}
		in := indicators.Submitted{SubmissionID: models.NewID(), RoundID: round, QuestionnaireID: asking.QuestionnaireVersionID, OrganisationID: w.towns[town], Year: 2025, Method: "sdsn"}
		for code, i := range w.asked {
			a := indicators.SubmittedAnswer{IndicatorID: i.ID, State: indicators.StateNotAnswered}
			if value, ok := figures[code]; ok {
				a.State, a.Value, a.Source, a.Quality = indicators.StateValue, &value, "Telling "+town, "accurate_measurement"
			}
			if slices.Contains(prioritised, code) {
				a.PriorityReason = "Vedtatt i " + town
			}
			in.Answers = append(in.Answers, a)
		}
		w.create(tx, &models.Submission{
			ID: in.SubmissionID, ResponseID: response.ID, RoundID: round, OrganisationID: in.OrganisationID,
			Revision: response.Revision, Receipt: in.SubmissionID.String(), Document: "{}", SubmittedBy: w.coordinator.Person,
			SubmittedAt: tx.Now, Latest: true,
		})
		return w.ind.RecordSubmission(tx, in)
	})
}

// waterAndCars submits a round of which 6.1-water is a need of Bygda, Ådal and
// Øya, and 9.4-ev one of Bygda and Vik.
func (w *world) waterAndCars(round uuid.UUID) {
	w.t.Helper()
	w.submit(round, "Bygda", map[string]float64{"6.1-water": 40, "9.4-ev": 20, "4.2-kindergarten": 97})
	w.submit(round, "Ådal", map[string]float64{"6.1-water": 50, "9.4-ev": 80, "4.2-kindergarten": 96})
	w.submit(round, "Øya", map[string]float64{"6.1-water": 60, "9.4-ev": 90, "4.2-kindergarten": 98})
	w.submit(round, "Vik", map[string]float64{"6.1-water": 99, "9.4-ev": 30, "4.2-kindergarten": 99})
}

// closed gives a closed round with its stored candidates by their codes.
func (w *world) closed() (uuid.UUID, map[string]needs.Item) {
	w.t.Helper()
	round := w.open("Dalen 2026", 2025)
	w.waterAndCars(round)
	w.to(round, surveys.RoundClosed)
	return round, w.items(w.coordinator, &round)
}

func (w *world) workbench(a orgs.Actor, round *uuid.UUID) needs.Workbench {
	w.t.Helper()
	bench, err := w.s.Workbench(w.ctx(), a, round)
	if err != nil {
		w.t.Fatal(err)
	}
	return bench
}

func (w *world) items(a orgs.Actor, round *uuid.UUID) map[string]needs.Item {
	w.t.Helper()
	items := map[string]needs.Item{}
	for _, item := range w.workbench(a, round).Items {
		items[item.Indicator.Code] = item
	}
	return items
}

func (w *world) get(a orgs.Actor, id uuid.UUID) needs.Detail {
	w.t.Helper()
	d, err := w.s.Get(w.ctx(), a, id)
	if err != nil {
		w.t.Fatal(err)
	}
	return d
}

// ready is an edit that has all that publishing asks for.
func ready(d needs.Detail) needs.Edit {
	return needs.Edit{
		Title: d.Title, Fact: d.Fact, WantedEffect: models.Text{"nb": "Trygt vann i hele dalen"}, RootCauses: models.Text{"nb": "Gamle rør"},
		CPV: []string{"45231300"}, Contact: "post@dalen.example", Deadline: "2026-09-01", MinimumTRL: 6,
	}
}

// published takes a need all the way.
func (w *world) published(id uuid.UUID, change func(*needs.Edit)) needs.Detail {
	w.t.Helper()
	d := w.get(w.coordinator, id)
	in := ready(d)
	if change != nil {
		change(&in)
	}
	d, err := w.s.Update(w.ctx(), w.coordinator, id, d.Version, in)
	if err == nil && d.State == "under_review" {
		d, err = w.s.Confirm(w.ctx(), w.coordinator, id)
	}
	if err == nil {
		d, err = w.s.Publish(w.ctx(), w.coordinator, id, d.Version)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return d
}

// refused tells that a call was refused with a problem, and gives the fault.
func refused(t *testing.T, err error, kind fault.Kind, code string) *fault.Fault {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Kind != kind || f.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
	return f
}
