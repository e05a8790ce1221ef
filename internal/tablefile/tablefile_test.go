package tablefile_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"loftet/internal/tablefile"
)

var table = tablefile.Table{Name: "all", Columns: []tablefile.Column{
	{Name: "t", Kind: tablefile.Text}, {Name: "i", Kind: tablefile.Integer}, {Name: "r", Kind: tablefile.Real},
	{Name: "b", Kind: tablefile.Boolean}, {Name: "at", Kind: tablefile.Time}, {Name: "raw", Kind: tablefile.Bytes},
}}

// rows hold what is hard to keep: the last bit of numbers, text that is no UTF-8,
// what means something in JSON, HTML or to a terminal.
var rows = [][]any{
	{"", int64(math.MaxInt64), 0.1, true, time.Date(2026, 3, 29, 2, 30, 0, 1000, time.UTC), []byte{}},
	{"å ž \u2028 \x00 <b>&\\\"\n", int64(math.MinInt64), math.Inf(-1), false, time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), []byte{0, 255}},
	{"\xff\xfe", int64(1) << 53, math.Inf(1), nil, time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC), nil},
	{nil, nil, math.SmallestNonzeroFloat64, nil, nil, []byte(nil)},
	{`{"base64":"eA=="}`, int64(0), math.MaxFloat64, nil, nil, []byte("x")},
}

func file(t testing.TB, tables ...tablefile.Table) ([]byte, tablefile.Manifest) {
	t.Helper()
	var out bytes.Buffer
	w := tablefile.NewWriter(&out)
	for _, table := range tables {
		err := w.Table(table, func(row func([]any) error) error {
			for _, values := range rows {
				if err := row(values); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	m, err := w.Close(tablefile.Manifest{Schema: 7, Program: "p", MadeAt: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), m
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	content, m := file(t, table)
	in, err := tablefile.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, in.Manifest()); diff != "" {
		t.Error(diff)
	}
	var got [][]any
	if err := in.Rows(m.Tables[0], func(values []any) error { got = append(got, values); return nil }); err != nil {
		t.Fatal(err)
	}
	want := append([][]any{}, rows...)
	want[3] = append(append([]any{}, want[3][:5]...), []byte{}) // no bytes are no NULL
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, found := in.Table("none"); found {
		t.Error("a table that is not there was found")
	}
}

func TestErrandsDoNotCountForTheContent(t *testing.T) {
	waiting := table
	waiting.Name, waiting.Errands = "waiting", true
	_, one := file(t, table)
	_, two := file(t, table, waiting)
	if one.Content != two.Content || two.Rows() != 2*one.Rows() {
		t.Errorf("%s of %d rows, %s of %d", one.Content, one.Rows(), two.Content, two.Rows())
	}
	waiting.Errands = false
	if _, three := file(t, table, waiting); three.Content == one.Content {
		t.Error("a table more is the same content")
	}
}

func TestAValueOfAnotherKindIsRefused(t *testing.T) {
	for i := range table.Columns {
		row := append([]any{}, rows[0]...)
		row[i] = struct{}{}
		_, err := tablefile.Measure(table, func(put func([]any) error) error { return put(row) })
		if err == nil {
			t.Errorf("column %d took anything", i)
		}
	}
	if _, err := tablefile.Measure(table, func(put func([]any) error) error { return put(rows[0][1:]) }); err == nil {
		t.Error("a row may be short")
	}
}

// TestEveryByteCounts changes each byte of a file, and cuts it off at each: it is
// never read as if nothing had happened.
func TestEveryByteCounts(t *testing.T) {
	content, m := file(t, table)
	read := func(content []byte) error {
		in, err := tablefile.Open(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return err
		}
		if cmp.Diff(m, in.Manifest()) != "" {
			return tablefile.ErrDamaged // whoever reads the manifest sees another
		}
		for _, table := range in.Manifest().Tables {
			if err := in.Rows(table, func([]any) error { return nil }); err != nil {
				return err
			}
		}
		return nil
	}
	unnoticed := 0
	for at := range content {
		changed := bytes.Clone(content)
		changed[at] ^= 0x55
		switch err := read(changed); {
		case err == nil:
			unnoticed++ // times, modes and the like in the headers of the zip
		case errors.Is(err, tablefile.ErrDamaged) && errors.Is(err, io.ErrUnexpectedEOF):
			t.Errorf("byte %d: it looks like a connection that broke: %v", at, err)
		case !errors.Is(err, tablefile.ErrDamaged) && !errors.Is(err, tablefile.ErrNotOurs) && !errors.Is(err, tablefile.ErrNewer):
			t.Errorf("byte %d: %v", at, err)
		}
		if read(content[:at]) == nil {
			t.Errorf("cut off at %d, it was read", at)
		}
	}
	if unnoticed > len(content)/4 {
		t.Errorf("%d of %d bytes may be anything", unnoticed, len(content))
	}
}

func TestANewerFormIsRefused(t *testing.T) {
	newer := form(t, `{"format": 2}`)
	if _, err := tablefile.Open(bytes.NewReader(newer), int64(len(newer))); !errors.Is(err, tablefile.ErrNewer) {
		t.Errorf("error %v", err)
	}
	for _, manifest := range []string{`{}`, `[]`, `{"format": 1, "content": "x"}`, ``} {
		none := form(t, manifest)
		if _, err := tablefile.Open(bytes.NewReader(none), int64(len(none))); err == nil {
			t.Errorf("%s was taken", manifest)
		}
	}
}

func FuzzOpen(f *testing.F) {
	content, _ := file(f, table)
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) {
		in, err := tablefile.Open(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return
		}
		for _, table := range in.Manifest().Tables {
			_ = in.Rows(table, func([]any) error { return io.EOF }) // it must end, and not panic
		}
	})
}
