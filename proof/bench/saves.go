package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"

	"loftet/internal/clock"
	"loftet/models"
	"loftet/proof/stand"
)

// crowds are how many clients write at once.
var crowds = []int{1, 16, 64}

// saves measures saving one answer.
func saves(ctx context.Context, b *bench, on database) (err error) {
	s, err := b.serve(ctx, on, "save", stand.Plan{Municipalities: 64, Indicators: 30, Published: 1, Open: 1})
	if err != nil {
		return err
	}
	defer s.end(&err)
	people := newSavers(s.Country)
	for _, clients := range crowds {
		l := load{clients: clients, within: b.within, next: people.next, learn: people.learn}
		err := s.besidePeers(ctx, "save an answer", l, func() (stored, sent string, err error) {
			audit, err := s.stored(ctx, "select difference from audit_events where action = 'answer.save' limit 1")
			return people.body(0) + audit, people.body(0), err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// stored reads one text from the database of the service.
func (s *service) stored(ctx context.Context, query string) (text string, err error) {
	db, err := models.Open(ctx, s.address, clock.System())
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }() // it was only read
	var found sql.NullString
	err = db.SQL().QueryRowContext(ctx, query).Scan(&found)
	return found.String, err
}

// change writes into the database of the service.
func (s *service) change(ctx context.Context, statement string, args ...any) error {
	db, err := models.Open(ctx, s.address, clock.System())
	if err != nil {
		return err
	}
	_, err = db.SQL().ExecContext(ctx, statement, args...)
	return errors.Join(err, db.Close())
}

// savers are people who answer the questions of their municipality in turn, over
// and over with another figure.
type savers struct {
	country *stand.Country
	tags    []map[string]string // of each one's answers, by code
	saved   []int
}

func newSavers(country *stand.Country) *savers {
	p := &savers{country: country, tags: make([]map[string]string, len(country.Municipalities)), saved: make([]int, len(country.Municipalities))}
	for i := range p.tags {
		p.tags[i] = map[string]string{}
	}
	return p
}

func (p *savers) code(n int) string { return p.country.Codes[n%len(p.country.Codes)] }

func (p *savers) body(n int) string {
	return fmt.Sprintf(`{"state":"value","value":%d.5,"source":"Egen opptelling","comment":"Talt i mai"}`, n/len(p.country.Codes)%90+10)
}

// learn keeps the version of what has just been saved.
func (p *savers) learn(client int, answer *reply) {
	p.tags[client][p.code(p.saved[client])] = answer.etag
	p.saved[client]++
}

func (p *savers) next(client int) (shot, bool) {
	n, m := p.saved[client], p.country.Municipalities[client]
	tag := p.tags[client][p.code(n)]
	if tag == "" {
		tag = `"0"`
	}
	return shot{method: http.MethodPut, path: "/responses/" + m.Responses[0].String() + "/answers/" + p.code(n),
		cookie: m.Person.Cookie, body: p.body(n), match: tag}, true
}
