package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
)

// statement is one that waits to be sent.
type statement struct {
	sql  string
	args []any
	done func(rows int64) error // nil where any number of rows is right
}

// Later writes within a transaction without waiting for it to be done: PostgreSQL
// gets all such statements in one go, before anything else is asked of it in the
// transaction and before the commit. Placeholders are $1 and so on. done is told
// how many rows were written and may refuse; it is nil where that does not matter.
// What a statement fails with comes back from whatever sends it, and from Write.
func (tx *Tx) Later(sql string, done func(rows int64) error, args ...any) error {
	s := statement{sql, args, done}
	if p, ok := tx.G.Statement.ConnPool.(*pipelined); ok {
		p.waiting = append(p.waiting, s)
		return nil
	}
	result, err := tx.G.Statement.ConnPool.ExecContext(tx.ctx, s.sql, s.args...)
	if err != nil || s.done == nil {
		return err
	}
	n, err := result.RowsAffected()
	if err != nil {
		return err
	}
	return s.done(n)
}

// send sends what waits in a transaction.
func send(g *gorm.DB) error {
	if p, ok := g.Statement.ConnPool.(*pipelined); ok {
		return p.send()
	}
	return nil
}

// firstFailure gives what broke a transaction: of all that came after, the
// database says no more than that it is broken.
func firstFailure(g *gorm.DB, err error) error {
	if p, ok := g.Statement.ConnPool.(*pipelined); ok && p.failed != nil {
		return p.failed
	}
	return err
}

// pipelinedPool makes the transactions of gorm pipelined.
type pipelinedPool struct{ *sql.DB }

// GetDBConn gives the pool itself.
func (p pipelinedPool) GetDBConn() (*sql.DB, error) { return p.DB, nil }

// BeginTx begins a transaction on a connection that is its own until it ends.
func (p pipelinedPool) BeginTx(ctx context.Context, options *sql.TxOptions) (gorm.ConnPool, error) {
	conn, err := p.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(ctx, options)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &pipelined{ctx: ctx, tx: tx, conn: conn}, nil
}

// pipelined is a transaction with statements that wait. Whatever else is asked of
// it goes after them, and so sees what they wrote.
type pipelined struct {
	ctx     context.Context //nolint:containedctx // with which the pool ends the transaction
	tx      *sql.Tx
	conn    *sql.Conn
	waiting []statement
	failed  error // of the first that was sent and failed
}

// send sends what waits and reads what came of it.
func (p *pipelined) send() error {
	if p.failed != nil || len(p.waiting) == 0 {
		return p.failed
	}
	statements := p.waiting
	p.waiting = nil
	batch := &pgx.Batch{}
	for _, s := range statements {
		batch.Queue(s.sql, s.args...)
	}
	p.failed = p.raw(func(conn *pgx.Conn) error {
		results := conn.SendBatch(p.ctx, batch)
		if err := outcomes(results, statements); err != nil {
			return err
		}
		return results.Close()
	})
	return p.failed
}

// raw works on the connection of the transaction. The pool rolls back when the
// time is up, and that must not come in the midst of this; nor may anything be sent
// after it, which would be committed at once. A panic in work must not reach the
// pool: it would close the connection, and wait for the transaction to end first.
func (p *pipelined) raw(work func(*pgx.Conn) error) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	var broke any
	err := p.conn.Raw(func(driver any) (err error) {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		conn, err := pgxOf(driver)
		if err != nil {
			return err
		}
		defer func() {
			if broke = recover(); broke != nil {
				err = errBroken
				ended, end := context.WithCancel(context.Background())
				end()
				_ = conn.Close(ended) // nobody knows what it would answer next
			}
		}()
		return work(conn)
	})
	if broke != nil {
		panic(broke)
	}
	return err
}

// pgxOf gives the connection behind one of our pool's.
func pgxOf(driver any) (*pgx.Conn, error) {
	conn, ok := driver.(*stdlib.Conn)
	if !ok {
		return nil, fmt.Errorf("the driver is a %T", driver)
	}
	return conn.Conn(), nil
}

var errBroken = errors.New("the work on a connection broke off")

// outcomes reads what came of statements, until one has failed.
func outcomes(results pgx.BatchResults, statements []statement) error {
	for _, s := range statements {
		tag, err := results.Exec()
		if err == nil && s.done != nil {
			err = s.done(tag.RowsAffected())
		}
		if err != nil {
			_ = results.Close() // reads the rest, which says the same
			return err
		}
	}
	return nil
}

// PrepareContext is that of the transaction.
func (p *pipelined) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	if err := p.send(); err != nil {
		return nil, err
	}
	return p.tx.PrepareContext(ctx, query)
}

// ExecContext is that of the transaction.
func (p *pipelined) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := p.send(); err != nil {
		return nil, err
	}
	return p.tx.ExecContext(ctx, query, args...)
}

// QueryContext is that of the transaction.
func (p *pipelined) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := p.send(); err != nil {
		return nil, err
	}
	return p.tx.QueryContext(ctx, query, args...)
}

// QueryRowContext is that of the transaction. A row can't hold an error from
// before it; firstFailure gives it to whoever ends the transaction.
func (p *pipelined) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if err := p.send(); err != nil {
		ended, end := context.WithCancel(ctx)
		end()
		ctx = ended
	}
	return p.tx.QueryRowContext(ctx, query, args...)
}

// Commit commits. Whoever asks for it has sent what waited.
func (p *pipelined) Commit() error {
	if p.failed != nil || len(p.waiting) > 0 {
		return errors.Join(errors.New("not all statements were done"), p.failed, p.Rollback())
	}
	return errors.Join(p.tx.Commit(), p.conn.Close())
}

// Rollback takes everything back.
func (p *pipelined) Rollback() error { return errors.Join(p.tx.Rollback(), p.conn.Close()) }
