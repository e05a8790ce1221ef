package api

import (
	"net/http"

	"github.com/alexedwards/scs/v2"

	"loftet/models"
	"loftet/orgs"
)

// visited has the person behind a session read together with it.
func visited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(rw, r.WithContext(orgs.Visiting(r.Context())))
	})
}

// NewSessions makes the session manager: tokens in a cookie that no script can
// read, data in the database. The store alone decides how long a session
// lives; over https the cookie has the __Host- prefix, which a plain http
// loopback address cannot have.
func NewSessions(db *models.DB, https bool) *scs.SessionManager {
	m := scs.New()
	m.Store = orgs.NewSessionStore(db)
	m.Codec = orgs.SessionCodec{}
	m.Lifetime = orgs.SessionLife
	m.Cookie.Name = "loftet"
	m.Cookie.Path = "/"
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Secure = https
	if https {
		m.Cookie.Name = "__Host-loftet"
	}
	return m
}
