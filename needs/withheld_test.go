package needs_test

import (
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/surveys"
)

// publish lets towns show their figures to everybody.
func (w *world) publish(towns ...string) {
	w.t.Helper()
	for _, town := range towns {
		w.write(func(tx *models.Tx) error {
			return tx.G.Model(&models.Organisation{}).Where("id = ?", w.towns[town]).Updates(map[string]any{"publishes_figures": true, "version": 2}).Error
		})
	}
}

// TestPartsNeverTellASingleFigure counts what a reader can take from the mean gap
// of the three behind a need: its own figure and the published ones.
func TestPartsNeverTellASingleFigure(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	round := w.open("Dalen 2026", 2025)
	w.waterAndCars(round)
	check := func(town string, hidden bool) {
		t.Helper()
		item := w.items(w.inTown(town), &round)["6.1-water"]
		if item.Hidden != hidden || (item.PriorityParts == nil) != hidden {
			t.Errorf("%s in the list: %v %v", town, item.Priority, item.PriorityParts)
		}
		if item.ID == (models.Need{}).ID {
			return
		}
		if d := w.get(w.inTown(town), item.ID); d.Hidden != hidden || (d.PriorityParts == nil) != hidden {
			t.Errorf("%s: %v %v", town, d.Priority, d.PriorityParts)
		}
	}
	check("Øya", true) // provisional; two are hidden
	w.to(round, surveys.RoundClosed)
	check("Øya", true)
	w.publish("Ådal") // and one is
	check("Øya", true)
	w.publish("Bygda") // nothing is hidden
	check("Øya", false)
	if d := w.get(w.member, w.items(w.member, &round)["6.1-water"].ID); d.Hidden {
		t.Error("hidden from the council")
	}
}

// TestTheFactTellsNoFigureBesidePublishedOnes closes rounds in which ever more of
// those behind a need show their figures.
func TestTheFactTellsNoFigureBesidePublishedOnes(t *testing.T) {
	for _, c := range []struct {
		published []string
		mean      string // "" where none may be told
	}{
		{nil, "Gjennomsnittet av tallene deres er 50,0 %"},
		{[]string{"Ådal"}, "de 4 kommunene som har tall, er 62,2 %"},
		{[]string{"Ådal", "Bygda"}, ""},
		{[]string{"Ådal", "Bygda", "Øya"}, "Gjennomsnittet av tallene deres er 50,0 %"},
	} {
		w := newWorld(t, dbtest.SQLite(t))
		w.publish(c.published...)
		_, items := w.closed()
		fact := items["6.1-water"].Fact["nb"]
		if c.mean == "" && strings.Contains(fact, "jennomsnittet") || !strings.Contains(fact, c.mean) {
			t.Errorf("%v publish: %s", c.published, fact)
		}
	}
}
