package tablefile_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"loftet/internal/tablefile"
)

// endless is a part that goes on for as long as it is read, up to 64 MB.
type endless struct {
	pattern string
	read    int
}

func (e *endless) Read(to []byte) (int, error) {
	if e.read >= 64<<20 {
		return 0, io.EOF
	}
	for i := range to {
		to[i] = e.pattern[(e.read+i)%len(e.pattern)]
	}
	e.read += len(to)
	return len(to), nil
}

// TestNoRowIsEndless reads files of some kilobytes that unpack to much: they are
// given up soon, not kept in memory to their end.
func TestNoRowIsEndless(t *testing.T) {
	for name, pattern := range map[string]string{"text": "aaaaaaaa", "blanks": "        ", "values": "1,1,1,1,"} {
		begin := map[string]string{"text": `["`, "values": "["}[name]
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		entry, err := w.Create("tables/all.jsonl")
		if err == nil {
			_, err = io.Copy(entry, io.MultiReader(strings.NewReader(begin), &endless{pattern: pattern}))
		}
		if err == nil {
			entry, err = w.Create("manifest.json")
		}
		if err == nil { // the content is that of no tables
			_, err = io.WriteString(entry, `{"format":1,"content":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}`)
		}
		if err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		in, err := tablefile.Open(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Fatal(err)
		}
		err = in.Rows(table, func([]any) error { return nil })
		if !errors.Is(err, tablefile.ErrDamaged) || !strings.Contains(err.Error(), "too long") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestNothingIsWrittenThatCannotBeRead has one row just short enough, and one too
// long.
func TestNothingIsWrittenThatCannotBeRead(t *testing.T) {
	long := tablefile.Table{Name: "long", Columns: table.Columns[:1]}
	write := func(length int) ([]byte, error) {
		var out bytes.Buffer
		w := tablefile.NewWriter(&out)
		text := strings.Repeat("a", length)
		err := w.Table(long, func(row func([]any) error) error {
			return errors.Join(row([]any{text}), row([]any{"b"}))
		})
		if err == nil {
			_, err = w.Close(tablefile.Manifest{Schema: 1})
		}
		return out.Bytes(), err
	}
	const most = 32<<20 - len("[\"\"]\n")
	content, err := write(most)
	if err != nil {
		t.Fatal(err)
	}
	in, err := tablefile.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	saved, _ := in.Table("long")
	if err := in.Rows(saved, func([]any) error { return nil }); err != nil {
		t.Error(err)
	}
	if _, err := write(most + 1); err == nil {
		t.Error("a row was written that nobody can read")
	}
}

// form makes a zip with a manifest of any form.
func form(t *testing.T, manifest string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	entry, err := w.Create("manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Write([]byte(manifest)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
