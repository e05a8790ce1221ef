package indicators_test

import (
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// TestEveryImportOfAnotherProcessIsNoticed: a second service has the figures in
// memory while the first imports. What it imports shows at once in the second,
// also when its id sorts before that of the last import, as happens when a clock
// is set back or two imports run at the same time.
func TestEveryImportOfAnotherProcessIsNoticed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), "Flå", "Gol", "Nes")
		w.statistic("Flå", "1.1-a", 2024, 10.0)
		other := *w
		other.s = indicators.New(db)
		shows := func(town, want string) {
			t.Helper()
			if got := show(other.cell(other.mustView(system, indicators.ViewInput{Year: 2024}), town, "1.1-a")); got != want {
				t.Errorf("%s is %q, want %q", town, got, want)
			}
		}
		shows("Flå", "value 10 2024 score 10 red/far confirmed false")
		w.statistic("Gol", "1.1-a", 2024, 20.0)
		shows("Gol", "value 20 2024 score 20 red/far confirmed false")
		early := uuid.Must(uuid.NewV7())
		early[0] = 0 // long ago
		value := 30.0
		w.write(func(tx *models.Tx) error {
			w.create(tx, &models.Observation{ID: models.NewID(), IndicatorID: w.inds["1.1-a"].ID, OrganisationID: w.towns["Nes"],
				Year: 2024, State: "value", Value: &value, Origin: indicators.OriginStatistics, Source: "table 1", Revision: 1, CreatedAt: tx.Now})
			return orgs.Audit(tx, system, orgs.Change{Action: "statistics.import", Kind: "statistics", ID: early.String()})
		})
		shows("Nes", "value 30 2024 score 30 red/far confirmed false")
	})
}

// TestATransactionDoesNotWaitForStatistics: whoever reads them may be waiting for
// the connection that the transaction has.
func TestATransactionDoesNotWaitForStatistics(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), "Flå")
		w.statistic("Flå", "1.1-a", 2024, 10.0)
		done := indicators.ReadingStatistics(w.s)
		defer done()
		w.write(func(tx *models.Tx) error {
			all, err := w.s.Statistics(tx)
			if err != nil {
				return err
			}
			if f, found := all.Latest(w.towns["Flå"], w.inds["1.1-a"].ID, 2024); !found || f.Value == nil || *f.Value != 10 {
				t.Errorf("the figure is %v", f.Value)
			}
			return nil
		})
	})
}
