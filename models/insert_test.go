package models_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/models"
)

// InsertProbe has a column of each kind.
type InsertProbe struct {
	ID      uuid.UUID `gorm:"primaryKey"`
	Other   *uuid.UUID
	Words   string
	Count   int
	Yes     bool
	Share   float64
	Value   *float64
	At      time.Time
	EndedAt *time.Time
}

// InsertList has a column that is a document, which arrays can't hold.
type InsertList struct {
	ID    uuid.UUID `gorm:"primaryKey"`
	Goals []int     `gorm:"serializer:json"`
}

// TestInsertAllKeepsEveryField writes rows with and without values in each kind
// of column and reads them back.
func TestInsertAllKeepsEveryField(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		id, clock := "text", "datetime"
		if db.Dialect == models.Postgres {
			id, clock = "uuid", "timestamptz"
		}
		at, value, other := db.Clock.Now(), 0.1, models.NewID()
		probes := []InsertProbe{
			{ID: models.NewID(), Other: &other, Words: "æ'\\,{}\"\n", Count: 1 << 40, Yes: true, Share: 1e-300, Value: &value, At: at, EndedAt: &at},
			{ID: models.NewID(), Words: "NULL", Count: -1, At: at.Add(-time.Microsecond)},
		}
		lists := []InsertList{{ID: models.NewID(), Goals: []int{1, 2}}, {ID: models.NewID(), Goals: []int{}}}
		var gotProbes []InsertProbe
		var gotLists []InsertList
		err := db.Write(t.Context(), func(tx *models.Tx) error {
			for _, table := range []string{
				"create table insert_probes (id " + id + ", other " + id + ", words text, count bigint, yes boolean, share double precision, value double precision, at " + clock + ", ended_at " + clock + ")",
				"create table insert_lists (id " + id + ", goals text)",
			} {
				if err := tx.G.Exec(table).Error; err != nil {
					return err
				}
			}
			for _, insert := range []func() error{
				func() error { return models.InsertAll(tx, probes) },
				func() error { return models.InsertAll(tx, probes[:0]) },
				func() error { return models.InsertAll(tx, lists) },
			} {
				if err := insert(); err != nil {
					return err
				}
			}
			if err := tx.G.Order("id").Find(&gotProbes).Error; err != nil {
				return err
			}
			return tx.G.Order("id").Find(&gotLists).Error
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(probes, gotProbes); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(lists, gotLists); diff != "" {
			t.Error(diff)
		}
	})
}

// TestInsertAllFillsInNothing: what is written does not depend on the database.
func TestInsertAllFillsInNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		document := func(at time.Time) models.QuestionnaireVersion {
			return models.QuestionnaireVersion{ID: models.NewID(), Document: "{}", PublishedAt: at}
		}
		for name, row := range map[string]struct {
			insert func(tx *models.Tx) error
			field  string
		}{
			"arrays": {func(tx *models.Tx) error {
				return models.InsertAll(tx, []models.AuditEvent{{ID: models.NewID(), At: tx.Now}, {ID: models.NewID()}})
			}, "At of row 2"},
			"within another struct": {func(tx *models.Tx) error {
				return models.InsertAll(tx, []models.Round{{Base: models.Base{ID: models.NewID(), CreatedAt: tx.Now}, OpensAt: tx.Now, ClosesAt: tx.Now}})
			}, "UpdatedAt of row 1"},
			"one after another": {func(tx *models.Tx) error {
				return models.InsertAll(tx, []models.QuestionnaireVersion{document(tx.Now), document(time.Time{})})
			}, "PublishedAt of row 2"},
		} {
			err := db.Write(t.Context(), row.insert)
			if err == nil || !strings.HasPrefix(err.Error(), row.field) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
