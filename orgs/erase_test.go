package orgs_test

import (
	"strings"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// leftOf gives every text column of the tables that name people, to be searched.
func leftOf(t *testing.T, db *models.DB, tables ...string) string {
	t.Helper()
	var all strings.Builder
	err := db.Read(t.Context(), func(tx *models.Tx) error {
		for _, table := range tables {
			var rows []map[string]any
			if err := tx.G.Table(table).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				for _, value := range row {
					if text, ok := value.(string); ok {
						all.WriteString(text + "\n")
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestSweepingForgetsWhatHasRunOut(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		now := dbtest.Start
		write := func(row any) {
			t.Helper()
			if err := db.Write(t.Context(), func(tx *models.Tx) error { return tx.G.Create(row).Error }); err != nil {
				t.Fatal(err)
			}
		}
		who := models.Person{Base: models.Base{ID: models.NewID(), Version: 1, CreatedAt: now, UpdatedAt: now}, Name: "Ola", SortKey: "ola", Email: "ola@example.org", Language: "nb"}
		write(&who)
		old := now.Add(-400 * 24 * time.Hour)
		write(&models.Session{Token: "old", PersonID: &who.ID, Data: []byte("x"), CreatedAt: old, ExpiresAt: old})
		write(&models.Session{Token: "new", PersonID: &who.ID, Data: []byte("x"), CreatedAt: now, ExpiresAt: now.Add(time.Hour)})
		write(&models.LinkToken{ID: models.NewID(), Kind: "reset", TokenHash: "old", PersonID: who.ID, CreatedAt: old, ExpiresAt: old})
		write(&models.Attempt{Key: "old", Count: 1, WindowEnds: old})
		write(&models.IdempotencyKey{PersonID: who.ID, Key: "old", Operation: "x", BodyHash: "x", Status: 200, Header: "[]", Body: []byte("x"), CreatedAt: old})
		if err := orgs.New(db, orgs.Config{}).Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		left := leftOf(t, db, "sessions", "link_tokens", "attempts", "idempotency_keys")
		if strings.Contains(left, "old") || !strings.Contains(left, "new") {
			t.Errorf("what is left:\n%s", left)
		}
	})
}
