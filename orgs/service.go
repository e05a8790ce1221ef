package orgs

import (
	"context"
	"log/slog"

	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/models"
)

// Config is what the room needs from outside. A Service without Jobs and Mail
// works, but cannot send mail: whatever needs that answers Unavailable.
type Config struct {
	BaseURL string // where people reach the service, without a slash at the end
	Jobs    *jobs.Queue
	Mail    mail.Sender
}

// Service holds the use cases of organisations, people and sessions.
type Service struct {
	db      *models.DB
	baseURL string
	jobs    *jobs.Queue
	mail    mail.Sender
	hashing chan struct{} // a place per password that is hashed at the same time
	duties  Duties
}

// New makes the service and registers its jobs.
func New(db *models.DB, cfg Config) *Service {
	s := &Service{db: db, baseURL: cfg.BaseURL, jobs: cfg.Jobs, mail: cfg.Mail, hashing: make(chan struct{}, hashesAtOnce)}
	if s.jobs != nil {
		s.registerJobs()
	}
	return s
}

// notice writes to the log what is no change of a record, such as a refused
// sign-in. It must never be given an e-mail address or a secret.
func notice(ctx context.Context, what string, a Actor, args ...any) {
	slog.InfoContext(ctx, what, append([]any{"request", a.RequestID, "person", a.Person}, args...)...)
}
