package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// The sizes at which growing work is measured: one country, ten and a hundred.
var sizes = []int{1, 10, 100}

// grownCountry is what there is one of: 214,200 values, and responses to submit.
var grownCountry = stand.Plan{Municipalities: 357, Indicators: 120, Published: 5, Open: 1, Approved: true}

// growth measures the pages of a nation while the database grows by more nations, on
// PostgreSQL, beside the same figures by bare SQL. What one page shows does not grow.
func growth(ctx context.Context, b *bench, on database) error {
	if on.name != "postgres" {
		return nil
	}
	smallest := map[string]Row{}
	var first *service
	for _, times := range sizes {
		s, err := b.grown(ctx, on, times)
		if err != nil {
			return err
		}
		err = s.grownReads(ctx, times, smallest)
		if err == nil && first != nil {
			err = first.submitsBeside(ctx, s, times)
		}
		if first == nil {
			first = s
			defer s.end(&err)
		} else {
			s.end(&err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// grown starts a service on a database with so many countries.
func (b *bench) grown(ctx context.Context, on database, times int) (*service, error) {
	name := fmt.Sprintf("growth%d", times)
	if _, there := b.filled[on.name+"/"+name]; !there {
		address, err := on.fresh(ctx, name)
		if err != nil {
			return nil, err
		}
		country, err := stand.Fill(ctx, address, grownCountry)
		if err == nil && times > 1 {
			err = stand.Grow(ctx, address, times-1)
		}
		if err != nil {
			return nil, err
		}
		b.filled[on.name+"/"+name] = filled{address, country}
		b.say(fmt.Sprintf("  filled %d times", times))
	}
	return b.serve(ctx, on, name, grownCountry)
}

// grownReads measures what is read of one nation and of one indicator, warm, and a
// closed round all by all: new to the service, and kept.
func (s *service) grownReads(ctx context.Context, times int, smallest map[string]Row) error {
	for _, one := range []struct{ what, path string }{
		{whatNation, s.figures() + s.inRound(len(s.Published)-1)},
		{whatOneIndicator, s.figures() + "/indicators/" + s.Codes[0] + s.inRound(len(s.Published)-1)},
	} {
		row, err := s.asked(ctx, sized(one.what, times), load{clients: 1, within: s.b.within, next: always(one.path)})
		if err != nil {
			return err
		}
		s.b.add(beside(row, one.what, times, smallest))
	}
	cold, bare, err := s.coldRounds(ctx)
	if err != nil {
		return err
	}
	limit := bare.row("  "+peerSQL+" of the same figures", s.on.name, 1)
	s.b.add(beside(s.row(sized(whatAllCold, times), 1, cold).per(peerSQL, limit), whatAllCold, times, smallest))
	s.b.add(limit)
	return nil
}

func sized(what string, times int) string { return fmt.Sprintf("%s, %dx", what, times) }

func beside(row Row, what string, times int, smallest map[string]Row) Row {
	if times == 1 {
		smallest[what] = row
		return row
	}
	return row.slower(smallest[what], "1x")
}

func (s *service) inRound(n int) string {
	return "?" + url.Values{"round": {s.Published[n].String()}}.Encode()
}

// coldRounds reads each published round for the first time, and the same figures by
// bare SQL in turns.
func (s *service) coldRounds(ctx context.Context) (cold, bare sample, err error) {
	db, err := sql.Open("pgx", s.address)
	if err != nil {
		return cold, bare, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	clk := clock.System()
	for n := range s.Published[:len(s.Published)-1] { // the newest is warm by now
		shots := []shot{{method: http.MethodGet, path: s.figures() + s.inRound(n)}}
		pile := &pile{shots: shots}
		got, err := s.sample(ctx, load{clients: 1, within: time.Minute, noWarmUp: true, next: pile.next})
		if err != nil {
			return cold, bare, err
		}
		cold = cold.and(got)
		start := clk.Now()
		read, err := readBare(ctx, db, s.Published[n])
		if err != nil {
			return cold, bare, err
		}
		took := clk.Now().Sub(start)
		if want := len(s.Municipalities) * len(s.Codes); read != want {
			return cold, bare, fmt.Errorf("bare SQL found %d figures in place of %d", read, want)
		}
		bare = bare.and(sample{times: []time.Duration{took}, took: took})
	}
	return cold, bare, nil
}

// readBare reads every figure of a round with its score, as anyone would who wants
// all of them.
func readBare(ctx context.Context, db *sql.DB, round uuid.UUID) (n int, err error) {
	rows, err := db.QueryContext(ctx, `select o.organisation_id, o.indicator_id, o.year, o.state, o.value, o.source, o.quality, o.confirmed, c.score, c.colour, c.band
from submissions s join observations o on o.submission_id = s.id join scores c on c.observation_id = o.id
where s.round_id = $1 and s.latest`, round)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var organisation, indicator uuid.UUID
		var year int
		var state, source, quality, colour, band string
		var value, score *float64
		var confirmed bool
		if err := rows.Scan(&organisation, &indicator, &year, &state, &value, &source, &quality, &confirmed, &score, &colour, &band); err != nil {
			return n, err
		}
		n++
	}
	return n, rows.Err()
}

// submitsBeside submits in turns to the smallest and to a grown database: the same
// responses of 120 answers, each once.
func (s *service) submitsBeside(ctx context.Context, grown *service, times int) error {
	var small, large sample
	share := len(s.Municipalities) / len(sizes)
	mine, theirs := &pile{shots: approved(s.Country)[share*(turnOf(times)-1):][:share]}, &pile{shots: approved(grown.Country)[:share]}
	for range turns {
		for _, one := range []struct {
			s    *service
			from *pile
			into *sample
		}{{s, mine, &small}, {grown, theirs, &large}} {
			part := &pile{shots: one.from.take(share / turns)}
			got, err := one.s.sample(ctx, load{clients: 1, within: time.Minute, noWarmUp: true, next: part.next})
			if err != nil {
				return err
			}
			*one.into = one.into.and(got)
		}
	}
	base := s.row(whatSubmitGrown+", 1x", 1, small)
	row := grown.row(sized(whatSubmitGrown, times), 1, large)
	row.Ratios = append(row.Ratios, Ratio{"x the time of 1x", float64(row.P50) / float64(base.P50)})
	s.b.add(base)
	s.b.add(row)
	return nil
}

// turnOf is the place of a size among those after the first.
func turnOf(times int) int {
	for i, size := range sizes {
		if size == times {
			return i
		}
	}
	return 0
}
