package matching_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/matching"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
	"loftet/surveys"
)

// world is the region Dalen with two municipalities, its neighbour Fjorden with
// one, the county that holds Dalen, and two businesses.
type world struct {
	t      *testing.T
	db     *models.DB
	needs  *needs.Service
	s      *matching.Service
	towns  map[string]uuid.UUID
	region map[string]uuid.UUID
	leak   models.IndicatorVersion // of 6.4-leak

	coordinator, member, neighbour, admin orgs.Actor
	varme, lys                            orgs.Actor // suppliers
}

func newWorld(t *testing.T, db *models.DB) *world {
	t.Helper()
	ind := indicators.New(db)
	rounds := surveys.New(db, ind)
	w := &world{t: t, db: db, needs: needs.New(db, ind, rounds), towns: map[string]uuid.UUID{}, region: map[string]uuid.UUID{}}
	w.s = matching.New(db, w.needs)
	if err := ind.SyncCore(t.Context(), orgs.SystemActor("test")); err != nil {
		t.Fatal(err)
	}
	var dalen, fjorden, varme, lys uuid.UUID
	w.write(func(tx *models.Tx) error {
		dalen, fjorden = w.organisation(tx, "regional_council", "Dalen regionråd"), w.organisation(tx, "regional_council", "Fjorden regionråd")
		w.newRegion(tx, "council", "Dalen", &dalen)
		w.newRegion(tx, "council", "Fjorden", &fjorden)
		w.newRegion(tx, "county", "Innland", nil)
		w.town(tx, "Bygda", "Dalen", "Innland")
		w.town(tx, "Vik", "Dalen")
		w.town(tx, "Nes", "Fjorden")
		varme, lys = w.organisation(tx, "business", "Varme AS"), w.organisation(tx, "business", "Lys AS")
		return tx.G.Where("indicator_id = (select id from indicators where code = '6.4-leak')").Take(&w.leak).Error
	})
	w.coordinator = w.person(dalen, orgs.ScopeRegion, orgs.Coordinator)
	w.member = w.person(dalen, orgs.ScopeRegion, orgs.CouncilMember)
	w.neighbour = w.person(fjorden, orgs.ScopeRegion, orgs.Coordinator)
	w.admin = w.person(models.NewID(), orgs.ScopeAny, orgs.Admin)
	w.varme, w.lys = w.person(varme, orgs.ScopeBusiness, orgs.Supplier), w.person(lys, orgs.ScopeBusiness, orgs.Supplier)
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

func (w *world) newRegion(tx *models.Tx, kind, name string, owner *uuid.UUID) {
	r := models.Region{Base: base(tx), Kind: kind, Name: name, SortKey: models.SortKey(name), Country: "NO", OwnerID: owner}
	w.create(tx, &r)
	w.region[name] = r.ID
}

func (w *world) town(tx *models.Tx, name string, regions ...string) {
	w.towns[name] = w.organisation(tx, "municipality", name)
	for _, region := range regions {
		w.create(tx, &models.RegionMember{ID: models.NewID(), RegionID: w.region[region], OrganisationID: w.towns[name]})
	}
}

func (w *world) person(org uuid.UUID, scope orgs.Scope, roles ...orgs.Role) orgs.Actor {
	return orgs.Actor{Person: models.NewID(), Org: org, Roles: roles, Scope: scope, Language: "nb", RequestID: "test"}
}

func (w *world) inTown(name string) orgs.Actor {
	return w.person(w.towns[name], orgs.ScopeMunicipality, orgs.Respondent)
}

func (w *world) ctx() context.Context { return w.t.Context() }

// need puts a confirmed need of Dalen, of Bygda and Vik, straight into the
// tables.
func (w *world) need(change func(*models.Need)) uuid.UUID {
	w.t.Helper()
	var id uuid.UUID
	w.write(func(tx *models.Tx) error {
		n := models.Need{
			Base: base(tx), RegionID: w.region["Dalen"], IndicatorID: &w.leak.IndicatorID, IndicatorVersionID: &w.leak.ID,
			Goal: 6, Target: "6.4", State: "confirmed", RuleVersion: "1", PriorityParts: map[string]float64{},
			Title: models.Text{"nb": "Hvordan kan kommunene i Dalen finne lekkasjer i vannledninger?"}, Fact: models.Text{},
			RootCauses: models.Text{}, WantedEffect: models.Text{"nb": "Mindre vann går tapt"}, Volume: models.Text{}, Timeline: models.Text{},
			CPV: []string{"45231300"}, Contact: "post@dalen.example",
		}
		if change != nil {
			change(&n)
		}
		id = n.ID
		w.create(tx, &n)
		for _, town := range []string{"Bygda", "Vik"} {
			w.create(tx, &models.NeedMunicipality{NeedID: id, OrganisationID: w.towns[town], Role: "watching", Because: "band", Residents: 1000})
		}
		return nil
	})
	return id
}

func (w *world) publishedNeed(change func(*models.Need)) uuid.UUID {
	w.t.Helper()
	id := w.need(change)
	if _, err := w.needs.Publish(w.ctx(), w.coordinator, id, 1); err != nil {
		w.t.Fatal(err)
	}
	dbtest.Clock(w.db).Add(time.Second)
	return id
}

// sensors is a solution that fits the world's need in every part.
func sensors() matching.Edit {
	return matching.Edit{
		Title: models.Text{"nb": "Lyttende sensorer"}, Summary: models.Text{"nb": "Finner lekkasjer i vannledninger, så mindre vann går tapt"},
		Goals: []int{6}, Targets: []string{"6.4"}, CPV: []string{"45231300"}, TRL: 9,
		Indicators: []models.IndicatorEffect{{Code: "6.4-leak", Effect: "−20 % på to år", Proof: "measured"}},
	}
}

func (w *world) draft(a orgs.Actor, in matching.Edit) matching.Detail {
	w.t.Helper()
	d, err := w.s.Create(w.ctx(), a, in)
	if err != nil {
		w.t.Fatal(err)
	}
	return d
}

func (w *world) submitted(a orgs.Actor, in matching.Edit) matching.Detail {
	w.t.Helper()
	d, err := w.s.Submit(w.ctx(), a, w.draft(a, in).ID)
	if err != nil {
		w.t.Fatal(err)
	}
	return d
}

func (w *world) published(a orgs.Actor, in matching.Edit) matching.Detail {
	w.t.Helper()
	d := w.submitted(a, in)
	d, err := w.s.Publish(w.ctx(), w.admin, d.ID, d.Version)
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
