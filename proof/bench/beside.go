package main

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// turns is how often a case and its peers take turns, so that other work on the
// machine falls on all of them alike.
const turns = 3

// besidePeers measures a case in turns with a bare insert of what it stores and an
// echo of what is sent, by as many clients, and adds all three. What is stored and
// sent is asked for when the case has had its first turn.
func (s *service) besidePeers(ctx context.Context, what string, l load, bytes func() (stored, sent string, err error)) error {
	rounds := max(1, min(turns, int(l.within/time.Second)))
	l.within /= time.Duration(rounds)
	var service, inserted, echoed sample
	var insert *inserter
	var echo load
	for turn := range rounds {
		l.noWarmUp = turn > 0
		got, err := s.sample(ctx, l)
		if err != nil {
			return err
		}
		service = service.and(got)
		if turn == 0 {
			stored, sent, err := bytes()
			if err != nil {
				return err
			}
			if insert, err = s.b.newInserter(ctx, s.on, stored, l.clients); err != nil {
				return err
			}
			defer func() { _ = insert.db.Close() }() // it is thrown away
			echo = load{url: s.b.echo.url, clients: l.clients, within: l.within, next: func(int) (shot, bool) {
				return shot{method: http.MethodPost, path: "/echo", body: sent}, true
			}}
		}
		if got, err = insert.run(ctx, l.within); err != nil {
			return err
		}
		inserted = inserted.and(got)
		if got, err = echo.watch(ctx, s.b.echo.process()); err != nil {
			return err
		}
		echoed = echoed.and(got)
	}
	if len(service.times) == 0 {
		return errors.New(what + ": nothing was left to measure")
	}
	limit := inserted.row("  "+peerInsert+" of the same bytes", s.on.name, l.clients)
	mirror := echoed.row("  "+peerEcho+" of the same body", s.on.name, l.clients)
	s.b.add(s.row(what, l.clients, service).per(peerInsert, limit).per(peerEcho, mirror))
	s.b.add(limit)
	s.b.add(mirror)
	return nil
}
