package models_test

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

// later adds an attempt without waiting for it.
func later(tx *models.Tx, key string, done func(int64) error) error {
	return tx.Later("insert into attempts (key, count, window_ends) values ($1, $2, $3)", done, key, 1, tx.Now)
}

func TestWhatIsWrittenLaterIsSeenByWhateverComesNext(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		count := func(tx *models.Tx) (n int64, err error) {
			return n, tx.G.Model(&models.Attempt{}).Count(&n).Error
		}
		for name, look := range map[string]func(*models.Tx) (int64, error){
			"find": func(tx *models.Tx) (int64, error) { n, err := count(tx); return n, err },
			"row": func(tx *models.Tx) (n int64, err error) {
				err = tx.G.Raw("select count(*) from attempts").Row().Scan(&n)
				return n, err
			},
			"ask": func(tx *models.Tx) (n int64, err error) {
				err = tx.Ask(models.Question{SQL: "select count(*) from attempts", Read: models.One(&n)})
				return n, err
			},
			"exec": func(tx *models.Tx) (int64, error) {
				done := tx.G.Exec("update attempts set count = count + 1")
				return done.RowsAffected, done.Error
			},
		} {
			if err := db.Write(t.Context(), func(tx *models.Tx) error {
				if err := tx.G.Exec("delete from attempts").Error; err != nil {
					return err
				}
				for _, key := range []string{"a", "b"} {
					if err := later(tx, key, nil); err != nil {
						return err
					}
				}
				if n, err := look(tx); err != nil || n != 2 {
					t.Errorf("%s: %d, %v", name, n, err)
				}
				return later(tx, "c", nil)
			}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if left := attempts(t.Context(), t, db); !slices.Equal(left, []string{"a", "b", "c"}) {
				t.Errorf("%s: %v stand", name, left)
			}
		}
	})
}

// A panic in the midst of what is read ends the transaction at once, and leaves
// nothing behind that the next one would meet.
func TestAPanicWhileAnswersAreReadEndsAtOnce(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		for range 30 { // more than may write at a time, and than there are connections
			for name, f := range map[string]func(*models.Tx) error{
				"read": func(tx *models.Tx) error {
					return tx.Ask(models.Question{SQL: "select 1", Read: func(models.Rows) error { panic(t.Name()) }})
				},
				"done": func(tx *models.Tx) error { return later(tx, "a", func(int64) error { panic(t.Name()) }) },
			} {
				func() {
					defer func() {
						if recover() != t.Name() {
							t.Errorf("%s: the panic is lost", name)
						}
					}()
					_ = db.Write(t.Context(), f)
				}()
			}
		}
		if err := add(t.Context(), db, "after"); err != nil {
			t.Error(err)
		}
		if left := attempts(t.Context(), t, db); !slices.Equal(left, []string{"after"}) {
			t.Errorf("%v stand", left)
		}
	})
}

// A statement that fails takes all of its transaction with it, with the fault of
// its own, whoever notices it first.
func TestWhatFailsLaterSpoilsTheWhole(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		stale := fault.New(fault.Stale, "stale")
		twice := func(tx *models.Tx) error { return errors.Join(later(tx, "a", nil), later(tx, "a", nil)) }
		refuse := func(tx *models.Tx) error {
			return errors.Join(later(tx, "a", nil), later(tx, "b", func(int64) error { return stale }))
		}
		for name, c := range map[string]struct {
			write func(*models.Tx) error
			then  func(*models.Tx) error
			kind  fault.Kind
		}{
			"at the commit":         {twice, nil, fault.Conflict},
			"refused at the commit": {refuse, nil, fault.Stale},
			"at a row": {refuse, func(tx *models.Tx) error {
				var n int
				return tx.G.Raw("select 1").Row().Scan(&n)
			}, fault.Stale},
			"at a question, ignored": {twice, func(tx *models.Tx) error {
				var n int
				_ = tx.Ask(models.Question{SQL: "select 1", Read: models.One(&n)})
				return nil
			}, fault.Conflict},
		} {
			err := db.Write(t.Context(), func(tx *models.Tx) error {
				err := c.write(tx)
				if db.Dialect == models.Postgres && err != nil {
					t.Errorf("%s: it was sent at once: %v", name, err)
				}
				if err == nil && c.then != nil {
					err = c.then(tx)
				}
				return err
			})
			if fault.KindOf(err) != c.kind {
				t.Errorf("%s: %v", name, err)
			}
			if left := attempts(t.Context(), t, db); len(left) != 0 {
				t.Errorf("%s: %v stand", name, left)
			}
		}
	})
}

