package models

import (
	"context"
	"database/sql"

	"gorm.io/gorm"
)

// Snapshot runs f on one moment of the database: what others commit meanwhile is
// not seen, and nobody has to wait for it. f cannot write.
func (db *DB) Snapshot(ctx context.Context, f func(*Tx) error) error {
	ctx, end := ended(ctx)
	defer end()
	moment := sql.TxOptions{ReadOnly: true}
	if db.Dialect == Postgres { // SQLite knows no other
		moment.Isolation = sql.LevelRepeatableRead
	}
	err := db.reader.WithContext(ctx).Transaction(func(g *gorm.DB) error {
		return f(&Tx{G: g, Now: db.Clock.Now(), Dialect: db.Dialect, ctx: ctx})
	}, &moment)
	return translate(err)
}
