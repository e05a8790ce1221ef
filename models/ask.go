package models

import (
	"database/sql"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// Question is a query with what reads its rows. A ? stands for a value; that of a
// list of ids or words stands for all of them, in brackets.
type Question struct {
	SQL  string
	Args []any
	Read func(Rows) error // need not look at Err, nor come to the end
}

// Rows are the rows of an answer.
type Rows interface {
	Next() bool
	Scan(into ...any) error
	Err() error
}

// Ask asks several questions. PostgreSQL gets them all in one go, which costs
// little more than one alone; they must not depend on each other.
func (tx *Tx) Ask(questions ...Question) error {
	if tx.Dialect != Postgres {
		for _, q := range questions {
			if err := tx.askOne(q); err != nil {
				return err
			}
		}
		return nil
	}
	batch := &pgx.Batch{}
	for _, q := range questions {
		query, args := q.bound(tx.Dialect)
		batch.Queue(query, args...)
	}
	ask := func(conn *pgx.Conn) error { return askAll(conn.SendBatch(tx.ctx, batch), questions) }
	if p, ok := tx.G.Statement.ConnPool.(*pipelined); ok {
		if err := p.send(); err != nil {
			return err
		}
		return p.raw(ask)
	}
	pool, err := tx.G.DB()
	if err != nil {
		return err
	}
	conn, err := pool.Conn(tx.ctx)
	if err != nil {
		return err
	}
	return errors.Join(conn.Raw(func(driver any) error {
		direct, err := pgxOf(driver)
		if err != nil {
			return err
		}
		return ask(direct)
	}), conn.Close())
}

func (tx *Tx) askOne(q Question) error {
	query, args := q.bound(tx.Dialect)
	rows, err := tx.G.Statement.ConnPool.QueryContext(tx.ctx, query, args...) //nolint:rowserrcheck,sqlclosecheck // readAll does
	if err != nil {
		return err
	}
	return readAll(rows, q, rows.Close)
}

func askAll(results pgx.BatchResults, questions []Question) error {
	for _, q := range questions {
		rows, err := results.Query()
		if err == nil {
			err = readAll(rows, q, func() error { rows.Close(); return nil })
		}
		if err != nil {
			_ = results.Close() // reads what is left, which says no more
			return err
		}
	}
	return results.Close()
}

func readAll(rows Rows, q Question, done func() error) error {
	err := q.Read(rows)
	if closed := done(); err == nil {
		err = closed
	}
	if err == nil {
		err = rows.Err()
	}
	return err
}

// bound gives the question as the database understands it, with $1 and so on. A long
// list goes to SQLite as one value: its driver's work is quadratic in their number.
func (q Question) bound(d Dialect) (query string, args []any) {
	var text strings.Builder
	rest, given := q.SQL, q.Args
	for {
		before, after, found := strings.Cut(rest, "?")
		text.WriteString(before)
		if !found {
			return text.String(), args
		}
		rest = after
		switch value := given[0].(type) {
		case []uuid.UUID, []string:
			list := reflect.ValueOf(value)
			if d == SQLite && list.Len() > 1 {
				words, _ := json.Marshal(value) // ids and words always can be
				args = append(args, string(words))
				text.WriteString("(select value from json_each(")
				placeholder(&text, len(args))
				text.WriteString("))")
				break
			}
			text.WriteByte('(')
			if list.Len() == 0 {
				text.WriteString("null") // in which nothing is
			}
			for i := range list.Len() {
				if i > 0 {
					text.WriteByte(',')
				}
				args = append(args, list.Index(i).Interface())
				placeholder(&text, len(args))
			}
			text.WriteByte(')')
		default:
			args = append(args, value)
			placeholder(&text, len(args))
		}
		given = given[1:]
	}
}

func placeholder(text *strings.Builder, n int) {
	text.WriteByte('$')
	text.WriteString(strconv.Itoa(n))
}

// One reads a row that must be there, into where its columns belong.
func One(into ...any) func(Rows) error {
	return func(rows Rows) error {
		if !rows.Next() {
			if err := rows.Err(); err != nil {
				return err
			}
			return sql.ErrNoRows
		}
		return rows.Scan(into...)
	}
}
