package indicators_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

// definitionsOf are the newest definitions of the world's catalogue.
func (w *world) definitionsOf() []indicators.Definition {
	w.t.Helper()
	c, err := w.s.Catalogue(w.t.Context(), &w.catalogue.ID)
	if err != nil {
		w.t.Fatal(err)
	}
	return c.Definitions()
}

// TestAChangedDefinitionChangesNoOldScore: bounds, a formula and a direction change
// between two rounds. The closed round's scores stay, in the tables, in what is shown and
// when they are made again; the next round is scored by what is new.
func TestAChangedDefinitionChangesNoOldScore(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, derivedIndicators(), "Flå", "Gol", "Nes")
		old := w.newRound("open", 2025)
		answers := map[string]answer{"1.1-a": 5.0, "1.1-b": 10.0, "3.1-c": 40.0}
		w.submit("Flå", nil, answers)
		w.setState("closed")
		look := func(s *indicators.Service, round models.Round) (seen []string) {
			t.Helper()
			other := *w
			other.s = s
			v := other.mustView(system, indicators.ViewInput{RoundID: &round.ID})
			for _, code := range []string{"1.1-a", "1.1-b", "3.1-c", "3.1-twice", "4.1-share"} {
				seen = append(seen, code+" "+show(w.cell(v, "Flå", code)))
			}
			return append(seen, showGoal(w.goal(v, "Flå", 1)))
		}
		scores := func() (rows []models.Score) {
			t.Helper()
			w.write(func(tx *models.Tx) error {
				return tx.G.Where("round_id = ?", old.ID).Order("observation_id").Find(&rows).Error
			})
			return rows
		}
		before, stored := look(w.s, old), scores()

		next := w.definitionsOf()
		next[0].Lower, next[0].Green, next[0].Red = f(2), f(90), f(50)
		next[1].Direction, next[1].Lower, next[1].Optimum = "higher", f(0), f(20)
		next[4].Formula = "10 * i1_1_a / i1_1_b"
		report, err := w.s.ImportCatalogue(t.Context(), system, indicators.CatalogueImport{CatalogueID: &w.catalogue.ID, Definitions: next})
		if err != nil || report.Changed != 3 || report.Same != 2 || report.Version == "" {
			t.Fatalf("%+v, %v", report, err)
		}
		for name, s := range map[string]*indicators.Service{"the same process": w.s, "another": indicators.New(db)} {
			if after := look(s, old); !slices.Equal(before, after) {
				t.Errorf("%s shows %v, before it was %v", name, after, before)
			}
		}
		w.write(func(tx *models.Tx) error { return indicators.Rescore(w.s, tx, old.ID) })
		if again := scores(); len(again) != len(stored) || !slices.EqualFunc(again, stored, sameScore) {
			t.Errorf("scores are %+v, were %+v", again, stored)
		}

		fresh := w.newRound("open", 2026)
		w.submit("Gol", nil, answers)
		v := w.mustView(system, indicators.ViewInput{RoundID: &fresh.ID})
		if got := show(w.cell(v, "Gol", "1.1-b")); got != "value 10 2026 score 50 grey/behind confirmed true" {
			t.Errorf("less is better no more: %s", got)
		}
		if got := w.cell(v, "Gol", "4.1-share").Value; got == nil || *got != 5 {
			t.Errorf("by the new formula: %v", got)
		}
	})
}

func sameScore(a, b models.Score) bool {
	return a.ObservationID == b.ObservationID && a.IndicatorVersionID == b.IndicatorVersionID && a.Colour == b.Colour && a.Band == b.Band &&
		(a.Score == nil) == (b.Score == nil) && (a.Score == nil || *a.Score == *b.Score)
}

func TestImportCatalogueCounts(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), threeIndicators())
	run := func(in indicators.CatalogueImport) indicators.CatalogueReport {
		t.Helper()
		in.CatalogueID = &w.catalogue.ID
		report, err := w.s.ImportCatalogue(t.Context(), system, in)
		if err != nil {
			t.Fatal(err)
		}
		return report
	}
	if got := run(indicators.CatalogueImport{Definitions: w.definitionsOf()}); got != (indicators.CatalogueReport{Same: 3}) {
		t.Errorf("the same again: %+v", got)
	}
	next := w.definitionsOf()[1:]
	next[0].Name = models.Text{"nb": "Nytt navn", "nn": ""}
	more := next[0]
	more.Code = "1.1-new"
	next = append(next, more)
	rows := count(w, "indicator_versions")
	day := dbtest.Start.Format("2006-01-02")
	want := indicators.CatalogueReport{Version: day, Added: 1, Changed: 1, Same: 1, Gone: 1}
	if got := run(indicators.CatalogueImport{Definitions: next, CheckOnly: true}); got != want || count(w, "indicator_versions") != rows {
		t.Errorf("a check: %+v", got)
	}
	if got := run(indicators.CatalogueImport{Definitions: next}); got != want {
		t.Errorf("%+v", got)
	}
	next[0].Lower = f(33)
	if got := run(indicators.CatalogueImport{Definitions: next}); got.Version != day+"-2" || got.Changed != 1 {
		t.Errorf("the second of a day: %+v", got)
	}
	d, err := w.s.Indicator(t.Context(), &w.catalogue.ID, next[0].Code)
	if err != nil || len(d.Versions) != 3 {
		t.Fatalf("%+v, %v", d.Versions, err)
	}
	changes := d.Versions[0].Definition.Changes(d.Versions[1].Definition, "nb")
	if want := []indicators.Change{{Field: "lower", Before: "20", After: "33"}}; !slices.Equal(changes, want) {
		t.Errorf("the page tells %v", changes)
	}
	if d, err = w.s.Indicator(t.Context(), &w.catalogue.ID, next[1].Code); err != nil || len(d.Versions) != 1 || d.Versions[0].CatalogueVersion != "1" {
		t.Errorf("what has not changed has the versions %+v, %v", d.Versions, err)
	}
	next[0].Lower = f(34)
	_, err = w.s.ImportCatalogue(t.Context(), system, indicators.CatalogueImport{CatalogueID: &w.catalogue.ID, Definitions: next, Version: day})
	if !errors.Is(err, indicators.ErrVersionTaken) {
		t.Errorf("a name that is taken: %v", err)
	}
	unknown := uuid.New()
	if _, err := w.s.ImportCatalogue(t.Context(), system, indicators.CatalogueImport{CatalogueID: &unknown, Definitions: next}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("no such catalogue: %v", err)
	}
}
