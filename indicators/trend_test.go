package indicators_test

import (
	"fmt"
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

func TestTrend(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), "Flå", "Gol", "Hol")
		for town, value := range map[string]float64{"Flå": 10, "Gol": 20, "Hol": 40} {
			w.statistic(town, "1.1-a", 2020, value)
		}
		w.statistic("Flå", "1.1-a", 2022, 30.0)
		w.statistic("Gol", "1.1-a", 2022, "suppressed")
		w.statistic("Gol", "1.1-a", 2024, 22.0) // the year of the round: the round counts
		w.newRound("published", 2024)
		w.submit("Flå", nil, map[string]answer{"1.1-a": 50.0})
		w.submit("Hol", []int{1}, nil) // its statistics are older, and no answer of this year
		w.newRound("open", 2025)
		w.submit("Flå", nil, map[string]answer{"1.1-a": 55.0})
		w.submit("Gol", nil, map[string]answer{"1.1-a": 65.0})
		w.submit("Hol", nil, map[string]answer{"1.1-a": 75.0})
		trend := func(a orgs.Actor, town string) string {
			organisation, in := w.towns[town], w.inds["1.1-a"]
			var text string
			w.write(func(tx *models.Tx) error {
				v, err := w.s.RegionView(tx, a, indicators.ViewInput{RegionID: w.region.ID})
				if err != nil {
					return err
				}
				points, err := w.s.Trend(tx, a, v, in, &organisation)
				for _, p := range points {
					cell := p.Cell.State
					if p.Cell.Value != nil {
						cell = fmt.Sprint(*p.Cell.Value)
					}
					text += fmt.Sprintf("%d: %v of %d, %s, %t\n", p.Year, *p.Values.Median, p.Values.Units, cell, p.Confirmed)
				}
				return err
			})
			return text
		}
		want := "2020: 20 of 3, 10, false\n2022: 30 of 1, 30, false\n2024: 40 of 3, 50, false\n2025: 65 of 3, 55, true\n"
		if got := trend(system, "Flå"); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
		want = "2020: 20 of 3, 20, false\n2022: 30 of 1, suppressed, false\n2024: 40 of 3, 22, false\n2025: 65 of 3, 65, true\n"
		if got := trend(system, "Gol"); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
		// The public does not see the open round, nor Flå's own figure of the other.
		want = "2020: 20 of 3, 40, false\n2022: 30 of 1, no_data, false\n2024: 30 of 3, left_out, false\n"
		if got := trend(orgs.Actor{}, "Hol"); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	})
}
