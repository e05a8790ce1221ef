package main

import (
	"context"
	"fmt"
	"net/http"

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
	return nil
}
