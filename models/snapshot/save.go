package snapshot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"loftet/internal/tablefile"
	"loftet/models"
)

// ErrNoService says that a database is none of the service.
var ErrNoService = errors.New("this database has no tables of the service")

// Save writes all tables, as of one moment after its call, and tells what it
// wrote. Others may read and write meanwhile. The schema may be an older one; one
// that is newer than the program is refused with models.ErrNewerDatabase. Nothing
// is changed in the database.
func Save(ctx context.Context, db *models.DB, out *tablefile.Writer, program string) (tablefile.Manifest, error) {
	manifest := tablefile.Manifest{Program: program}
	err := db.Snapshot(ctx, func(tx *models.Tx) error {
		list, err := tables(tx)
		if err != nil {
			return err
		}
		if manifest.Schema, err = version(tx, list); err != nil {
			return err
		}
		manifest.MadeAt = tx.Now
		for _, t := range list {
			if err := out.Table(t.Table, func(row func([]any) error) error { return rows(tx, t, row) }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return manifest, err
	}
	return out.Close(manifest)
}

// version gives the version of the schema, read in the same moment as the rows.
func version(tx *models.Tx, list []table) (int64, error) {
	if len(list) == 0 {
		return 0, ErrNoService
	}
	var current int64
	if err := tx.G.Raw("select coalesce(max(version_id), 0) from goose_db_version").Scan(&current).Error; err != nil {
		return 0, fmt.Errorf("%w: %w", ErrNoService, err)
	}
	return current, models.CheckSchema(tx.Dialect, current)
}

// rows reads a table, one row at a time.
func rows(tx *models.Tx, t table, row func([]any) error) error {
	found, err := tx.G.Raw(selection(tx.Dialect, t)).Rows()
	if err != nil {
		return err
	}
	defer func() { _ = found.Close() }()
	values, into := make([]any, len(t.Columns)), make([]any, len(t.Columns))
	for i := range values {
		into[i] = &values[i]
	}
	for found.Next() {
		if err := found.Scan(into...); err != nil {
			return err
		}
		for i, c := range t.Columns {
			values[i] = fromDatabase(t.Name, c, values[i])
		}
		if err := row(values); err != nil {
			return err
		}
	}
	return found.Err()
}

// fromDatabase evens out what the two drivers give. What fits no kind passes, and
// is refused where it is written.
func fromDatabase(table string, c tablefile.Column, value any) any {
	switch v := value.(type) {
	case int64:
		if c.Kind == tablefile.Boolean && (v == 0 || v == 1) {
			return v == 1
		}
	case time.Time:
		if timesAsText[table+"."+c.Name] {
			return v.Truncate(time.Millisecond)
		}
	case string:
		if timesAsText[table+"."+c.Name] {
			if at, err := time.Parse(errandTime, v); err == nil {
				return at
			}
		}
	}
	return value
}
