package main

import (
	"context"
	"fmt"
	"net/http"

	"github.com/google/uuid"

	"loftet/proof/stand"
)

// readers is how many clients read at once.
const readers = 16

// reads measures what a municipality reads all day.
func reads(ctx context.Context, b *bench, on database) (err error) {
	s, err := b.serve(ctx, on, "read", stand.Plan{Municipalities: 32, Indicators: 30, Published: 3, Open: 2, Approved: true})
	if err != nil {
		return err
	}
	defer s.end(&err)
	one, err := s.asked(ctx, whatRead, load{clients: readers, within: b.within, next: func(client int) (shot, bool) {
		m := s.Municipalities[client]
		return shot{method: http.MethodGet, path: "/responses/" + m.Responses[0].String(), cookie: m.Person.Cookie}, true
	}})
	if err != nil {
		return err
	}
	mirror := load{url: b.echo.url, clients: readers, within: b.within, next: always(fmt.Sprintf("/bytes/%d", one.Bytes))}
	got, err := mirror.watch(ctx, b.echo.process())
	if err != nil {
		return err
	}
	echo := got.row("  "+peerEcho+" of as many bytes", on.name, readers)
	b.add(one.per(peerEcho, echo))
	b.add(echo)
	list, err := s.asked(ctx, "list of responses, 5 rounds", load{clients: readers, within: b.within, next: func(client int) (shot, bool) {
		return shot{method: http.MethodGet, path: "/responses", cookie: s.Municipalities[client].Person.Cookie}, true
	}})
	if err != nil {
		return err
	}
	b.add(list)
	return lists(ctx, b, on)
}

// lists measures the list of a large region's round: while all are being answered, so
// that everything is counted, when all are handed in, and when all are submitted.
func lists(ctx context.Context, b *bench, on database) error {
	return b.with(ctx, on, "list", stand.Plan{Municipalities: 500, Indicators: 44, Published: 1, Open: 1, Approved: true}, func(s *service) error {
		for _, list := range []struct {
			what  string
			round uuid.UUID
			state string
		}{{"being answered", s.Open[0], "in_progress"}, {"handed in", s.Open[0], "approved"}, {"submitted", s.Published[0], ""}} {
			if list.state != "" {
				if err := s.change(ctx, "update responses set state = $1 where round_id = $2", list.state, list.round); err != nil {
					return err
				}
			}
			row, err := s.asked(ctx, whatList+", "+list.what, load{clients: 1, within: b.within, next: func(int) (shot, bool) {
				return shot{method: http.MethodGet, path: "/rounds/" + list.round.String() + "/progress", cookie: s.Coordinator.Cookie}, true
			}})
			if err != nil {
				return err
			}
			b.add(row)
		}
		return nil
	})
}
