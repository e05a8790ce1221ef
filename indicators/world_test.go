package indicators_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// world is a small region: its council, municipalities, a catalogue of its own
// and a round on it.
type world struct {
	t         testing.TB
	db        *models.DB
	s         *indicators.Service
	council   uuid.UUID
	region    models.Region
	towns     map[string]uuid.UUID // by name
	catalogue models.Catalogue
	inds      map[string]indicators.Indicator // by code
	round     models.Round
}

var system = orgs.SystemActor("test")

func f(x float64) *float64 { return &x }

// threeIndicators has one indicator with thresholds, one where less is better,
// and one that is best in the middle.
func threeIndicators() []indicators.Definition {
	name := func(s string) models.Text { return models.Text{"nb": s, "nn": s, "en": s} }
	return []indicators.Definition{
		{Code: "1.1-a", Goal: 1, Target: "1.1", Type: "percent", Direction: "higher", Unit: name("%"), Name: name("A"), Decimals: 1,
			Lower: f(0), Optimum: f(100), Green: f(80), Red: f(40), Basis: "natural_limit"},
		{Code: "1.1-b", Goal: 1, Target: "1.1", Type: "percent", Direction: "lower", Unit: name("%"), Name: name("B"), Decimals: 1,
			Lower: f(20), Optimum: f(0), Basis: "law"},
		{Code: "3.1-c", Goal: 3, Target: "3.1", Type: "percent", Direction: "middle", Unit: name("%"), Name: name("C"), Decimals: 1,
			Middle: f(50), Lower: f(50), Optimum: f(0), Basis: "natural_limit"},
	}
}

func newWorld(t testing.TB, db *models.DB, definitions []indicators.Definition, towns ...string) *world {
	t.Helper()
	w := &world{t: t, db: db, s: indicators.New(db), towns: map[string]uuid.UUID{}, inds: map[string]indicators.Indicator{}}
	w.write(func(tx *models.Tx) error {
		w.council = models.NewID()
		w.create(tx, &models.Organisation{Base: base(tx, w.council), Kind: "regional_council", Name: "Regionrådet", Country: "NO", Language: "nb"})
		w.region = models.Region{Base: base(tx, models.NewID()), Kind: "council", Name: w.council.String(), Country: "NO", OwnerID: &w.council}
		w.create(tx, &w.region)
		for _, name := range towns {
			id := models.NewID()
			w.towns[name] = id
			w.create(tx, &models.Organisation{Base: base(tx, id), Kind: "municipality", Name: name, SortKey: models.SortKey(name), Country: "NO", Language: "nb"})
			w.create(tx, &models.RegionMember{ID: models.NewID(), RegionID: w.region.ID, OrganisationID: id})
		}
		var err error
		w.catalogue, err = w.s.CreateCatalogue(tx, system, indicators.CatalogueInput{
			RegionID: w.region.ID, Name: "Own", Source: "test", Method: "sdsn", Version: "1", Definitions: definitions})
		if err != nil {
			return err
		}
		list, err := w.s.ByCatalogue(tx, w.catalogue.ID)
		for _, in := range list {
			w.inds[in.Code] = in
		}
		return err
	})
	return w
}

func base(tx *models.Tx, id uuid.UUID) models.Base {
	return models.Base{ID: id, Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
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

// newRound begins a round of a year on the world's catalogue.
func (w *world) newRound(state string, year int) models.Round {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		list, err := w.s.ByCatalogue(tx, w.catalogue.ID)
		if err != nil {
			return err
		}
		type question struct {
			Version uuid.UUID `json:"version"`
		}
		var questions []question
		for _, in := range list {
			questions = append(questions, question{in.VersionID})
		}
		document, err := json.Marshal(map[string]any{"sections": []any{map[string]any{"questions": questions}}})
		if err != nil {
			return err
		}
		q := models.QuestionnaireVersion{ID: models.NewID(), CatalogueID: w.catalogue.ID, Number: year, Document: string(document), PublishedAt: tx.Now}
		w.create(tx, &q)
		w.round = models.Round{Base: base(tx, models.NewID()), RegionID: w.region.ID, QuestionnaireVersionID: q.ID,
			Name: fmt.Sprint("Round ", year), Year: year, Method: "sdsn", State: state, OpensAt: dbtest.Start, ClosesAt: dbtest.Start}
		w.create(tx, &w.round)
		return nil
	})
	return w.round
}

