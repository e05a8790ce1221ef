package snapshot

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"loftet/internal/tablefile"
	"loftet/models"
)

// Why a file is not loaded.
var (
	ErrNotEmpty    = errors.New("the database is not empty; restore into a new one")
	ErrFurtherOn   = errors.New("the database has a newer schema than the backup; restore into a new one, it is brought up to date afterwards")
	ErrDoesNotFit  = errors.New("the backup does not fit its schema")
	ErrNewerBackup = errors.New("the backup is from a newer program; install the newer version")
)

// Load fills an empty database from a file: the schema is made as it was when the
// file was written, all rows go in in one transaction, are read again and compared
// with the file's hashes before it commits, and then the schema is brought up to
// date. With errands, work that waited is loaded too and will be done.
func Load(ctx context.Context, db *models.DB, in *tablefile.Reader, withErrands bool) error {
	schema := in.Manifest().Schema
	current, known, err := models.SchemaVersion(ctx, db)
	switch {
	case err != nil:
		return err
	case schema > known:
		return fmt.Errorf("schema %d, program knows %d: %w", schema, known, ErrNewerBackup)
	case schema < 1:
		return ErrDoesNotFit
	}
	if err := models.MigrateTo(ctx, db, schema); err != nil {
		return err
	}
	err = db.Write(ctx, func(tx *models.Tx) error {
		list, err := tables(tx)
		if err != nil {
			return err
		}
		if err := empty(tx, list); err != nil {
			return err
		}
		if current > schema {
			return fmt.Errorf("schema %d, backup %d: %w", current, schema, ErrFurtherOn)
		}
		return fill(tx, list, in, withErrands)
	})
	if err != nil {
		return err
	}
	return models.Migrate(ctx, db)
}

func empty(tx *models.Tx, list []table) error {
	for _, t := range list {
		var any bool
		if err := tx.G.Raw("select exists (select 1 from " + quoted(t.Name) + ")").Scan(&any).Error; err != nil {
			return err
		}
		if any {
			return fmt.Errorf("%w: there are rows in %s", ErrNotEmpty, t.Name)
		}
	}
	return nil
}

// fill loads the tables in an order in which each finds what it refers to.
func fill(tx *models.Tx, list []table, in *tablefile.Reader, withErrands bool) error {
	if err := fits(list, in.Manifest().Tables); err != nil {
		return err
	}
	ordered, err := inOrder(list)
	if err != nil {
		return err
	}
	for _, t := range ordered {
		if t.Errands && !withErrands {
			continue
		}
		saved, _ := in.Table(t.Name)
		if err := fillTable(tx, in, saved); err != nil {
			return err
		}
		if err := compare(tx, t, saved); err != nil {
			return err
		}
	}
	return nil
}

// fits tells whether a file has the tables and columns of a schema.
func fits(list []table, saved []tablefile.Table) error {
	if len(list) != len(saved) {
		return fmt.Errorf("%w: %d tables, schema %d", ErrDoesNotFit, len(saved), len(list))
	}
	for i, t := range list {
		if t.Name != saved[i].Name || t.Errands != saved[i].Errands || !slices.Equal(t.Columns, saved[i].Columns) {
			return fmt.Errorf("%w: table %q", ErrDoesNotFit, saved[i].Name)
		}
	}
	return nil
}

// compare reads a table back and holds it against the file.
func compare(tx *models.Tx, t table, saved tablefile.Table) error {
	now, err := tablefile.Measure(t.Table, func(row func([]any) error) error { return rows(tx, t, row) })
	if err != nil {
		return err
	}
	if now.Rows != saved.Rows || now.SHA256 != saved.SHA256 {
		return fmt.Errorf("table %s did not survive: %d of %d rows, or other values in them", t.Name, now.Rows, saved.Rows)
	}
	return nil
}
