package filetype_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"loftet/internal/filetype"
)

// entry is a file in an archive.
type entry struct{ name, text string }

func archive(t testing.TB, stored bool, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, e := range entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if i == 0 && stored {
			header.Method = zip.Store
		}
		f, err := w.CreateHeader(header)
		if err == nil {
			_, err = f.Write([]byte(e.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOf(t *testing.T) {
	types := entry{"[Content_Types].xml", "<x/>"}
	odt := entry{"mimetype", "application/vnd.oasis.opendocument.text"}
	for _, row := range []struct {
		what, name string
		content    []byte
		want       string // ending of the kind; empty: refused
	}{
		{"pdf", "a.pdf", []byte("%PDF-1.7\n"), ".pdf"},
		{"pdf called text", "a.txt", []byte("%PDF-1.7\n"), ".pdf"},
		{"png", "a", []byte("\x89PNG\r\n\x1a\n\x00"), ".png"},
		{"jpeg called png", "a.png", []byte("\xff\xd8\xff\xe0"), ".jpg"},
		{"docx", "a.docx", archive(t, false, types, entry{"word/document.xml", "<w/>"}), ".docx"},
		{"xlsx", "a.xlsx", archive(t, false, types, entry{"xl/workbook.xml", "<w/>"}), ".xlsx"},
		{"odt", "a.odt", archive(t, true, odt, entry{"content.xml", "<w/>"}), ".odt"},
		{"ods", "a.ods", archive(t, true, entry{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}), ".ods"},
		{"csv", "A.CSV", []byte("a;b\r\n1;2\r\n"), ".csv"},
		{"text with a broken name", "a.csv.exe", []byte("æøå\n"), ".txt"},
		{"a formula is text", "a.txt", []byte("1 < 2\n"), ".txt"},

		{"nothing", "a.txt", nil, ""},
		{"svg", "a.png", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), ""},
		{"html called text", "a.txt", []byte("  \n<!DOCTYPE html><p>"), ""},
		{"a script further in", "a.csv", []byte("a,b\n<SCRIPT>alert(1)</SCRIPT>"), ""},
		{"a program", "a.pdf", []byte("MZ\x90\x00\x03"), ""},
		{"text in another encoding", "a.csv", []byte("bl\xe5b\xe6r"), ""},
		{"any zip", "a.docx", archive(t, false, entry{"readme.txt", "x"}), ""},
		{"docx without its types", "a.docx", archive(t, false, entry{"word/document.xml", "<w/>"}), ""},
		{"docx with a program", "a.docx", archive(t, false, types, entry{"word/document.xml", "<w/>"}, entry{"word/vbaProject.bin", "x"}), ""},
		{"odt whose kind is packed", "a.odt", archive(t, false, odt), ""},
		{"another open document", "a.odt", archive(t, true, entry{"mimetype", "application/vnd.oasis.opendocument.graphics"}), ""},
		{"half a zip", "a.xlsx", archive(t, false, types, entry{"xl/workbook.xml", "<w/>"})[:60], ""},
	} {
		kind, ok := filetype.Of(row.name, row.content)
		if ok != (row.want != "") || kind.Ending != row.want && ok {
			t.Errorf("%s: got %v %q, want %q", row.what, ok, kind.Ending, row.want)
		}
	}
}

func TestManyEntriesAreRefused(t *testing.T) {
	entries := []entry{{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}}
	for range 5000 {
		entries = append(entries, entry{"a", ""})
	}
	if _, ok := filetype.Of("a.xlsx", archive(t, false, entries...)); ok {
		t.Error("an archive of 5002 entries was taken")
	}
}

func TestName(t *testing.T) {
	for given, want := range map[string]string{
		"plan.pdf": "plan.pdf", "plan": "plan.pdf", "plan.exe": "plan.exe.pdf", "PLAN.PDF": "PLAN.pdf", `C:\fakepath\Årsrapport 2025.pdf`: "Årsrapport 2025.pdf",
		"../../etc/passwd": "passwd.pdf", "a\r\nSet-Cookie: x": "aSet-Cookie x.pdf", "\u202efdp.exe": "fdp.exe.pdf", "": "fil.pdf", "...": "fil.pdf",
		"CON<>.pdf": "CON.pdf", "\xff.pdf": "fil.pdf",
	} {
		if got := filetype.Name(given, filetype.PDF); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
	}
	if got := filetype.Name(strings.Repeat("å", 500), filetype.PDF); len([]rune(got)) != 124 {
		t.Errorf("%d signs", len([]rune(got)))
	}
}

func FuzzOf(f *testing.F) {
	f.Add("a.csv", []byte("a,b\n"))
	f.Add("a.odt", archive(f, true, entry{"mimetype", "application/vnd.oasis.opendocument.text"}))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		kind, ok := filetype.Of(name, content)
		if !ok {
			return
		}
		if again := filetype.Name(filetype.Name(name, kind), kind); again != filetype.Name(name, kind) || strings.ContainsAny(again, "/\\\x00\r\n\"") {
			t.Fatalf("%q became %q", name, again)
		}
	})
}
