package scorefile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// ownHeads are how the first lines of the files begin that [Write] is given.
var ownHeads = map[string][]string{
	"scores.csv": {"entity,year,code,value,score,colour,", "entity,year,code,value,rank,of,"}, "goals.csv": {"entity,year,goal,score,"}, "index.csv": {"entity,year,index,rank,"},
	"trend.csv": {"entity,code,goal,y0,"}, "goal_trend.csv": {"entity,goal,place,"}, "progress.csv": {"entity,code,goal,y0,"}, "check.csv": {"entity,year,code,line,"},
}

// RemoveOld takes away what an earlier run left in the folder under names that this run
// did not write, so that nobody reads it as new, and gives the names. A file that does
// not begin as ours do is somebody's own and stays.
func RemoveOld(dir string, written []Table) (removed []string, err error) {
	for name, heads := range ownHeads {
		if slices.ContainsFunc(written, func(t Table) bool { return t.Name == name }) {
			continue
		}
		path := filepath.Join(dir, name)
		head, wrong := firstBytes(path)
		if errors.Is(wrong, os.ErrNotExist) {
			continue
		}
		if wrong == nil && slices.ContainsFunc(heads, func(own string) bool { return strings.HasPrefix(head, own) }) {
			wrong = os.Remove(path)
			removed = append(removed, name)
		}
		err = errors.Join(err, wrong)
	}
	slices.Sort(removed)
	return removed, err
}

func firstBytes(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	head := make([]byte, 64)
	n, err := io.ReadFull(file, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return string(head[:n]), errors.Join(err, file.Close())
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
