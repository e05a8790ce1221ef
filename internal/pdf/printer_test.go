package pdf_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf16"

	"loftet/internal/pdf"
	"loftet/internal/pdf/pdftest"
)

func TestAPageIsPrintedTaggedAndReachesNothing(t *testing.T) {
	printer := pdftest.Printer(t)
	folder := shortFolder(t)
	var asked atomic.Int32
	outside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer outside.Close()
	printed, err := printer.Print(context.Background(), []byte(`<!doctype html><html lang="nn"><head><meta charset="utf-8"><title>Svar – Ål kommune</title></head>
<body><h1>Svar</h1><table><tr><th>Kommune</th><td>Ål</td></tr></table><img alt="" src="`+outside.URL+`/x.png"><script>document.title = "script"</script></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"%PDF-", "/StructTreeRoot", "/MarkInfo", "/Lang (nn)", "/Title <" + inHex("Svar – Ål kommune") + ">"} {
		if !bytes.Contains(printed, []byte(want)) {
			t.Errorf("the PDF has no %s", want)
		}
	}
	if asked.Load() > 0 {
		t.Error("the browser fetched a picture")
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// shortFolder has the temporary files in a folder of their own. Chromium puts a
// socket there, whose path may have some hundred characters.
func shortFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "p")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	t.Setenv("TMPDIR", folder)
	return folder
}

// inHex writes a text as a PDF has it: UTF-16 with its mark, as digits.
func inHex(text string) string {
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return strings.ToUpper(hex.EncodeToString(out))
}

func TestNoProgramIsSaidAtOnce(t *testing.T) {
	if _, err := pdf.New("/nowhere/chromium"); err == nil || !strings.Contains(err.Error(), "/nowhere/chromium") {
		t.Error(err)
	}
}