func (w *world) setState(state string) {
	w.write(func(tx *models.Tx) error {
		return tx.G.Exec("update rounds set state = ?, version = version + 1 where id = ?", state, w.round.ID).Error
	})
}

// answer is a figure as a test writes it: a number, or the state of a missing one.
type answer any

func figure(a answer) (string, *float64) {
	if state, missing := a.(string); missing {
		return state, nil
	}
	value := a.(float64)
	return indicators.StateValue, &value
}

// submit hands in a town's answers; questions that are not named are not answered.
func (w *world) submit(town string, leftOut []int, answers map[string]answer) indicators.Submitted {
	w.t.Helper()
	in := indicators.Submitted{SubmissionID: models.NewID(), RoundID: w.round.ID, QuestionnaireID: w.round.QuestionnaireVersionID,
		OrganisationID: w.towns[town], Year: w.round.Year, Method: w.round.Method, LeftOut: leftOut}
	for code, i := range w.inds {
		state, value := indicators.StateNotAnswered, (*float64)(nil)
		if a, ok := answers[code]; ok {
			state, value = figure(a)
		}
		in.Answers = append(in.Answers, indicators.SubmittedAnswer{IndicatorID: i.ID, State: state, Value: value, Source: "own count"})
	}
	w.write(func(tx *models.Tx) error {
		response := models.Response{Base: base(tx, models.NewID()), RoundID: w.round.ID, OrganisationID: in.OrganisationID,
			State: "submitted", LeftOut: append([]int{}, leftOut...), LeftOutReasons: map[int]string{}, Revision: 1}
		w.create(tx, &response)
		w.create(tx, &models.Submission{ID: in.SubmissionID, ResponseID: response.ID, RoundID: w.round.ID,
			OrganisationID: in.OrganisationID, Revision: 1, Receipt: in.SubmissionID.String(), Document: "{}",
			SubmittedBy: models.NewID(), SubmittedAt: tx.Now, Latest: true})
		return w.s.RecordSubmission(tx, in)
	})
	return in
}

// statistic writes a figure of open statistics.
func (w *world) statistic(town, code string, year int, a answer) {
	w.t.Helper()
	state, value := figure(a)
	w.write(func(tx *models.Tx) error {
		w.create(tx, &models.Observation{ID: models.NewID(), IndicatorID: w.inds[code].ID, OrganisationID: w.towns[town],
			Year: year, State: state, Value: value, Origin: indicators.OriginStatistics, Source: "table 1", Revision: 1, CreatedAt: tx.Now})
		return imported(tx)
	})
}

// imported leaves what every import of statistics leaves behind.
func imported(tx *models.Tx) error {
	return orgs.Audit(tx, system, orgs.Change{Action: "statistics.import", Kind: "statistics", ID: models.NewID().String()})
}

func (w *world) view(a orgs.Actor, in indicators.ViewInput) (indicators.View, error) {
	in.RegionID = w.region.ID
	var v indicators.View
	err := w.db.Read(w.t.Context(), func(tx *models.Tx) (err error) {
		v, err = w.s.RegionView(tx, a, in)
		return err
	})
	return v, err
}

func (w *world) mustView(a orgs.Actor, in indicators.ViewInput) indicators.View {
	w.t.Helper()
	v, err := w.view(a, in)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w *world) cell(v indicators.View, town, code string) indicators.Cell {
	return v.Cell(w.towns[town], w.inds[code].ID)
}

func (w *world) goal(v indicators.View, town string, goal int) indicators.GoalCell {
	return v.Goals[indicators.GoalKey{Organisation: w.towns[town], Goal: goal}]
}
