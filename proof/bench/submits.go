package main

import (
	"context"
	"net/http"
	"sync"

	"loftet/proof/stand"
)

// submits measures submitting complete responses. Each can be submitted once, so
// that every crowd has its share of them.
func submits(ctx context.Context, b *bench, on database) error {
	usual := stand.Plan{Municipalities: 128, Indicators: 30, Published: 1, Open: 18, Approved: true}
	if err := submitsOf(ctx, b, on, "submit", whatSubmit, usual); err != nil {
		return err
	}
	long := stand.Plan{Municipalities: 128, Indicators: 100, Published: 1, Open: 6, Approved: true}
	return submitsOf(ctx, b, on, "submit100", "submit a response of 100 answers", long)
}

// submitsOf measures the submissions of one plan from one client, some and many.
func submitsOf(ctx context.Context, b *bench, on database, name, what string, plan stand.Plan) (err error) {
	s, err := b.serve(ctx, on, name, plan)
	if err != nil {
		return err
	}
	defer s.end(&err)
	all := approved(s.Country)
	for i, clients := range crowds {
		share := len(all) / (len(crowds) - i)
		pile := &pile{shots: all[:share]}
		l := load{clients: clients, within: b.within, next: pile.next}
		err := s.besidePeers(ctx, what, l, func() (stored, sent string, err error) {
			document, err := s.stored(ctx, "select document from submissions order by submitted_at desc limit 1")
			return document, document, err
		})
		if err != nil {
			return err
		}
		all = append(all[share:], pile.shots...)
	}
	return nil
}

// approved lists the submissions to be made, round by round, so that those made
// at once are of different people.
func approved(country *stand.Country) []shot {
	var all []shot
	for round := range country.Open {
		for _, m := range country.Municipalities {
			all = append(all, shot{method: http.MethodPost, path: "/responses/" + m.Responses[round].String() + "/submissions",
				cookie: m.Person.Cookie, want: http.StatusCreated})
		}
	}
	return all
}

// pile is what many clients take from, each shot once.
type pile struct {
	mu    sync.Mutex
	shots []shot
}

func (p *pile) next(int) (shot, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.shots) == 0 {
		return shot{}, false
	}
	next := p.shots[0]
	p.shots = p.shots[1:]
	return next, true
}

// take takes the next n off the pile.
func (p *pile) take(n int) []shot {
	p.mu.Lock()
	defer p.mu.Unlock()
	taken := p.shots[:n]
	p.shots = p.shots[n:]
	return taken
}
