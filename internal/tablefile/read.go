package tablefile

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Faults of a file.
var (
	ErrNotOurs = errors.New("this is not a backup, or it was cut off")
	ErrNewer   = errors.New("this backup was written by a newer program; install the newer version")
	ErrDamaged = errors.New("this backup is damaged")
)

// The manifest names tables and columns, nothing that grows with the data.
const maxManifest = 4 << 20

// maxRow is how long a row may be in the file. People send a megabyte at most, and
// the longest rows hold what one municipality has submitted. A few bytes of a zip
// can become any number.
const maxRow = 32 << 20

// ration gives no more than is left of it.
type ration struct {
	from io.Reader
	left int
}

func (r *ration) Read(to []byte) (int, error) {
	if r.left == 0 {
		return 0, errors.New("too long")
	}
	n, err := r.from.Read(to[:min(len(to), r.left)])
	r.left -= n
	return n, err
}

// Reader reads a file.
type Reader struct {
	zip      *zip.Reader
	manifest Manifest
}

// Open reads the manifest. It fails with ErrNotOurs, ErrNewer or ErrDamaged.
func Open(r io.ReaderAt, size int64) (*Reader, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotOurs, err)
	}
	entry, err := archive.Open(manifestName)
	if err != nil {
		return nil, ErrNotOurs
	}
	defer func() { _ = entry.Close() }()
	out := &Reader{zip: archive}
	if err := json.NewDecoder(io.LimitReader(entry, maxManifest)).Decode(&out.manifest); err != nil {
		return nil, fmt.Errorf("%w: manifest: %s", ErrDamaged, err.Error())
	}
	switch {
	case out.manifest.Format > Format:
		return nil, ErrNewer
	case out.manifest.Format < 1:
		return nil, ErrNotOurs
	case out.manifest.Content != content(out.manifest.Tables):
		return nil, fmt.Errorf("%w: the manifest's hash is not that of its tables", ErrDamaged)
	}
	return out, nil
}

// Manifest says what is in the file.
func (r *Reader) Manifest() Manifest { return r.manifest }

// Table finds a table in the manifest.
func (r *Reader) Table(name string) (Table, bool) {
	at := slices.IndexFunc(r.manifest.Tables, func(t Table) bool { return t.Name == name })
	if at < 0 {
		return Table{}, false
	}
	return r.manifest.Tables[at], true
}

// Rows hands out the rows of a table, one call for each; the values are the
// caller's. It fails with ErrDamaged when they are not those of the manifest,
// which shows at the end alone: the rows are to be thrown away then.
func (r *Reader) Rows(t Table, row func(values []any) error) error {
	entry, err := r.zip.Open(partName(t.Name))
	if err != nil {
		return fmt.Errorf("%w: table %s: %s", ErrDamaged, t.Name, err.Error())
	}
	defer func() { _ = entry.Close() }()
	sum := sha256.New()
	part := &ration{from: bufio.NewReaderSize(io.TeeReader(entry, sum), 64<<10)}
	decoder := json.NewDecoder(part)
	decoder.UseNumber()
	var count int64
	for {
		part.left = maxRow
		var line []any
		if err := decoder.Decode(&line); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return fmt.Errorf("%w: table %s, row %d: %s", ErrDamaged, t.Name, count+1, err.Error())
		}
		count++
		if err := values(t.Columns, line); err != nil {
			return fmt.Errorf("%w: table %s, row %d: %s", ErrDamaged, t.Name, count, err.Error())
		}
		if err := row(line); err != nil {
			return fmt.Errorf("table %s, row %d: %w", t.Name, count, err)
		}
	}
	if count != t.Rows || hex.EncodeToString(sum.Sum(nil)) != t.SHA256 {
		return fmt.Errorf("%w: table %s is not the one that the manifest names", ErrDamaged, t.Name)
	}
	return nil
}

// values turns a line into values in place.
func values(columns []Column, line []any) error {
	if len(line) != len(columns) {
		return fmt.Errorf("%d values for %d columns", len(line), len(columns))
	}
	for i, c := range columns {
		v, ok := read(c.Kind, line[i])
		if !ok {
			return fmt.Errorf("column %s is no %s", c.Name, c.Kind)
		}
		line[i] = v
	}
	return nil
}
