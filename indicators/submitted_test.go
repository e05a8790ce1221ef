package indicators_test

import (
	"errors"
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
)

// TestFiguresThatWereRolledBackAreNotKept: the number that names the state of a
// round is given again after a transaction that raised it has failed.
func TestFiguresThatWereRolledBackAreNotKept(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := goldenWorld(t, db)
		value := func(tx *models.Tx) float64 {
			v, err := w.s.RegionView(tx, system, indicators.ViewInput{RegionID: w.region.ID, RoundID: &w.round.ID})
			if err != nil {
				t.Fatal(err)
			}
			return *w.cell(v, "Flå", "1.1-b").Value
		}
		correct := func(tx *models.Tx, figure float64) error {
			flå := w.towns["Flå"]
			err := tx.G.Exec("update responses set revision = revision + 1, version = version + 1 where organisation_id = ?", flå).Error
			return errors.Join(err, tx.G.Exec("update observations set value = ? where organisation_id = ? and indicator_id = ?",
				figure, flå, w.inds["1.1-b"].ID).Error)
		}
		stop := errors.New("stop")
		err := db.Write(t.Context(), func(tx *models.Tx) error {
			if err := correct(tx, 7); err != nil {
				return err
			}
			if got := value(tx); got != 7 {
				t.Errorf("a transaction sees %v of its own", got)
			}
			return stop
		})
		if !errors.Is(err, stop) {
			t.Fatal(err)
		}
		w.write(func(tx *models.Tx) error { return correct(tx, 9) })
		for range 2 {
			if err := db.Read(t.Context(), func(tx *models.Tx) error {
				if got := value(tx); got != 9 {
					t.Errorf("what was rolled back is shown: %v", got)
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
	})
}