// Nothing that waits is written after the transaction has ended, not even by itself.
func TestNothingIsWrittenAfterTheTimeIsUp(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		ctx, end := context.WithCancel(t.Context())
		err := db.Write(ctx, func(tx *models.Tx) error {
			if err := later(tx, "a", nil); err != nil {
				return err
			}
			end()
			for { // until the pool has taken it back
				if _, err := tx.SQLTx().ExecContext(context.Background(), "select 1"); errors.Is(err, sql.ErrTxDone) {
					return nil
				}
			}
		})
		if err == nil {
			t.Error("committed")
		}
		if left := attempts(t.Context(), t, db); len(left) != 0 {
			t.Errorf("%v stand", left)
		}
	})
}

func TestConnectionsComeBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		refused := errors.New("refused")
		for range 60 { // more than there are connections
			if err := db.Write(t.Context(), func(tx *models.Tx) error { return errors.Join(later(tx, "a", nil), refused) }); !errors.Is(err, refused) {
				t.Fatal(err)
			}
			if err := db.Read(t.Context(), func(tx *models.Tx) error {
				return tx.Ask(models.Question{SQL: "select key from attempts", Read: func(models.Rows) error { return refused }})
			}); !errors.Is(err, refused) {
				t.Fatal(err)
			}
			func() {
				defer func() { _ = recover() }()
				_ = db.Write(t.Context(), func(*models.Tx) error { panic("in the midst") })
			}()
		}
		if err := add(t.Context(), db, "after"); err != nil {
			t.Error(err)
		}
	})
}

func TestAskReadsWhatStands(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		id, other, at := models.NewID(), models.NewID(), db.Clock.Now()
		person := models.Person{Base: models.Base{ID: id, CreatedAt: at, UpdatedAt: at, Version: 1}, Email: "a@example.org", Name: "Åse?", SortKey: "a", Language: "nn"}
		if err := db.Write(t.Context(), func(tx *models.Tx) error { return models.InsertAll(tx, []models.Person{person}) }); err != nil {
			t.Fatal(err)
		}
		ask := func(tx *models.Tx) error {
			var name string
			var created time.Time
			var disabled *time.Time
			var none, all []uuid.UUID
			ids := func(list *[]uuid.UUID) func(models.Rows) error {
				return func(rows models.Rows) error {
					for rows.Next() {
						var one uuid.UUID
						if err := rows.Scan(&one); err != nil {
							return err
						}
						*list = append(*list, one)
					}
					return nil
				}
			}
			err := tx.Ask(
				models.Question{SQL: "select name, created_at, disabled_at from people where id = ? and name = ?", Args: []any{id, "Åse?"}, Read: models.One(&name, &created, &disabled)},
				models.Question{SQL: "select id from people where id in ?", Args: []any{[]uuid.UUID{}}, Read: ids(&none)},
				models.Question{SQL: "select id from people where language in ? and id in ?", Args: []any{[]string{"nb", "nn"}, []uuid.UUID{other, id}}, Read: ids(&all)},
			)
			if err != nil || name != "Åse?" || !created.Equal(at) || created.Location() != time.UTC || disabled != nil || len(none) != 0 || !slices.Equal(all, []uuid.UUID{id}) {
				t.Errorf("%q %v %v %v %v, %v", name, created, disabled, none, all, err)
			}
			return tx.Ask(models.Question{SQL: "select name from people where id = ?", Args: []any{other}, Read: models.One(&name)})
		}
		for what, run := range map[string]func(context.Context, func(*models.Tx) error) error{"read": db.Read, "write": db.Write} {
			if err := run(t.Context(), ask); fault.KindOf(err) != fault.NotFound || !errors.Is(err, sql.ErrNoRows) {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}
