package snapshot

import (
	"database/sql"
	"time"

	"loftet/internal/tablefile"
	"loftet/models"
)

// How much one statement writes: many rows are quicker than one, SQLite takes no
// more than 32766 values, and long texts must not pile up.
const (
	batchRows   = 200
	batchValues = 30000
	batchBytes  = 1 << 20
)

// batch collects rows of one table until they are worth a statement.
type batch struct {
	tx     *models.Tx
	table  tablefile.Table
	most   int       // rows
	full   *sql.Stmt // for so many
	values []any
	bytes  int
}

// fillTable writes the rows of a table as they come out of the file.
func fillTable(tx *models.Tx, in *tablefile.Reader, t tablefile.Table) error {
	b := &batch{tx: tx, table: t, most: min(batchRows, batchValues/len(t.Columns))}
	var err error
	if b.full, err = tx.SQLTx().PrepareContext(tx.Context(), insertion(tx.Dialect, t, b.most)); err != nil {
		return err
	}
	defer func() { _ = b.full.Close() }()
	if err := in.Rows(t, b.add); err != nil {
		return err
	}
	return b.flush()
}

func (b *batch) add(row []any) error {
	for i, c := range b.table.Columns {
		b.values = append(b.values, toDatabase(b.tx.Dialect, b.table.Name, c, row[i]))
		switch v := row[i].(type) {
		case string:
			b.bytes += len(v)
		case []byte:
			b.bytes += len(v)
		}
	}
	if b.rows() < b.most && b.bytes < batchBytes {
		return nil
	}
	return b.flush()
}

func (b *batch) rows() int { return len(b.values) / len(b.table.Columns) }

func (b *batch) flush() error {
	var err error
	switch b.rows() {
	case 0:
	case b.most:
		_, err = b.full.ExecContext(b.tx.Context(), b.values...)
	default:
		_, err = b.tx.SQLTx().ExecContext(b.tx.Context(), insertion(b.tx.Dialect, b.table, b.rows()), b.values...)
	}
	clear(b.values)
	b.values, b.bytes = b.values[:0], 0
	return err
}

func toDatabase(d models.Dialect, table string, c tablefile.Column, value any) any {
	if at, ok := value.(time.Time); ok && d == models.SQLite && timesAsText[table+"."+c.Name] {
		return at.Format(errandTime)
	}
	return value
}
