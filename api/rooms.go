package api

import (
	"context"
	"strings"
	"time"

	"loftet/indicators"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/matching"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
	"loftet/papers"
	"loftet/surveys"
)

// Rooms are the services of the domain, put together in the one order that
// their imports allow.
type Rooms struct {
	DB         *models.DB
	Orgs       *orgs.Service
	Indicators *indicators.Service
	Surveys    *surveys.Service
	Needs      *needs.Service
	Matching   *matching.Service
	BaseURL    string // of the service, for addresses that leave it
	Papers     *papers.Service
	queue      *jobs.Queue
}

// NewRooms puts the rooms together on a migrated database. Queue and sender may
// be nil where no mail is sent; baseURL is what mailed links and addresses of open
// data begin with.
func NewRooms(db *models.DB, queue *jobs.Queue, sender mail.Sender, baseURL string) Rooms {
	r := Rooms{
		DB:         db,
		BaseURL:    strings.TrimSuffix(baseURL, "/"),
		queue:      queue,
		Orgs:       orgs.New(db, orgs.Config{BaseURL: baseURL, Jobs: queue, Mail: sender}),
		Indicators: indicators.New(db),
	}
	r.Surveys = surveys.New(db, r.Indicators)
	r.Surveys.SendWith(surveys.Mailing{BaseURL: baseURL, Jobs: queue, Mail: sender})
	r.Needs = needs.New(db, r.Indicators, r.Surveys)
	r.Surveys.OnClose(r.Needs)
	r.Orgs.OnHandover(r.Surveys)
	r.Surveys.OnNews(r.Orgs)
	r.Indicators.OnRescore(r.Needs)
	r.Matching = matching.New(db, r.Needs)
	r.Papers = papers.New(db, r.Surveys)
	return r
}

// Sweep deletes what has run out, and takes the names from what was over for as long
// as forgetAfter: first where people had tasks, then from the people.
func (r Rooms) Sweep(ctx context.Context, forgetAfter time.Duration) error {
	before := r.DB.Clock.Now().Add(-forgetAfter)
	if err := r.Orgs.Sweep(ctx); err != nil {
		return err
	}
	if err := r.Surveys.Forget(ctx, before); err != nil {
		return err
	}
	if err := r.Orgs.Forget(ctx, before); err != nil || r.queue == nil {
		return err
	}
	return r.queue.Forget(ctx, before)
}

// Prepare loads what the program ships into a fresh or older database.
func (r Rooms) Prepare(ctx context.Context) error {
	return r.Indicators.SyncCore(ctx, orgs.SystemActor("start"))
}
