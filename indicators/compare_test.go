package indicators_test

import (
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// TestWithheldFiguresAreInNoChosenSet adds and removes peers: what the sums are made
// of is always what the reader sees.
func TestWithheldFiguresAreInNoChosenSet(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), towns...)
		w.newRound("published", propertyYear)
		for i, town := range towns {
			w.submit(town, nil, map[string]answer{"1.1-a": float64(10 * (i + 1))})
		}
		w.write(func(tx *models.Tx) error {
			for i, town := range towns {
				w.create(tx, &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: w.towns[town], Country: "NO", Number: "33" + string(rune('1'+i)) + "0", ValidFrom: "2020-01-01"})
			}
			return nil
		})
		reader := orgs.Actor{Org: w.towns["Gol"], Scope: orgs.ScopeMunicipality}
		v := w.mustView(reader, indicators.ViewInput{RoundID: &w.round.ID})
		a := w.inds["1.1-a"]
		compare := func(set string, peers ...uuid.UUID) indicators.Comparison {
			var c indicators.Comparison
			w.write(func(tx *models.Tx) (err error) {
				c, err = w.s.Compare(tx, v, indicators.CompareInput{Municipality: w.towns["Gol"], Indicator: &a, Set: set, Peers: peers})
				return err
			})
			return c
		}
		all := compare(indicators.SetRegion)
		if all.Sum.Units != 5 || !all.Pooled || *all.Sum.Median != 30 || all.Sum.Lower != nil || all.Sum.Least != nil || *all.Better != 3 || *all.Worse != 1 {
			t.Errorf("the region: %+v", all.Sum)
		}
		for mask := range 1 << len(towns) {
			var peers []uuid.UUID
			for i, town := range towns {
				if mask>>i&1 == 1 && town != "Gol" {
					peers = append(peers, w.towns[town])
				}
			}
			c := compare(indicators.SetChosen, peers...)
			if c.Pooled || c.Sum.Units != 1 || *c.Sum.Mean != 20 || *c.Better != 0 || *c.Worse != 0 || c.Withheld != len(peers) || len(c.Peers) != len(peers) {
				t.Fatalf("%d chosen: %+v", len(peers), c)
			}
		}
	})
}
