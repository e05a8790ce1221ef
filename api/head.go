package api

import (
	"net/http"
	"strings"

	"loftet/internal/fault"
)

// headAsGet answers HEAD as GET, by the same permissions and with the same
// headers. The body is dropped by net/http, which knows the method that was sent,
// so that a length it would have had still stands in the header.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			get := *r
			get.Method = http.MethodGet
			r = &get
		}
		next.ServeHTTP(rw, r)
	})
}

// allowHead adds HEAD to the methods that a refusal names, where GET is one: the
// router knows only those of the contract.
func allowHead(h http.Header) {
	if allowed := h.Get("Allow"); strings.Contains(allowed, http.MethodGet) {
		h.Set("Allow", allowed+", "+http.MethodHead)
	}
}

// withLength refuses a body that does not say how long it is. Only such a body can
// carry a second length, by which somebody in front would see another request
// begin inside it.
func (w *way) withLength(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if len(r.TransferEncoding) > 0 {
			w.plainProblem(rw, r, fault.New(fault.Malformed, "length-required"))
			return
		}
		next.ServeHTTP(rw, r)
	})
}
