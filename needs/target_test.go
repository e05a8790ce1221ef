package needs_test

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/needs"
	"loftet/surveys"
)

// target sets what the region holds for bad (lower) in an indicator without
// bounds of its own, of which less is better.
func (w *world) target(round uuid.UUID, code string, version int, lower float64) {
	w.t.Helper()
	_, err := w.ind.SetRoundTarget(w.ctx(), w.coordinator, round, code, version,
		indicators.RoundTargetInput{Lower: lower, Optimum: 0, Reason: models.Text{"nb": "vedtatt i rådet"}})
	if err != nil {
		w.t.Fatal(err)
	}
}

// incomes is a round in which three towns have low incomes that nothing but a
// target of the region can judge.
func (w *world) incomes() uuid.UUID {
	w.t.Helper()
	round := w.open("Dalen 2026", 2025)
	w.waterAndCars(round)
	for town, share := range map[string]float64{"Bygda": 12, "Ådal": 14, "Øya": 10} {
		w.submit(round, town, map[string]float64{"6.1-water": 50, "9.4-ev": 20, "4.2-kindergarten": 20, "1.2-lowinc": share})
	}
	return round
}

func (w *world) storedNeeds() (n int64) {
	w.t.Helper()
	w.write(func(tx *models.Tx) error { return tx.G.Model(&models.Need{}).Count(&n).Error })
	return n
}

// A target changes what is weak: after the round was closed the candidates follow
// as they would if it closed again.
func TestATargetSetAfterClosingRenewsTheCandidates(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.incomes()
		w.target(round, "1.2-lowinc", 0, 100)
		if n := w.storedNeeds(); n != 0 {
			t.Fatalf("%d needs were stored while the round was open", n)
		}
		w.to(round, surveys.RoundClosed)
		before := w.items(w.coordinator, &round)
		if _, found := before["1.2-lowinc"]; found || len(before) != 3 {
			t.Fatalf("closed: %v", before)
		}
		// a person has published one and rejected one
		cars := w.published(before["9.4-ev"].ID, nil)
		if _, err := w.s.Reject(w.ctx(), w.coordinator, before["6.1-water"].ID, "har alt en plan"); err != nil {
			t.Fatal(err)
		}

		w.target(round, "1.2-lowinc", 1, 20)
		found := w.items(w.coordinator, &round)["1.2-lowinc"]
		if found.ID == uuid.Nil || found.State != "candidate" || found.Municipalities != 3 {
			t.Fatalf("the target made no candidate: %+v", found)
		}
		w.target(round, "1.2-lowinc", 2, 16)
		worse := w.items(w.coordinator, &round)["1.2-lowinc"]
		if worse.ID != found.ID || worse.Priority <= found.Priority {
			t.Errorf("not renewed: %+v, before %+v", worse, found)
		}
		w.target(round, "1.2-lowinc", 3, 100)
		if gone := w.items(w.coordinator, &round)["1.2-lowinc"]; gone.ID != uuid.Nil {
			t.Errorf("not found any more and still there: %+v", gone)
		}
		w.target(round, "1.2-lowinc", 4, 20)
		again := w.get(w.coordinator, w.items(w.coordinator, &round)["1.2-lowinc"].ID)
		edited := ready(again)
		edited.RootCauses = models.Text{"nb": "Få arbeidsplasser"}
		if _, err := w.s.Update(w.ctx(), w.coordinator, again.ID, again.Version, edited); err != nil {
			t.Fatal(err)
		}
		w.target(round, "1.2-lowinc", 5, 100)
		if kept := w.get(w.coordinator, again.ID); kept.State != "under_review" || kept.RootCauses["nb"] != "Få arbeidsplasser" || kept.Priority < again.Priority {
			t.Errorf("what was taken up is now %+v", kept)
		}
		if kept := w.get(w.coordinator, cars.ID); kept.State != "published" || kept.Version != cars.Version {
			t.Errorf("what was published is now %+v", kept)
		}
		if kept := w.get(w.coordinator, before["6.1-water"].ID); kept.State != "rejected" {
			t.Errorf("what was rejected is now %s", kept.State)
		}
		if same := w.get(w.coordinator, before["4.2-kindergarten"].ID); same.State != "candidate" || same.Version != 1 {
			t.Errorf("what no target touches is now %s, version %d", same.State, same.Version)
		}
		if n := w.storedNeeds(); n != 4 {
			t.Errorf("%d needs, want 4: cars, water, kindergartens, incomes", n)
		}
	})
}

// Dropping a candidate waits for whoever is confirming it, and then leaves it.
func TestACandidateThatIsBeingConfirmedIsNotDropped(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.incomes()
		w.to(round, surveys.RoundClosed)
		w.target(round, "1.2-lowinc", 0, 20)
		incomes := w.items(w.coordinator, &round)["1.2-lowinc"].ID
		done := make(chan error, 1)
		w.write(func(tx *models.Tx) error {
			err := tx.G.Model(&models.Need{}).Where("id = ?", incomes).
				Updates(map[string]any{"state": string(needs.StateConfirmed), "version": 2, "confirmed_by": w.coordinator.Person}).Error
			if err != nil {
				return err
			}
			go func() {
				_, err := w.ind.SetRoundTarget(context.Background(), w.coordinator, round, "1.2-lowinc", 1,
					indicators.RoundTargetInput{Lower: 100, Optimum: 0, Reason: models.Text{"nb": "vedtatt i rådet"}})
				done <- err
			}()
			for waiting := int64(0); db.Dialect == models.Postgres && waiting == 0 && len(done) == 0; {
				err := tx.G.Raw("select count(*) from pg_locks where not granted and transactionid = pg_current_xact_id()::xid").Scan(&waiting).Error
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if kept := w.get(w.coordinator, incomes); kept.State != "confirmed" || len(kept.Figures) != 3 {
			t.Errorf("now %s with %d figures", kept.State, len(kept.Figures))
		}
	})
}
