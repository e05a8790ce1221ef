package indicators_test

import (
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
)

// A bank lists every number for every year. What stands on the number that was held
// in the year counts, and neither a stranger nor an empty line is a fault.
func TestABanksRowsFollowTheNumbers(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), "Flå", "Gol")
		w.numbered(map[string]string{"Flå": "3320", "Gol": "3324"})
		row := func(number string, year int, state string, value float64) indicators.StatisticRow {
			r := indicators.StatisticRow{File: "bank", Entity: number, Code: "1.1-a", Year: year, State: state, Source: "SSB"}
			if state == indicators.StateValue {
				r.Value = &value
			}
			return r
		}
		report, found, err := w.s.ImportStatistics(t.Context(), system, indicators.StatisticsInput{
			Country: "NO", CatalogueID: &w.catalogue.ID, FromBank: true, Rows: []indicators.StatisticRow{
				row("3320", 2024, indicators.StateValue, 10), row("3039", 2024, indicators.StateNotApplicable, 0),
				row("3320", 2021, indicators.StateNotApplicable, 0), row("3039", 2021, indicators.StateValue, 0),
				row("3324", 2023, indicators.StateValue, 7),         // published backwards on the new number
				row("3324", 2024, indicators.StateSuppressed, 0),    // the held number's own
				row("0101", 2024, indicators.StateValue, 3),         // not in the database
				row("3324", 2022, indicators.StateNotApplicable, 0), // nobody held it, nothing stands there
			}})
		if err != nil || !found.OK() {
			t.Fatal(err, found.Faults)
		}
		if report.Added != 4 {
			t.Errorf("%d figures are new, want 4", report.Added)
		}
		var zero, suppressed int64
		w.write(func(tx *models.Tx) error {
			if err := tx.G.Table("observations").Where("year = 2021 and value = 0 and organisation_id = ?", w.towns["Flå"]).Count(&zero).Error; err != nil {
				return err
			}
			return tx.G.Table("observations").Where("state = 'suppressed' and organisation_id = ?", w.towns["Gol"]).Count(&suppressed).Error
		})
		if zero != 1 || suppressed != 1 {
			t.Errorf("zero of the old number %d times, withheld %d times; want one each", zero, suppressed)
		}
	})
}
