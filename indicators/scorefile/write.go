package scorefile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Files are the names of what Write makes, in the order of the work.
var Files = []string{"scores.csv", "goals.csv", "index.csv"}

// Write makes the folder where it is missing and writes the three files into
// it. Each is written under another name first and renamed when all of them are
// complete, so that a reader never sees half a file and a failure leaves the
// files of an earlier run as they were.
func Write(dir string, years []Scored) (err error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("make the output folder: %w", err)
	}
	temporary := make([]string, 0, len(Files))
	defer func() {
		for _, name := range temporary {
			if gone := os.Remove(name); !errors.Is(gone, os.ErrNotExist) {
				err = errors.Join(err, gone)
			}
		}
	}()
	rows := [][][]string{scoreRows(years), goalRows(years), indexRows(years)}
	for i, name := range Files {
		made, err := writeTemporary(dir, name, rows[i])
		if made != "" {
			temporary = append(temporary, made)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	for i, name := range Files {
		if err := os.Rename(temporary[i], filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("put %s in place: %w", name, err)
		}
	}
	return nil
}

// writeTemporary gives the name of the file that it made, also on failure.
func writeTemporary(dir, name string, rows [][]string) (string, error) {
	file, err := os.CreateTemp(dir, "."+name+".*")
	if err != nil {
		return "", err
	}
	// CreateTemp makes files that only their owner can read; these are
	// results for others.
	err = errors.Join(file.Chmod(0o644), encode(file, rows), file.Close())
	return file.Name(), err
}

func encode(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	return errors.Join(out.WriteAll(rows), out.Error())
}
