package models

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// Tx is what a store works on: a transaction (from Write) or a read handle
// (from Read). Now is one timestamp for the whole of it.
type Tx struct {
	G       *gorm.DB
	Now     time.Time
	Dialect Dialect
	ctx     context.Context
}

// Context is the context the transaction was begun with.
func (tx *Tx) Context() context.Context { return tx.ctx }

// SQLTx gives the running transaction for the job queue; nil outside Write.
func (tx *Tx) SQLTx() *sql.Tx {
	if p, ok := tx.G.Statement.ConnPool.(*pipelined); ok {
		return p.tx
	}
	t, _ := tx.G.Statement.ConnPool.(*sql.Tx)
	return t
}

// Write runs f in one transaction and commits when f returns nil. Driver
// errors come back as faults; "outcome-unknown" is that of a commit of which
// nobody knows whether it happened. Within Together it is part of that
// transaction.
func (db *DB) Write(ctx context.Context, f func(*Tx) error) error {
	if j := db.jointOf(ctx); j != nil {
		return j.take(f)
	}
	ctx, end := ended(ctx)
	defer end()
	if db.line != nil {
		if err := db.line.Acquire(ctx, 1); err != nil {
			return failure(ctx, err)
		}
		defer db.line.Release(1)
	}
	committing := false
	err := db.writer.WithContext(ctx).Transaction(func(g *gorm.DB) error {
		err := f(&Tx{G: g, Now: db.Clock.Now(), Dialect: db.Dialect, ctx: ctx})
		if err == nil {
			err = send(g)
		}
		if err == nil {
			err = ctx.Err() // after which no commit is sent
		}
		err = firstFailure(g, err)
		committing = err == nil
		return err
	})
	switch {
	case err == nil:
		noteCommit(ctx)
		return nil
	case committing:
		return uncommitted(ctx, err)
	}
	return failure(ctx, err)
}

// LinesUp tells whether a Write under ctx stands in line for the one writer of
// SQLite, so that whatever it can do before it should.
func (db *DB) LinesUp(ctx context.Context) bool {
	return db.Dialect == SQLite && db.jointOf(ctx) == nil
}

// Read runs f on a handle that does not write. Driver errors come back as
// faults. Within Together it sees what that transaction has written.
func (db *DB) Read(ctx context.Context, f func(*Tx) error) error {
	if j := db.jointOf(ctx); j != nil {
		return failure(ctx, f(j.tx))
	}
	ctx, end := ended(ctx)
	defer end()
	return failure(ctx, f(&Tx{G: db.reader.WithContext(ctx), Now: db.Clock.Now(), Dialect: db.Dialect, ctx: ctx}))
}

// ended gives a context of our own that ends with the work on the database. The
// driver watches it in the background, and the caller's may by then serve another
// request: the web framework uses its contexts again.
func ended(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}

// NewID makes a UUIDv7: ids sort by the time of their making.
func NewID() uuid.UUID { return uuid.Must(uuid.NewV7()) }
