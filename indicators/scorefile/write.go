package scorefile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Table is one file to be written, its header first.
type Table struct {
	Name string
	Rows [][]string
}

// Write makes the folder where it is missing and writes the tables into it. Each is
// written under another name first and renamed when all of them are complete, so
// that a reader never sees half a file and a failure leaves the files of an earlier
// run as they were.
func Write(dir string, tables []Table) (err error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("make the output folder: %w", err)
	}
	temporary := make([]string, 0, len(tables))
	defer func() {
		for _, name := range temporary {
			if gone := os.Remove(name); !errors.Is(gone, os.ErrNotExist) {
				err = errors.Join(err, gone)
			}
		}
	}()
	for _, table := range tables {
		made, err := writeTemporary(dir, table)
		if made != "" {
			temporary = append(temporary, made)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", table.Name, err)
		}
	}
	for i, table := range tables {
		if err := os.Rename(temporary[i], filepath.Join(dir, table.Name)); err != nil {
			return fmt.Errorf("put %s in place: %w", table.Name, err)
		}
	}
	return nil
}

// writeTemporary gives the name of the file that it made, also on failure.
func writeTemporary(dir string, table Table) (string, error) {
	file, err := os.CreateTemp(dir, "."+table.Name+".*")
	if err != nil {
		return "", err
	}
	// CreateTemp makes files that only their owner can read; these are
	// results for others.
	err = errors.Join(file.Chmod(0o644), encode(file, table.Rows), file.Close())
	return file.Name(), err
}

func encode(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	return errors.Join(out.WriteAll(rows), out.Error())
}
