package tablefile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// Format is the version of the file's form that this program writes, and the
// newest that it reads.
const Format = 1

const manifestName = "manifest.json"

// Kind is what a column holds.
type Kind string

// The kinds of columns, with what Row takes and Rows gives for them; each may
// also be nil.
const (
	Text    Kind = "text"    // string
	Integer Kind = "integer" // int64
	Real    Kind = "real"    // float64; no -0, which not every database keeps
	Boolean Kind = "boolean" // bool
	Time    Kind = "time"    // time.Time in UTC, to the microsecond
	Bytes   Kind = "bytes"   // []byte
)

// Column is a column of a table.
type Column struct {
	Name string `json:"name"`
	Kind Kind   `json:"kind"`
}

// Table is one part of the file.
type Table struct {
	Name    string   `json:"name"`
	Columns []Column `json:"columns"`
	// Errands marks a table of work that waits to be done. It empties by itself,
	// so that it does not count for Content.
	Errands bool   `json:"errands,omitempty"`
	Rows    int64  `json:"rows"`
	SHA256  string `json:"sha256"` // of the part as it is when unpacked
}

// Manifest says what is in the file.
type Manifest struct {
	Format  int       `json:"format"`
	Schema  int64     `json:"schema"` // version of the database's schema
	MadeAt  time.Time `json:"made_at"`
	Program string    `json:"program"` // what wrote it
	// Content is a hash of all tables but errands: equal content, equal hash,
	// whichever the database.
	Content string  `json:"content"`
	Tables  []Table `json:"tables"`
}

// Rows counts the rows of all tables.
func (m Manifest) Rows() int64 {
	var sum int64
	for _, t := range m.Tables {
		sum += t.Rows
	}
	return sum
}

// content computes Content.
func content(tables []Table) string {
	sum := sha256.New()
	for _, t := range tables {
		if !t.Errands {
			// a hash never fails
			_, _ = fmt.Fprintf(sum, "%s %d %s\n", t.Name, t.Rows, t.SHA256)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func partName(table string) string { return "tables/" + table + ".jsonl" }
