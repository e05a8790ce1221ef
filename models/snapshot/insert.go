package snapshot

import (
	"time"

	"loftet/internal/tablefile"
	"loftet/models"
)

// How much one statement writes: many rows are quicker than one, and SQLite takes
// no more than 32766 values.
const (
	batchRows   = 200
	batchValues = 30000
)

// fillTable writes the rows of a table as they come out of the file.
func fillTable(tx *models.Tx, in *tablefile.Reader, t tablefile.Table) error {
	size := min(batchRows, batchValues/len(t.Columns))
	whole, err := tx.SQLTx().PrepareContext(tx.Context(), insertion(tx.Dialect, t, size))
	if err != nil {
		return err
	}
	defer func() { _ = whole.Close() }()
	batch := make([]any, 0, size*len(t.Columns))
	err = in.Rows(t, func(values []any) error {
		for i, c := range t.Columns {
			batch = append(batch, toDatabase(tx.Dialect, t.Name, c, values[i]))
		}
		if len(batch) < cap(batch) {
			return nil
		}
		_, err := whole.ExecContext(tx.Context(), batch...)
		batch = batch[:0]
		return err
	})
	if err != nil || len(batch) == 0 {
		return err
	}
	// the last batch is seldom whole
	_, err = tx.SQLTx().ExecContext(tx.Context(), insertion(tx.Dialect, t, len(batch)/len(t.Columns)), batch...)
	return err
}

func toDatabase(d models.Dialect, table string, c tablefile.Column, value any) any {
	if at, ok := value.(time.Time); ok && d == models.SQLite && timesAsText[table+"."+c.Name] {
		return at.Format(errandTime)
	}
	return value
}
