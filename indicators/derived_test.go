package indicators_test

import (
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
)

// derivedIndicators has, beside the three, the share that A is of B, and twice that.
func derivedIndicators() []indicators.Definition {
	list := threeIndicators()
	share, twice := list[0], list[0]
	share.Code, share.Goal, share.Target, share.Formula = "4.1-share", 4, "4.1", "100 * i1_1_a / i1_1_b"
	share.Min, share.Max, share.Green, share.Red = f(0), f(100), nil, nil
	twice.Code, twice.Goal, twice.Target, twice.Formula = "3.1-twice", 3, "3.1", "2 * i4_1_share"
	return append(list, twice, share)
}

func TestDerivedOfASubmission(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, derivedIndicators(), "Flå", "Gol", "Nes", "Ål", "Hol")
		w.newRound("open", 2026)
		w.submit("Flå", nil, map[string]answer{"1.1-a": 5.0, "1.1-b": 20.0})
		w.submit("Gol", nil, map[string]answer{"1.1-a": 5.0, "1.1-b": 0.0})
		w.submit("Nes", nil, map[string]answer{"1.1-a": "declined", "1.1-b": "no_data", "4.1-share": 90.0})
		w.submit("Ål", nil, map[string]answer{"1.1-a": 30.0, "1.1-b": 20.0})
		w.submit("Hol", []int{3}, map[string]answer{"1.1-a": 0.0, "1.1-b": 20.0})
		v := w.mustView(system, indicators.ViewInput{RoundID: &w.round.ID})
		for town, want := range map[string][2]string{
			"Flå": {"value 25 2026 score 25 grey/far confirmed true", "value 50 2026 score 50 orange/behind confirmed true"},
			"Gol": {"no_data", "no_data"},
			"Nes": {"declined", "declined"}, // what was said of the share itself does not count
			"Ål":  {"no_data", "no_data"},   // 150 of 100 cannot be
		} {
			for i, code := range []string{"4.1-share", "3.1-twice"} {
				c := w.cell(v, town, code)
				got := c.State
				if c.Value != nil {
					got = show(c)
				}
				if got != want[i] {
					t.Errorf("%s %s is %q, want %q", town, code, got, want[i])
				}
			}
		}
		if c := w.cell(v, "Hol", "4.1-share"); c.Value == nil || *c.Value != 0 {
			t.Errorf("zero of twenty is %+v", c)
		}
		if c := w.cell(v, "Hol", "3.1-twice"); c.State != indicators.StateLeftOut {
			t.Errorf("of a goal that was left out: %+v", c)
		}
		if g := w.goal(v, "Flå", 4); g.Total != 1 || g.Available != 1 {
			t.Errorf("the goal counts %+v", g)
		}
	})
}

func TestDerivedOfStatistics(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, derivedIndicators(), "Flå", "Gol", "Nes")
		w.statistic("Flå", "1.1-a", 2024, 5.0)
		w.statistic("Flå", "1.1-b", 2024, 20.0)
		w.statistic("Flå", "1.1-a", 2025, 9.0) // alone: no figure of 2025
		w.statistic("Gol", "1.1-a", 2024, "suppressed")
		w.statistic("Gol", "1.1-b", 2024, 20.0)
		w.statistic("Nes", "1.1-a", 2024, 5.0)
		w.statistic("Nes", "1.1-b", 2024, 20.0)
		w.statistic("Nes", "4.1-share", 2024, 26.0) // its owner says otherwise
		v := w.mustView(system, indicators.ViewInput{Year: 2025})
		for town, want := range map[string]string{"Flå": "value 50 2024", "Gol": "suppressed", "Nes": "value 52 2024"} {
			c := w.cell(v, town, "3.1-twice")
			got := c.State
			if c.Value != nil {
				got = show(c)[:len(want)]
			}
			if got != want {
				t.Errorf("%s: %q, want %q", town, got, want)
			}
		}
		if c := w.cell(v, "Flå", "4.1-share"); c.Source != "table 1" || c.Origin != indicators.OriginStatistics || c.Confirmed {
			t.Errorf("where it comes from: %+v", c)
		}
		// another formula: figures that a process holds are worked out anew
		next := derivedIndicators()
		next[4].Formula = "i1_1_a / i1_1_b"
		if _, err := indicators.New(db).ImportCatalogue(t.Context(), system, indicators.CatalogueImport{CatalogueID: &w.catalogue.ID, Definitions: next}); err != nil {
			t.Fatal(err)
		}
		if c := w.cell(w.mustView(system, indicators.ViewInput{Year: 2025}), "Flå", "3.1-twice"); c.Value == nil || *c.Value != 0.5 {
			t.Errorf("by another formula: %+v", c)
		}
	})
}
