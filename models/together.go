package models

import "context"

// joint is a transaction that several calls of Write share.
type joint struct {
	db     *DB
	tx     *Tx
	failed error // of the first part that failed
}

type jointKey struct{}

// Together makes all that is done under its context one transaction: what f and
// everything it calls write is committed when f returns nil, and rolled back
// when it doesn't, or when one of the parts failed. The parts run one after
// another; they must not be given to other goroutines.
func (db *DB) Together(ctx context.Context, f func(context.Context, *Tx) error) error {
	return db.Write(ctx, func(tx *Tx) error {
		j := &joint{db: db, tx: tx}
		if err := f(context.WithValue(tx.ctx, jointKey{}, j), tx); err != nil {
			return err
		}
		return j.failed
	})
}

func (db *DB) jointOf(ctx context.Context) *joint {
	if j, ok := ctx.Value(jointKey{}).(*joint); ok && j.db == db {
		return j
	}
	return nil
}

// take runs a part. One that failed spoils the whole, whatever becomes of its
// error: a transaction that is half done is not committed.
func (j *joint) take(f func(*Tx) error) error {
	err := failure(j.tx.ctx, f(j.tx))
	if err != nil && j.failed == nil {
		j.failed = err
	}
	return err
}
