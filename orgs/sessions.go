package orgs

import (
	"context"
	"time"

	"loftet/models"
)

// SessionLife is how long a session lives at most, however busy.
const SessionLife = 24 * time.Hour

const (
	sessionIdle = 8 * time.Hour // how long it lives while nobody uses it
	// sessionTouch is how coarsely use is noted, so that reading does not
	// write each time.
	sessionTouch = 10 * time.Minute
	// maxSessions is in how many places a person may be signed in; one more ends
	// the oldest.
	maxSessions = 100
)

// OpenSession is one place where a person is signed in.
type OpenSession struct {
	CreatedAt, ExpiresAt time.Time
	tokenHash            string
}

// Is tells whether it is the session with a token.
func (o OpenSession) Is(token string) bool { return o.tokenHash == HashToken(token) }

// Sessions gives the actor's open sessions, newest first.
func (s *Service) Sessions(ctx context.Context, a Actor) ([]OpenSession, error) {
	var open []OpenSession
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rows, err := sessionsOf(tx, a.Person)
		for _, row := range rows {
			open = append(open, OpenSession{CreatedAt: row.CreatedAt, ExpiresAt: row.ExpiresAt, tokenHash: row.Token})
		}
		return err
	})
	return open, err
}

// SignOutEverywhere ends all the actor's sessions, the calling one too.
func (s *Service) SignOutEverywhere(ctx context.Context, a Actor) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := deleteSessionsOf(tx, a.Person); err != nil {
			return err
		}
		return Audit(tx, a, Change{Action: "session.sign_out_everywhere", Kind: "person", ID: a.Person.String()})
	})
}

// Sweep deletes what has run out: sessions, counted tries, old links and the
// answers kept for repeated requests. It is called now and then.
func (s *Service) Sweep(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		for _, sweep := range []func(*models.Tx) error{deleteOldSessions, deleteOldAttempts, deleteOldLinks, deleteOldOnce} {
			if err := sweep(tx); err != nil {
				return err
			}
		}
		return nil
	})
}
