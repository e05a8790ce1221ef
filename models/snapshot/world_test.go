package snapshot_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/internal/dbtest"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
)

// empty opens a database without tables.
func empty(t *testing.T, kind models.Dialect) *models.DB {
	t.Helper()
	db, err := models.Open(t.Context(), dbtest.Empty(t, kind), clock.NewManual(dbtest.Start))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// migrated opens a database with tables and without rows.
func migrated(t *testing.T, kind models.Dialect) *models.DB {
	t.Helper()
	db := empty(t, kind)
	if err := models.Migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	return db
}

// save gives a file of all that a database holds.
func save(t *testing.T, db *models.DB) ([]byte, tablefile.Manifest) {
	t.Helper()
	var file bytes.Buffer
	m, err := snapshot.Save(t.Context(), db, tablefile.NewWriter(&file), "test")
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes(), m
}

// load loads a file with all that waits in it.
func load(t *testing.T, db *models.DB, file []byte) error {
	t.Helper()
	in, err := tablefile.Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return snapshot.Load(t.Context(), db, in, true)
}

func write(t *testing.T, db *models.DB, rows ...any) {
	t.Helper()
	err := db.Write(t.Context(), func(tx *models.Tx) error {
		for _, row := range rows {
			if err := tx.G.Create(row).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// hard are rows with all that can be lost on the way: floats to the last bit,
// microseconds, bytes, NULL, empty text, letters, much text, and keys that a
// language orders otherwise than their bytes.
func hard() []any {
	at := time.Date(2026, 3, 29, 1, 59, 59, 123457000, time.UTC)
	id := func(n int) uuid.UUID { return uuid.MustParse(fmt.Sprintf("0199b2c4-5e6f-7a8b-9c0d-%012x", n)) }
	rows := []any{
		&models.Region{Base: models.Base{ID: id(1), Version: 1, CreatedAt: at, UpdatedAt: at}, Kind: "council", Name: "Ås, Žemaitija og Øst-Agder", Country: "NO"},
		&models.Catalogue{ID: id(2), Name: "kjerne", Source: "<b>&\u2028\"\\", Method: "sdsn", CreatedAt: at},
		&models.QuestionnaireVersion{ID: id(3), CatalogueID: id(2), Number: 1, Document: `{"a": 1.50, "b":[null]}`, PublishedAt: at},
		&models.Round{Base: models.Base{ID: id(4), CreatedAt: at, UpdatedAt: at}, RegionID: id(1), QuestionnaireVersionID: id(3),
			Name: "r", Year: 2026, Method: "sdsn", State: "open", OpensAt: at, ClosesAt: time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC), MadeUp: true},
		&models.Session{Token: "signed in", Data: []byte("x"), CreatedAt: at, ExpiresAt: at},
		&models.IdempotencyKey{PersonID: id(9), Key: "k", Body: []byte{0, 1, 0xff, '\n'}, CreatedAt: time.Date(1, 1, 1, 0, 0, 0, 1000, time.UTC)},
		&models.IdempotencyKey{PersonID: id(9), Key: "K", Body: []byte{}, CreatedAt: at},
		&models.AuditEvent{ID: id(10), At: at, Action: "a", Difference: strings.Repeat("lang tekst ž ", 50_000)},
	}
	for n, key := range []string{"a", "B", "å", "ä", "z", "ž", "Z", "", " a", "aa", "-a", "日"} {
		rows = append(rows, &models.Attempt{Key: key, Count: n - 3, WindowEnds: at})
	}
	floats := []float64{0, math.Copysign(0, -1), 0.1, 1.0 / 3, math.MaxFloat64, math.SmallestNonzeroFloat64, -1e21, 100, 1e-7, math.Pi}
	for n, f := range floats {
		rows = append(rows, &models.Indicator{ID: id(100 + n), CatalogueID: id(2), Code: fmt.Sprint(n), Goal: 1, Target: "1.1", Position: n},
			&models.RoundTarget{Base: models.Base{ID: id(200 + n), CreatedAt: at, UpdatedAt: at}, RoundID: id(4), IndicatorID: id(100 + n), Lower: &f, Reason: models.Text{"nb": "å"}})
	}
	return rows
}
