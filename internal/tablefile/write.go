package tablefile

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"
)

// ErrNotWritten says that a file takes no more.
var ErrNotWritten = errors.New("the file cannot be written")

// apart names what is wrong with the file. As it comes, a full disk or a broken
// pipe looks like a database that went away while its rows were read.
type apart struct{ to io.Writer }

func (a apart) Write(p []byte) (int, error) {
	n, err := a.to.Write(p)
	if err != nil {
		err = fmt.Errorf("%w: %s", ErrNotWritten, err.Error())
	}
	return n, err
}

// Writer writes a file from one end to the other, so that it may go to a pipe.
type Writer struct {
	zip    *zip.Writer
	tables []Table
}

// NewWriter begins a file. It packs quickly rather than tightly: the machine has
// other work to do.
func NewWriter(w io.Writer) *Writer {
	packed := zip.NewWriter(apart{w})
	packed.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	return &Writer{zip: packed}
}

// Table writes one table: fill is called with a function that takes the rows, one
// call for each, with the values in the order of the columns. Name, columns and
// errands of t are used. Equal content gives equal hashes only when tables,
// columns and rows come in the same order.
func (w *Writer) Table(t Table, fill func(row func(values []any) error) error) error {
	entry, err := w.zip.Create(partName(t.Name))
	if err != nil {
		return err
	}
	t, err = put(entry, t, fill)
	w.tables = append(w.tables, t)
	return err
}

// Measure counts and hashes a table as Writer.Table does, and writes nothing.
func Measure(t Table, fill func(row func(values []any) error) error) (Table, error) {
	return put(io.Discard, t, fill)
}

func put(w io.Writer, t Table, fill func(row func(values []any) error) error) (Table, error) {
	part := newPart(w, t.Columns)
	if err := fill(part.row); err != nil {
		return t, fmt.Errorf("table %s: %w", t.Name, err)
	}
	if err := part.buffer.Flush(); err != nil {
		return t, err
	}
	t.Rows, t.SHA256 = part.rows, hex.EncodeToString(part.sum.Sum(nil))
	return t, nil
}

// Close ends the file with its manifest. Of m it uses what it can't know itself:
// schema, time and program. It does not close what lies below.
func (w *Writer) Close(m Manifest) (Manifest, error) {
	m.Format, m.MadeAt, m.Tables, m.Content = Format, m.MadeAt.UTC(), w.tables, content(w.tables)
	entry, err := w.zip.Create(manifestName)
	if err != nil {
		return m, err
	}
	encoder := json.NewEncoder(entry)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(m); err != nil {
		return m, err
	}
	return m, w.zip.Close()
}

// part is a table that is being written.
type part struct {
	columns []Column
	encoder *json.Encoder // into encoded
	encoded bytes.Buffer
	buffer  *bufio.Writer
	sum     hash.Hash
	rows    int64
	line    []any
}

func newPart(w io.Writer, columns []Column) *part {
	p := &part{columns: columns, sum: sha256.New(), line: make([]any, len(columns))}
	p.buffer = bufio.NewWriterSize(io.MultiWriter(w, p.sum), 64<<10)
	p.encoder = json.NewEncoder(&p.encoded)
	p.encoder.SetEscapeHTML(false)
	return p
}

func (p *part) row(values []any) error {
	if len(values) != len(p.columns) {
		return fmt.Errorf("row %d has %d values for %d columns", p.rows+1, len(values), len(p.columns))
	}
	for i, c := range p.columns {
		v, ok := written(c.Kind, values[i])
		if !ok {
			return fmt.Errorf("row %d: column %s is %s, but holds a %T", p.rows+1, c.Name, c.Kind, values[i])
		}
		p.line[i] = v
	}
	p.rows++
	p.encoded.Reset()
	if err := p.encoder.Encode(p.line); err != nil {
		return err
	}
	if p.encoded.Len() > maxRow { // told now, as nobody could read it
		return fmt.Errorf("row %d is longer than %d bytes", p.rows, maxRow)
	}
	_, err := p.encoded.WriteTo(p.buffer)
	return err
}

// timeForm has a fixed number of digits: one time is written in one way alone.
const timeForm = "2006-01-02T15:04:05.000000Z"

// written gives what stands in the file for a value.
func written(kind Kind, value any) (any, bool) {
	if value == nil {
		return nil, true
	}
	ok := false
	switch kind {
	case Text:
		var v string
		if v, ok = value.(string); ok {
			return writtenText(v), true
		}
	case Integer:
		_, ok = value.(int64)
	case Real:
		var v float64
		if v, ok = value.(float64); ok {
			return writtenReal(v), true
		}
	case Boolean:
		_, ok = value.(bool)
	case Time:
		var v time.Time
		if v, ok = value.(time.Time); ok {
			return v.UTC().Format(timeForm), true
		}
	case Bytes:
		var v []byte
		if v, ok = value.([]byte); ok && v == nil {
			return []byte{}, true // some drivers give no bytes as nil, which JSON takes for NULL
		}
	}
	return value, ok
}
