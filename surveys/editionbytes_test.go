package surveys_test

import (
	"bytes"
	"testing"

	"loftet/indicators"
	"loftet/internal/clock"
	"loftet/internal/dbtest"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
	"loftet/surveys"
)

// TestTheSameRowsGiveTheSameBytesOnBothDatabases carries a round with a correction from
// each database to each: made again there, every edition is what it was.
func TestTheSameRowsGiveTheSameBytesOnBothDatabases(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.statistic(2, "1.1-a", 2025, 1.0/3)
		round, responses := w.published()
		must(w.s.CorrectResponse(w.ctx(), w.coordinator, responses[0], "a slip"))(t)
		w.amend(responses[0], 0, 200.0/3)
		must(w.s.PublishCorrection(w.ctx(), w.coordinator, round, "A figure was wrong."))(t)
		var file bytes.Buffer
		if _, err := snapshot.Save(t.Context(), db, tablefile.NewWriter(&file), "test"); err != nil {
			t.Fatal(err)
		}
		for _, kind := range dbtest.Kinds {
			there, err := models.Open(t.Context(), dbtest.Empty(t, kind), clock.NewManual(dbtest.Start))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = there.Close() })
			in, err := tablefile.Open(bytes.NewReader(file.Bytes()), int64(file.Len()))
			if err != nil {
				t.Fatal(err)
			}
			if err := snapshot.Load(t.Context(), there, in, true); err != nil {
				t.Fatal(err)
			}
			same := 0
			s := surveys.New(there, indicators.New(there))
			err = s.CheckAllEditions(t.Context(), func(_ string, c surveys.EditionCheck) {
				if c.Same && c.Intact && c.Stored == c.Recomputed {
					same++
				} else {
					t.Errorf("on %s: %+v", kind, c)
				}
			})
			if err != nil || same != 4 {
				t.Errorf("on %s: %d are the same, %v", kind, same, err)
			}
		}
	})
}

// TestACheckTellsWhatDiffers: a statistic that its owner corrects is as it is now, and
// bytes that were changed by hand do not have their checksum any more.
func TestACheckTellsWhatDiffers(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.statistic(2, "1.1-a", 2025, 40)
		round, _ := w.published()
		w.allSame(2)
		w.write(func(tx *models.Tx) error {
			return tx.G.Exec("update observations set value = 41, revision = 2, changed_at = ? where origin = 'statistics'", tx.Now).Error
		})
		c := must(w.s.CheckEdition(w.ctx(), everybody, round, 1, "public"))(t)
		if c.Same || !c.Intact || len(c.Changes) == 0 || c.Changes[0].Municipality.ID != w.towns[2] || *c.Changes[0].Before.Value != 40 || *c.Changes[0].After.Value != 41 {
			t.Errorf("%+v", c)
		}
		w.write(func(tx *models.Tx) error {
			return tx.G.Exec("update round_editions set public_document = replace(public_document, '12.5', '99.5')").Error
		})
		if c := must(w.s.CheckEdition(w.ctx(), everybody, round, 1, "public"))(t); c.Intact || c.Same {
			t.Errorf("%+v", c)
		}
	})
}
