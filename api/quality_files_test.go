package api_test

import (
	"archive/zip"
	"bytes"
	"net/url"
	"runtime"
	"strings"
	"testing"
)

// TestQuality19PicturesThatHoldScriptsAreNotTaken hands in what a browser would run.
func TestQuality19PicturesThatHoldScriptsAreNotTaken(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	at := "/responses/" + h.responseOf("lia-respondent") + "/answers/13.2-ghg/files?name="
	for name, content := range map[string]string{
		"kart.svg": `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
		"kart.png": `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`,
		"kart.txt": "<!doctype html><script>alert(1)</script>",
	} {
		h.run([]row{{name: name, as: "lia-respondent", method: "POST", path: at + name, body: []byte(content), status: 422, has: []string{`"file_kind"`}}})
	}
}

// TestQuality30AWorkbookIsNotUnpackedWithoutEnd reads back a small file that says it is
// a gigabyte unpacked.
func TestQuality30AWorkbookIsNotUnpackedWithoutEnd(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	at := "/responses/" + h.responseOf("lia-respondent") + "/workbook"
	_, sound := h.call(row{as: "lia-respondent", method: "GET", path: at})
	swollen := swell(t, sound, 1<<30)
	if len(swollen) > 10<<20 {
		t.Fatalf("%d bytes are not small", len(swollen))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	h.run([]row{{as: "lia-respondent", method: "POST", path: at, body: swollen, status: 422}})
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 400<<20 {
		t.Errorf("%d MB were taken to refuse it", took>>20)
	}
}

// swell packs a workbook anew with a first sheet of so many bytes more.
func swell(t *testing.T, book string, more int) []byte {
	t.Helper()
	in, err := zip.NewReader(strings.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if f.Name != "xl/worksheets/sheet1.xml" {
			err = w.Copy(f)
		} else {
			part, made := w.Create(f.Name)
			err = made
			blank := bytes.Repeat([]byte(" "), 1<<20)
			for i := 0; i < more && err == nil; i += len(blank) {
				_, err = part.Write(blank)
			}
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

// TestQuality31FileNamesAreNoPaths hands in a file by names that lead elsewhere: none
// does. In a bundle, files have the name that is stored, behind a number.
func TestQuality31FileNamesAreNoPaths(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	id := h.responseOf("lia-respondent")
	for _, name := range []string{"../../etc/passwd.txt", `..\..\boot.txt`, "/etc/cron.d/job.txt", "C:\\windows\\x.txt", "..", "a/../../b.csv"} {
		res, body := h.call(row{as: "lia-respondent", method: "POST", path: "/responses/" + id + "/answers/13.2-ghg/files?name=" + url.QueryEscape(name), body: []byte(name)})
		if res.StatusCode != 201 && res.StatusCode != 422 {
			t.Errorf("%s: %d %s", name, res.StatusCode, body)
		}
		if _, rest, named := strings.Cut(body, `"name":"`); named {
			if stored, _, _ := strings.Cut(rest, `"`); strings.ContainsAny(stored, `/\`) || strings.HasPrefix(stored, ".") {
				t.Errorf("%s is stored as %s", name, stored)
			}
		}
	}
}
