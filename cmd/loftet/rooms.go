package main

import (
	"context"

	"loftet/api"
	"loftet/indicators"
	"loftet/internal/config"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/matching"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
	"loftet/surveys"
)

// rooms are the services of the domain, put together in the one order that
// their imports allow.
type rooms struct {
	orgs       *orgs.Service
	indicators *indicators.Service
	surveys    *surveys.Service
	needs      *needs.Service
	matching   *matching.Service
}

// newRooms puts the rooms together. Queue and sender may be nil for commands
// that send no mail.
func newRooms(db *models.DB, queue *jobs.Queue, sender mail.Sender, baseURL string) *rooms {
	r := &rooms{
		orgs:       orgs.New(db, orgs.Config{BaseURL: baseURL, Jobs: queue, Mail: sender}),
		indicators: indicators.New(db),
	}
	r.surveys = surveys.New(db, r.indicators)
	r.needs = needs.New(db, r.indicators, r.surveys)
	r.surveys.OnClose(r.needs)
	r.matching = matching.New(db, r.needs, r.indicators)
	return r
}

// prepare loads what the program ships into a fresh or older database.
func (r *rooms) prepare(ctx context.Context) error {
	return r.indicators.SyncCore(ctx, orgs.SystemActor("start"))
}

func (r *rooms) server(db *models.DB) *api.Server {
	return &api.Server{
		DB: db, Orgs: r.orgs, Indicators: r.indicators, Surveys: r.surveys, Needs: r.needs, Matching: r.matching,
	}
}

func mailConfig(cfg config.Config) mail.Config {
	return mail.Config{
		Host: cfg.Mail.Host, Port: cfg.Mail.Port, User: cfg.Mail.User, Password: cfg.Mail.Password,
		TLS: cfg.Mail.TLS, From: cfg.Mail.From, FromName: "Løftet", Folder: mailFolder(cfg),
	}
}
