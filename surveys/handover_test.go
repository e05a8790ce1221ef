package surveys_test

import (
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/models"
)

// TestSectionsGoOverToTheHeir hands over what waits for somebody: not what is closed,
// nor what they have in another municipality.
func TestSectionsGoOverToTheHeir(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Runde", 2026).ID
		leaver, heir := w.respondent(0), w.respondent(0)
		here, there := w.response(round, leaver), w.response(round, w.respondent(1))
		want := map[uuid.UUID]uuid.UUID{}
		w.write(func(tx *models.Tx) error {
			for _, c := range []struct {
				response uuid.UUID
				goal     int
				state    string
				after    uuid.UUID
			}{
				{here, 1, "started", heir.Person}, {here, 3, "answered", heir.Person},
				{here, 4, "accepted", leaver.Person}, {there, 1, "not_started", leaver.Person},
			} {
				row := models.Assignment{Base: base(tx), ResponseID: c.response, Goal: c.goal, PersonID: &leaver.Person, State: c.state}
				w.create(tx, &row)
				want[row.ID] = c.after
			}
			return nil
		})
		moved := 0
		w.write(func(tx *models.Tx) (err error) {
			moved, err = w.s.HandOver(tx, leaver, w.towns[0], leaver.Person, heir.Person)
			return err
		})
		if moved != 2 {
			t.Errorf("%d sections went over", moved)
		}
		w.write(func(tx *models.Tx) error {
			for id, person := range want {
				var row models.Assignment
				if err := tx.G.Where("id = ?", id).Take(&row).Error; err != nil {
					return err
				}
				if *row.PersonID != person {
					t.Errorf("goal %d in state %s: another has it", row.Goal, row.State)
				}
			}
			return nil
		})
	})
}
