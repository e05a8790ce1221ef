package api

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
	"github.com/klauspost/compress/gzip"
)

// smallestPacked is the size in bytes from which an answer is worth packing: a
// smaller one fits into one packet as it is.
const smallestPacked = 1400

// packedTag ends the tag of an answer that went out packed: those are other bytes.
const packedTag = "-gzip"

// compressed packs public answers that are text, for readers who take gzip. What
// somebody reads who brings a session is never packed, nor what may not be kept:
// the size of a packed answer tells whether a text that was slipped into it also
// stands elsewhere in it (BREACH), so none that holds something private may be.
func compressed(session string, next http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(smallestPacked), gzhttp.CompressionLevel(gzip.BestSpeed),
		gzhttp.EnableZstd(false), gzhttp.SuffixETag(packedTag), gzhttp.ContentTypeFilter(isText))
	if err != nil {
		return nil, fmt.Errorf("compression: %w", err)
	}
	packing := wrap(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w := &publicWriter{ResponseWriter: rw}
		if known := r.Header.Get("If-None-Match"); strings.Contains(known, packedTag+`"`) {
			w.packed = true
			r = r.Clone(r.Context())
			r.Header.Set("If-None-Match", strings.ReplaceAll(known, packedTag+`"`, `"`))
		}
		next.ServeHTTP(w, r)
	}))
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie(session); err == nil || r.Method != http.MethodGet {
			next.ServeHTTP(rw, r)
			return
		}
		packing.ServeHTTP(rw, r)
	}), nil
}

// isText tells the types that packing makes smaller.
func isText(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.Contains(contentType, "json") || strings.Contains(contentType, "xml")
}

// publicWriter lets only what is public be packed, which shows when the answer
// begins.
type publicWriter struct {
	http.ResponseWriter
	packed, begun bool // packed: the reader has a packed copy
}

// WriteHeader begins the answer.
func (w *publicWriter) WriteHeader(status int) {
	w.begin(status)
	w.ResponseWriter.WriteHeader(status)
}

func (w *publicWriter) Write(b []byte) (int, error) {
	w.begin(http.StatusOK)
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *publicWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *publicWriter) begin(status int) {
	if w.begun {
		return
	}
	w.begun = true
	h := w.Header()
	if !strings.HasPrefix(h.Get("Cache-Control"), "public") {
		h.Set(gzhttp.HeaderNoCompression, "1")
		return
	}
	h.Set("Vary", strings.Join(append(h.Values("Vary"), "Accept-Encoding"), ", "))
	if tag := h.Get("ETag"); status == http.StatusNotModified && w.packed {
		h.Set("ETag", strings.TrimSuffix(tag, `"`)+packedTag+`"`)
	}
}
