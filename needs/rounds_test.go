package needs_test

import (
	"testing"

	"loftet/internal/dbtest"
	"loftet/surveys"
)

// A list may hold needs of two rounds on one indicator: each names its round, and
// the candidate leads to the need that is under way, before its round closes and after.
func TestNeedsOfTwoRoundsAreToldApart(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	first, items := w.closed()
	published := w.published(items["6.1-water"].ID, nil)
	second := w.open("Dalen 2027", 2026)
	w.waterAndCars(second)
	check := func() {
		t.Helper()
		seen := 0
		for _, item := range w.workbench(w.inTown("Bygda"), nil).Items {
			switch {
			case item.Round == nil || item.RoundID == nil || item.Round.ID != *item.RoundID:
				t.Errorf("%s: round %v", item.Indicator.Code, item.Round)
			case item.ID == published.ID:
				seen++
				if item.Round.ID != first || item.Round.Name != "Dalen 2026" || item.UnderWay != nil {
					t.Errorf("published: %s, %v", item.Round.Name, item.UnderWay)
				}
			case item.Indicator.Code == "6.1-water":
				seen++
				if item.Round.Name != "Dalen 2027" || item.UnderWay == nil || *item.UnderWay != published.ID {
					t.Errorf("candidate: %s, %v", item.Round.Name, item.UnderWay)
				}
			case item.UnderWay != nil: // nobody has taken up the cars
				t.Errorf("%s leads to %v", item.Indicator.Code, item.UnderWay)
			}
		}
		if seen != 2 {
			t.Errorf("saw %d of two needs on water", seen)
		}
	}
	check()
	w.to(second, surveys.RoundClosed)
	check()
}
