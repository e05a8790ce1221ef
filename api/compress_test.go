package api_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
)

// goals reads the goals with headers; the body is as it came over the wire.
func (h *harness) goals(header map[string]string) (*http.Response, string) {
	h.t.Helper()
	h.unheld = true // a packed body can't be held against the contract
	return h.call(row{method: "GET", path: "/goals", header: header})
}

func unpacked(t *testing.T, body string) string {
	t.Helper()
	z, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// A public answer that is long enough is packed for those who take it: the same
// content under another tag, and each tag is known again.
func TestPublicAnswersArePacked(t *testing.T) {
	h := onSQLite(t)
	plain, body := h.goals(nil)
	if plain.Header.Get("Content-Encoding") != "" || len(body) < 1400 {
		t.Fatalf("%d bytes, %v", len(body), plain.Header)
	}
	packed, small := h.goals(map[string]string{"Accept-Encoding": "br, gzip"})
	if packed.Header.Get("Content-Encoding") != "gzip" || unpacked(t, small) != body || 2*len(small) > len(body) {
		t.Errorf("%d bytes of %d, %v", len(small), len(body), packed.Header)
	}
	if packed.Header.Get("ETag") == plain.Header.Get("ETag") {
		t.Error("other bytes have the same tag")
	}
	for _, res := range []*http.Response{plain, packed} {
		vary := strings.Join(res.Header.Values("Vary"), ", ")
		for _, name := range []string{"Accept-Encoding", "Accept-Language", "Cookie"} {
			if !strings.Contains(vary, name) {
				t.Errorf("Vary %q lacks %s", vary, name)
			}
		}
		tag := res.Header.Get("ETag")
		again, left := h.goals(map[string]string{"Accept-Encoding": "gzip", "If-None-Match": tag})
		if again.StatusCode != http.StatusNotModified || len(left) > 0 || again.Header.Get("ETag") != tag {
			t.Errorf("%s again: %d, %d bytes, %v", tag, again.StatusCode, len(left), again.Header)
		}
	}
}
