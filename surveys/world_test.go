package surveys_test

import (
	"context"
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

// world is a council with three municipalities, a catalogue of four questions
// under two goals, and people in each role.
type world struct {
	t           *testing.T
	db          *models.DB
	ind         *indicators.Service
	s           *surveys.Service
	region      uuid.UUID
	council     uuid.UUID
	towns       []uuid.UUID
	catalogue   uuid.UUID
	coordinator orgs.Actor
}

func f(x float64) *float64 { return &x }

func text(s string) models.Text { return models.Text{"nb": s, "nn": s, "en": s} }

func definitions() []indicators.Definition {
	define := func(code string, goal int, kind string) indicators.Definition {
		return indicators.Definition{
			Code: code, Goal: goal, Target: "1.1", Type: kind, Direction: "higher", Unit: text("%"), Name: text(code),
			Question: text(code + "?"), Decimals: 1, Min: f(0), Max: f(100), Lower: f(0), Optimum: f(100), Basis: "natural_limit",
		}
	}
	share := define("3.2-share", 3, "parts")
	share.Combine = "share"
	share.Parts = []indicators.Part{{Key: "some", Type: "count", Label: text("some")}, {Key: "all", Type: "count", Label: text("all")}}
	return []indicators.Definition{define("1.1-a", 1, "percent"), define("1.2-b", 1, "percent"), define("3.1-c", 3, "yes_partly_no"), share}
}

func newWorld(t *testing.T, db *models.DB) *world {
	t.Helper()
	w := &world{t: t, db: db, ind: indicators.New(db)}
	w.s = surveys.New(db, w.ind)
	w.write(func(tx *models.Tx) error {
		w.council = w.organisation(tx, "regional_council", "Regionrådet")
		region := models.Region{Base: base(tx), Kind: "council", Name: "Dalen", SortKey: models.SortKey("Dalen"), Country: "NO", OwnerID: &w.council}
		w.create(tx, &region)
		w.region = region.ID
		for i, name := range []string{"Bygda", "Åsen", "Ådal"} {
			town := w.organisation(tx, "municipality", name)
			w.towns = append(w.towns, town)
			w.create(tx, &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: town, Country: "NO", Number: []string{"9901", "9902", "9903"}[i]})
			w.join(tx, town, "")
		}
		catalogue, err := w.ind.CreateCatalogue(tx, orgs.SystemActor("test"), indicators.CatalogueInput{
			RegionID: w.region, Name: "Dalen 1", Source: "Test", Method: "sdsn", Version: "1", Definitions: definitions(),
		})
		w.catalogue = catalogue.ID
		return err
	})
	w.coordinator = w.person(w.council, orgs.ScopeRegion, orgs.Coordinator)
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

func (w *world) join(tx *models.Tx, town uuid.UUID, from models.Date) {
	w.create(tx, &models.RegionMember{ID: models.NewID(), RegionID: w.region, OrganisationID: town, ValidFrom: from})
}

// person makes an account and gives the actor it is in a role.
func (w *world) person(org uuid.UUID, scope orgs.Scope, roles ...orgs.Role) orgs.Actor {
	w.t.Helper()
	id := models.NewID()
	w.write(func(tx *models.Tx) error {
		b := base(tx)
		b.ID = id
		name := "Person " + id.String()[30:]
		w.create(tx, &models.Person{Base: b, Name: name, SortKey: models.SortKey(name), Email: id.String() + "@example.org", Language: "nb"})
		return nil
	})
	return orgs.Actor{Person: id, Org: org, Roles: roles, Scope: scope, Language: "nb", RequestID: "test"}
}

func (w *world) respondent(town int) orgs.Actor {
	return w.person(w.towns[town], orgs.ScopeMunicipality, orgs.Respondent)
}

func (w *world) approver(town int) orgs.Actor {
	return w.person(w.towns[town], orgs.ScopeMunicipality, orgs.Approver)
}

func (w *world) plan(name string, year int) surveys.RoundPlan {
	return surveys.RoundPlan{
		RegionID: w.region, Name: name, Year: year, CatalogueID: &w.catalogue,
		OpensAt: dbtest.Start, ClosesAt: dbtest.Start.Add(30 * 24 * time.Hour),
	}
}

// round plans a round and opens it.
func (w *world) round(name string, year int) surveys.RoundInfo {
	w.t.Helper()
	info := must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan(name, year)))(w.t)
	return w.change(info.ID, surveys.RoundOpen)
}

