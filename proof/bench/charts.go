package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// pictures are how often each kind of chart is drawn, each time another one.
const pictures = 30

// chartKinds are the charts of a region's page.
var chartKinds = []string{"goals", "heat", "coverage", "distribution", "trend", "comparison"}

// picturesOf measures charts as files, none of which was ever drawn before, so
// that no kept one is given.
func picturesOf(ctx context.Context, b *bench, on database) (err error) {
	s, err := b.serve(ctx, on, country, wholeCountry)
	if err != nil {
		return err
	}
	defer s.end(&err)
	for _, kind := range chartKinds {
		for _, format := range []string{"svg", "png"} {
			cold := s.cold(kind, format)
			row, err := s.asked(ctx, whatChart+kind+", "+format, load{clients: 1, within: b.within, next: cold.next, noWarmUp: true})
			if err != nil {
				return err
			}
			b.add(row)
		}
	}
	return nil
}

// cold lists pictures of a kind that differ in round, language, colours or in
// what they are of.
func (s *service) cold(kind, format string) *pile {
	p := &pile{}
	for i := range pictures {
		theme := []string{"light", "dark"}[i%2]
		language := []string{"nb", "nn", "en"}[i/2%3]
		round := s.Published[i/6%len(s.Published)]
		p.shots = append(p.shots, shot{method: http.MethodGet, path: s.chart(kind, format, url.Values{"theme": {theme}, "lang": {language}, "round": {round.String()}})})
	}
	return p
}

// chart is the address of one of a region's charts.
func (s *service) chart(kind, format string, more url.Values) string {
	query := url.Values{"region": {s.Region.String()}, "format": {format}}
	for name, values := range more {
		query[name] = values
	}
	switch kind {
	case "distribution", "trend":
		query.Set("indicator", s.Codes[0])
	case "comparison":
		query.Set("municipality", s.Municipalities[0].ID.String())
	}
	return fmt.Sprintf("/charts/%s?%s", kind, query.Encode())
}
