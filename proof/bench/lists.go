package main

import (
	"context"
	"fmt"
	"net/http"

	"github.com/google/uuid"

	"loftet/proof/stand"
)

// lists measures what a regional council follows a round by.
func lists(ctx context.Context, b *bench, on database) error {
	if err := progress(ctx, b, on); err != nil {
		return err
	}
	return queues(ctx, b, on)
}

// progress measures the list of a large region's round: while all are being answered, so
// that everything is counted, when all are handed in, and when all are submitted.
func progress(ctx context.Context, b *bench, on database) error {
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

// queues measures what waits to be checked, by how many municipalities have submitted
// in a round before which they submitted in another.
func queues(ctx context.Context, b *bench, on database) error {
	smallest := Row{}
	for _, waiting := range []int{5, 50, 500} {
		plan := stand.Plan{Municipalities: waiting, Indicators: 44, Published: 2}
		err := b.with(ctx, on, fmt.Sprintf("queue%d", waiting), plan, func(s *service) error {
			if err := s.change(ctx, "update rounds set state = 'closed', published_at = null where id = $1", s.Published[1]); err != nil {
				return err
			}
			row, err := s.asked(ctx, fmt.Sprintf("queue of %d responses to check", waiting), load{clients: 1, within: b.within / 2, next: func(int) (shot, bool) {
				return shot{method: http.MethodGet, path: "/reviews", cookie: s.Coordinator.Cookie}, true
			}})
			if smallest.P50 == 0 {
				smallest = row
			} else {
				row = row.slower(smallest, "5 responses")
			}
			b.add(row)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