func (w *world) change(round uuid.UUID, states ...surveys.RoundState) (info surveys.RoundInfo) {
	w.t.Helper()
	for _, to := range states {
		info = must(w.s.ChangeRoundState(w.ctx(), w.coordinator, round, to, "test"))(w.t)
	}
	return info
}

func (w *world) ctx() context.Context { return w.t.Context() }

// response finds a municipality's response in a round.
func (w *world) response(round uuid.UUID, a orgs.Actor) uuid.UUID {
	w.t.Helper()
	for _, r := range must(w.s.ListResponses(w.ctx(), a))(w.t) {
		if r.Round.ID == round {
			return r.ID
		}
	}
	w.t.Fatal("no response")
	return uuid.Nil
}

func (w *world) save(a orgs.Actor, response uuid.UUID, code string, version int, in surveys.AnswerInput) surveys.Answer {
	w.t.Helper()
	return must(w.s.SaveAnswer(w.ctx(), a, response, code, version, in))(w.t)
}

// answerAll answers every question of the world's questionnaire.
func (w *world) answerAll(a orgs.Actor, response uuid.UUID, value float64) {
	w.t.Helper()
	w.save(a, response, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: &value})
	w.save(a, response, "1.2-b", 0, surveys.AnswerInput{State: surveys.NoData, Reason: "nobody counts"})
	w.save(a, response, "3.1-c", 0, surveys.AnswerInput{State: surveys.Value, Choice: "partly"})
	w.save(a, response, "3.2-share", 0, surveys.AnswerInput{State: surveys.Value, Parts: map[string]float64{"some": 1, "all": 4}})
}

// submitted takes a response all the way.
func (w *world) submitted(round uuid.UUID, town int, value float64) uuid.UUID {
	w.t.Helper()
	fills, approves := w.respondent(town), w.approver(town)
	id := w.response(round, fills)
	w.answerAll(fills, id, value)
	must(w.s.SendForReview(w.ctx(), fills, id))(w.t)
	w.approve(approves, id)
	must(w.s.SubmitResponse(w.ctx(), fills, id))(w.t)
	return id
}

// approve approves a response as it stands.
func (w *world) approve(a orgs.Actor, id uuid.UUID) surveys.ResponseDetail {
	w.t.Helper()
	return must(w.s.ApproveResponse(w.ctx(), a, id, must(w.s.GetResponse(w.ctx(), a, id))(w.t).Response.Version))(w.t)
}

// statistic gives a municipality a figure from open statistics.
func (w *world) statistic(town int, code string, year int, value float64) {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		all, err := w.ind.ByCatalogue(tx, w.catalogue)
		for _, i := range all {
			if i.Code == code {
				w.create(tx, &models.Observation{
					ID: models.NewID(), IndicatorID: i.ID, OrganisationID: w.towns[town], Year: year, State: "value",
					Value: &value, Origin: "statistics", Source: "SSB 12944", Revision: 1, CreatedAt: tx.Now,
				})
			}
		}
		return err
	})
}

func (w *world) history(a orgs.Actor, response uuid.UUID, code string) []surveys.AnswerChange {
	w.t.Helper()
	question, changes, err := w.s.AnswerHistory(w.ctx(), a, response, code)
	if err != nil || question.Code != code {
		w.t.Fatalf("%v, question %q", err, question.Code)
	}
	return changes
}

// audits counts the audit rows of an action on a record.
func (w *world) audits(kind string, id uuid.UUID, action string) int {
	w.t.Helper()
	n := 0
	w.write(func(tx *models.Tx) error {
		events, err := orgs.AuditOf(tx, kind, id.String())
		for _, e := range events {
			if e.Action == action {
				n++
			}
		}
		return err
	})
	return n
}

// must gives the result of a call that may not fail.
func must[T any](result T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
}

// refused holds that a call was refused with a problem.
func refused(t *testing.T, err error, kind fault.Kind, code string) {
	t.Helper()
	_ = refusal(t, err, kind, code)
}

// refusal is refused with the fault to look into.
func refusal(t *testing.T, err error, kind fault.Kind, code string) *fault.Fault {
	t.Helper()
	found, ok := fault.As(err)
	if !ok || found.Kind != kind || found.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
	return found
}
