package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"loftet/internal/clock"
	"loftet/proof/stand"
)

// country names the database that is filled with a whole country.
const country = "country"

var wholeCountry = stand.Plan{Municipalities: 357, Indicators: 40, Published: 5}

// region measures the page of a region that anybody reads, from a small one to
// one the size of a country.
func region(ctx context.Context, b *bench, on database) error {
	smallest := Row{}
	for _, municipalities := range []int{4, 36} {
		plan := wholeCountry
		plan.Municipalities = municipalities
		err := b.with(ctx, on, fmt.Sprintf("region%d", municipalities), plan, func(s *service) error {
			row, err := s.asked(ctx, figuresOf(municipalities), load{clients: 1, within: b.within / 2, next: always(s.figures())})
			if smallest.P50 == 0 {
				smallest = row
			} else {
				row = row.slower(smallest, "4 municipalities")
			}
			b.add(row)
			return err
		})
		if err != nil {
			return err
		}
	}
	return b.with(ctx, on, country, wholeCountry, func(s *service) error {
		for _, clients := range []int{1, readers} {
			row, err := s.asked(ctx, whatRegion, load{clients: clients, within: b.within, next: always(s.figures())})
			if err != nil {
				return err
			}
			if clients == 1 {
				row = row.slower(smallest, "4 municipalities")
			}
			b.add(row)
		}
		page, err := s.page(ctx)
		if err == nil {
			b.add(page)
		}
		return err
	})
}

func figuresOf(municipalities int) string {
	return fmt.Sprintf("figures of a region, %d municipalities", municipalities)
}

func (s *service) figures() string { return "/status/regions/" + s.Region.String() }

// always reads the same.
func always(path string) func(int) (shot, bool) {
	return func(int) (shot, bool) { return shot{method: http.MethodGet, path: path}, true }
}

// pageLoads is how often the whole page is loaded at most: more pictures than this
// one address is not given at once.
const pageLoads = 50

// page measures all that the page of a region loads from the API, one after the
// other; a row of whole pages.
func (s *service) page(ctx context.Context) (Row, error) {
	all := s.pageShots()
	l := load{url: s.URL + "/api/v1", clients: 1}
	l.open()
	defer l.close()
	clk, whole := clock.System(), sample{}
	for start := clk.Now(); whole.took < s.b.within && len(whole.times) < pageLoads; whole.took = clk.Now().Sub(start) {
		before := clk.Now()
		for _, one := range all {
			answer, err := send(ctx, l.client, l.url, one)
			if err != nil {
				return Row{}, err
			}
			whole.bytes += int64(answer.bytes)
		}
		whole.times = append(whole.times, clk.Now().Sub(before))
	}
	r := whole.row(fmt.Sprintf("%s, %d addresses", whatPage, len(all)), s.on.name, 1)
	r.Bytes = whole.bytes / int64(len(whole.times))
	return r, nil
}

// pageShots are the calls of frontend/src/public/RegionStatusPage.tsx and what
// stands on it.
func (s *service) pageShots() []shot {
	round := url.Values{"round": {s.Published[len(s.Published)-1].String()}}
	paths := []string{"/session", "/regions", s.figures(), "/indicators?catalogue=" + s.Catalogue.String(),
		s.figures() + "/indicators/" + s.Codes[0] + "?" + round.Encode()}
	for _, kind := range chartKinds {
		picture := url.Values{"theme": {"light"}, "lang": {"nb"}, "round": round["round"]}
		paths = append(paths, s.chart(kind, "json", round), s.chart(kind, "svg", picture))
	}
	var shots []shot
	for _, path := range paths {
		shots = append(shots, shot{method: http.MethodGet, path: path})
	}
	return shots
}
