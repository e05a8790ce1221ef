package matching_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/matching"
	"loftet/models"
	"loftet/needs"
)

// What is kept of needs never hides what has happened since: a need that is
// published, published anew or closed, also by another process, shows at the next
// reading.
func TestABusinessSeesWhatHasHappenedSince(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		first := w.publishedNeed(nil)
		w.draft(w.varme, sensors())
		other := *w
		other.s = matching.New(db, w.needs)
		sees := func(when string, scores map[uuid.UUID]float64) {
			t.Helper()
			for _, process := range []*world{w, &other} {
				list := forBusiness(process, w.varme, nil)
				got := map[uuid.UUID]float64{}
				for _, m := range list {
					got[m.Need.ID] = m.Score
				}
				for id, score := range scores {
					if len(got) != len(scores) || got[id] != score {
						t.Fatalf("%s: %v, want %v", when, got, scores)
					}
				}
			}
		}
		sees("one", map[uuid.UUID]float64{first: 100})
		second := w.publishedNeed(nil)
		sees("published", map[uuid.UUID]float64{first: 100, second: 100})

		d, err := w.needs.Get(w.ctx(), w.coordinator, first)
		if err != nil {
			t.Fatal(err)
		}
		d, err = w.needs.Update(w.ctx(), w.coordinator, first, d.Version, needs.Edit{
			Title: d.Title, Fact: d.Fact, WantedEffect: d.WantedEffect, CPV: []string{"45100000"}, Contact: d.Contact,
		})
		if err != nil {
			t.Fatal(err)
		}
		sees("edited", map[uuid.UUID]float64{first: 100, second: 100})
		dbtest.Clock(w.db).Add(time.Second)
		if _, err := w.needs.Publish(w.ctx(), w.coordinator, first, d.Version); err != nil {
			t.Fatal(err)
		}
		sees("published anew", map[uuid.UUID]float64{first: 76.7, second: 100})

		w.write(func(tx *models.Tx) error {
			return tx.G.Model(&models.Need{}).Where("id = ?", second).Update("state", "covered").Error
		})
		sees("covered", map[uuid.UUID]float64{first: 76.7})
	})
}

// The same of solutions, which are edited in place.
func TestANeedSeesWhatHasHappenedSince(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		need := w.need(nil)
		sees := func(when string, want ...float64) {
			t.Helper()
			got := []float64{}
			for _, m := range forNeed(w, w.coordinator, need) {
				got = append(got, m.Score)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%s: %v, want %v", when, got, want)
			}
		}
		first := w.published(w.varme, sensors())
		sees("one", 100)
		w.published(w.lys, sensors())
		sees("published", 100, 100)

		in := sensors()
		in.Targets = nil
		d, err := w.s.Update(w.ctx(), w.varme, first.ID, first.Version, in)
		if err != nil {
			t.Fatal(err)
		}
		sees("edited, a draft again", 100)
		if d, err = w.s.Submit(w.ctx(), w.varme, d.ID); err != nil {
			t.Fatal(err)
		}
		if _, err = w.s.Publish(w.ctx(), w.admin, d.ID, d.Version); err != nil {
			t.Fatal(err)
		}
		sees("published anew", 100, 91.1)
		// a region that grows is seen too, though no solution has changed
		half := sensors()
		half.RegionIDs = []uuid.UUID{w.region["Innland"]} // Bygda, not Vik
		w.published(w.lys, half)
		sees("in a part", 100, 97.2, 91.1)
		w.write(func(tx *models.Tx) error {
			return tx.G.Create(&models.RegionMember{ID: models.NewID(), RegionID: w.region["Innland"], OrganisationID: w.towns["Vik"]}).Error
		})
		sees("the whole", 100, 100, 91.1)
	})
}
