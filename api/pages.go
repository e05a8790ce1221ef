package api

import (
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"loftet/frontend"
)

// pageHeaders let a page load only what this service serves: no script in the
// text, no other host, no frame around it.
var pageHeaders = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	"Referrer-Policy":            "same-origin",
	"X-Frame-Options":            "DENY",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Permissions-Policy":         "camera=(), geolocation=(), microphone=()",
}

// Pages serves the built frontend: its files, and the one page for every other
// address, since the frontend knows the routes. Addresses with a language stay
// as they are; the frontend adds one where it lacks.
func Pages() http.Handler {
	files := frontend.Assets()
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range pageHeaders {
			w.Header().Set(name, value)
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "405", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if !isPage(name) && !isFile(files, name) {
			http.NotFound(w, r)
			return
		}
		if !frontend.Built() {
			unbuilt(w)
			return
		}
		if isFile(files, name) {
			if strings.HasPrefix(name, "assets/") { // named by their content
				w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			if !servePacked(w, r, files, name) {
				server.ServeHTTP(w, r)
			}
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		r.URL.Path = "/"
		server.ServeHTTP(w, r)
	})
}

// isFile tells whether a name is that of a file of the frontend. The page itself
// has addresses instead.
func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && !info.IsDir() && name != "index.html"
}

// isPage tells the address of a page from that of a file which isn't there.
// Codes of indicators have points in them ("nb/indicators/1.2-child"), so only
// a name at the root counts as a file by its ending. No page is hidden, as files
// are whose name begins with a point.
func isPage(name string) bool {
	hidden := strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
	return !hidden && name != "assets" && !strings.HasPrefix(name, "assets/") && (strings.Contains(name, "/") || path.Ext(name) == "")
}

// twins are the forms that the build lays beside a file, the smallest first.
var twins = []struct{ coding, ending string }{{"br", ".br"}, {"gzip", ".gz"}}

// servePacked answers with a packed twin that the build laid beside a file, where
// there is one that the reader takes; else it leaves the answer to others.
func servePacked(w http.ResponseWriter, r *http.Request, files fs.FS, name string) bool {
	for _, twin := range twins {
		if _, err := fs.Stat(files, name+twin.ending); err != nil {
			continue
		}
		w.Header().Set("Vary", "Accept-Encoding")
		if !takes(r.Header.Get("Accept-Encoding"), twin.coding) {
			continue
		}
		w.Header().Set("Content-Encoding", twin.coding)
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
		http.ServeFileFS(w, r, files, name+twin.ending) //nolint:gosec // files are embedded; nothing else can be reached by any name
		return true
	}
	return false
}

// takes looks for a coding in an Accept-Encoding header; "gzip;q=0" is a refusal.
func takes(accepted, wanted string) bool {
	for coding := range strings.SplitSeq(accepted, ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(coding, " ", ""), ";q=")
		if strings.EqualFold(name, wanted) {
			return strings.Trim(weight, "0.") != "" || weight == ""
		}
	}
	return false
}

// unbuilt says how the pages are built, for a binary made without Node.
func unbuilt(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = w.Write([]byte(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Løftet</title>
<h1>The pages are not built</h1>
<p>This binary was made without its pages. The API at <a href="/api/v1/goals">/api/v1</a> works.</p>
<p>Build them with <code>` + frontend.BuildHint + `</code> and then the binary again, or run <code>make build</code>.</p>
</html>`))
}
