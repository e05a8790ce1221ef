package csvtable_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"loftet/internal/csvtable"
)

var wanted = []csvtable.Column{{Name: "code", Also: []string{"id"}}, {Name: "value"}, {Name: "note", Optional: true}}

func read(text string) (csvtable.Table, csvtable.Findings) {
	return csvtable.Read(csvtable.Source{Name: "f.csv", Reader: strings.NewReader(text)}, wanted)
}

func lines(faults []csvtable.Fault) string {
	var all []string
	for _, f := range faults {
		all = append(all, f.String())
	}
	return strings.Join(all, "\n")
}

func TestReadTakesWhatSpreadsheetsWrite(t *testing.T) {
	for name, text := range map[string]string{
		"plain":          "code,value\na,1\nb,2\n",
		"bom and crlf":   "\uFEFFcode,value\r\na,1\r\nb,2\r\n",
		"semicolons":     "code;value\na;1\nb;2",
		"tabs":           "code\tvalue\na\t1\nb\t2",
		"alias and case": " ID ,VALUE\n a , 1\nb,2\n",
		"other order":    "value,code\n1,a\n2,b\n",
		"quotes":         "\"code\",\"value\"\n\"a\",\"1\"\n\"b\",\"2\"\n",
		"blank lines":    "code,value\n\na,1\n\nb,2\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			table, found := read(text)
			if !found.OK() {
				t.Fatal(lines(found.Faults))
			}
			var got []string
			for _, row := range table.Rows {
				got = append(got, row.Get("code")+"="+row.Get("value")+row.Get("note"))
			}
			if want := []string{"a=1", "b=2"}; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestReadReportsEveryFaultAtOnce(t *testing.T) {
	table, found := read("code,value\na,1,5\nb\nc,\xe5\nd\"x,1\n,\ne,3\n")
	want := strings.Join([]string{
		"f.csv:2: the line has 3 fields where the header has 2 fields; a number takes a decimal point, and text with a comma takes quotes",
		"f.csv:3: the line has 1 field where the header has 2 fields",
		"f.csv:4: the text is not UTF-8; save the file as \"CSV UTF-8\"",
		"f.csv:5: a quote stands inside a field without quotes around it",
	}, "\n")
	if diff := cmp.Diff(want, lines(found.Faults)); diff != "" {
		t.Error(diff)
	}
	if got := lines(found.Warnings); got != "f.csv:6: the line has no content and is left out" {
		t.Errorf("warnings: %s", got)
	}
	if len(table.Rows) != 1 || table.Rows[0].Get("code") != "e" || table.Rows[0].Line != 7 {
		t.Errorf("the sound row is missing: %+v", table.Rows)
	}
}

func TestReadRefusesFilesThatCannotBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "f.csv:1: the file is empty; the first line must name the columns",
		"code,other\na,1\n":           `f.csv:1: the column "value" is missing; the header has code, other`,
		"code,value,Code\na,1,b\n":    `f.csv:1: the column "Code" stands twice, as number 1 and 3`,
		"\xff\xfec\x00o\x00":          "f.csv:1: the text is UTF-16; save the file as \"CSV UTF-8\"",
		"c\xf8de,value\na,1\n":        "f.csv:1: the text is not UTF-8; save the file as \"CSV UTF-8\"",
		"code,value\na,\"1\nb,2\nc,3": "f.csv:2: a quote is opened but not closed properly",
	} {
		if _, found := read(text); lines(found.Faults) != want {
			t.Errorf("%q\n got %s\nwant %s", text, lines(found.Faults), want)
		}
	}
	_, found := csvtable.Read(csvtable.Source{Name: "f.csv", Reader: iotest.ErrReader(io.ErrClosedPipe)}, wanted)
	if got := lines(found.Faults); got != "f.csv: can't be read: io: read/write on closed pipe" {
		t.Error(got)
	}
}

func TestWhatIsToldStaysShort(t *testing.T) {
	_, found := read("code,value\n" + strings.Repeat("x", csvtable.MaxLine) + ",1\n")
	if got := lines(found.Faults); got != "f.csv:2: the line is longer than 1 MiB; this is no table" {
		t.Errorf("%.200s", got)
	}
	_, found = read("code\x1b[31m,\"" + strings.Repeat("y\n", 100_000) + "\"\na,1\n")
	if got := lines(found.Faults); len(got) > 3000 || strings.Contains(got, "\x1b") || len(strings.Split(got, "\n")) != 2 {
		t.Errorf("%d bytes: %.200q", len(got), got)
	}
}

func TestOthersAreTheColumnsNobodyAskedFor(t *testing.T) {
	table, _ := read("x,code,y,value\n1,2,3,4\n")
	if got := table.Others(); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("got %v", got)
	}
	if table.Column("value") != 3 || table.Column("note") != -1 || table.Has("note") {
		t.Error("columns are not where they stand")
	}
}

func TestSortKeepsFilesTogether(t *testing.T) {
	var found csvtable.Findings
	found.Fault("b", 2, "x")
	found.Fault("a", 9, "x")
	found.Fault("b", 1, "x")
	found.Sort()
	if got := lines(found.Faults); got != "b:1: x\nb:2: x\na:9: x" {
		t.Error(got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("code,value\na,1\n"))
	f.Add([]byte("\xef\xbb\xbfcode;value;note\r\na;\"1\n2\";x\r\n"))
	f.Add([]byte("id\tvalue\n\"a\t1"))
	f.Fuzz(func(t *testing.T, text []byte) {
		table, found := csvtable.Read(csvtable.Source{Name: "f.csv", Reader: bytes.NewReader(text)}, wanted)
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Header) || row.Line < 2 {
				t.Fatalf("unsound row %+v", row)
			}
			_ = row.Get("code") + row.Get("value") + row.Get("note")
		}
		if found.OK() && table.Header == nil {
			t.Fatal("no header and no fault")
		}
	})
}
