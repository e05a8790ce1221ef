package api

import (
	"net/http"
	"strings"
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
