package api

import (
	"compress/gzip"
	"io"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

func TestIsPage(t *testing.T) {
	for name, want := range map[string]bool{
		"":                        true,
		"nb":                      true,
		"nb/needs/12":             true,
		"nb/indicators/1.2-child": true,
		"favicon.ico":             false,
		"robots.txt":              false,
		"assets/gone-1a2b.js":     false,
	} {
		if got := isPage(name); got != want {
			t.Errorf("isPage(%q) = %v", name, got)
		}
	}
}

func TestTakes(t *testing.T) {
	for accepted, want := range map[string]bool{
		"":                        false,
		"gzip":                    true,
		"br, GZIP":                true,
		"gzip;q=0.5, br":          true,
		"gzip; q=0":               false,
		"gzip;q=0.000, identity":  false,
		"br, deflate":             false,
		"gzip, deflate, br, zstd": true,
	} {
		if got := takes(accepted, "gzip"); got != want {
			t.Errorf("takes(%q) = %v", accepted, got)
		}
	}
}

func TestServePacked(t *testing.T) {
	packed := gzipped(t, "let a = 1")
	files := fstest.MapFS{
		"assets/a.js":    {Data: []byte("let a = 1")},
		"assets/a.js.gz": {Data: packed},
		"assets/a.js.br": {Data: []byte("smaller")},
		"assets/b.woff2": {Data: []byte("font")},
	}
	for _, c := range []struct {
		name, accepts  string
		served         bool
		encoding, vary string
	}{
		{"assets/a.js", "gzip", true, "gzip", "Accept-Encoding"},
		{"assets/a.js", "gzip, br;q=0", true, "gzip", "Accept-Encoding"},
		{"assets/a.js", "gzip, deflate, br", true, "br", "Accept-Encoding"},
		{"assets/a.js", "", false, "", "Accept-Encoding"},
		{"assets/b.woff2", "gzip", false, "", ""},
	} {
		r := httptest.NewRequest("GET", "/"+c.name, nil)
		r.Header.Set("Accept-Encoding", c.accepts)
		w := httptest.NewRecorder()
		served := servePacked(w, r, files, c.name)
		header := w.Result().Header
		if served != c.served || header.Get("Content-Encoding") != c.encoding || header.Get("Vary") != c.vary {
			t.Errorf("%s for %q: served %v, %v", c.name, c.accepts, served, header)
		}
		if served && (header.Get("Content-Type") != "text/javascript; charset=utf-8" || w.Body.String() != string(files[c.name+map[string]string{"gzip": ".gz", "br": ".br"}[c.encoding]].Data)) {
			t.Errorf("%s: type %q, %d bytes", c.name, header.Get("Content-Type"), w.Body.Len())
		}
	}
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	w := httptest.NewRecorder()
	z := gzip.NewWriter(w)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return w.Body.Bytes()
}
