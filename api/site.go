package api

import (
	"net/http"
	"time"
)

// Site is all that answers on the address of the service: the API, health and the
// pages. It is not listening yet.
func (s *Server) Site() (*http.Server, error) {
	handler, err := s.Handler()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", handler)
	mux.Handle("/healthz", Health())
	mux.Handle("/readyz", Ready(s.DB))
	mux.Handle("/", Pages())
	return &http.Server{
		Handler: Edge(s.HTTPS, mux), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: listenWithin, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		DisableGeneralOptionsHandler: true, // it would answer past the edge
	}, nil
}
