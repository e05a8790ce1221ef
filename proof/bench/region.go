package main

import (
	"context"
	"net/http"

	"loftet/proof/stand"
)

// region measures the page of a region the size of a country, read by anybody.
func region(ctx context.Context, b *bench, on database) (err error) {
	s, err := b.serve(ctx, on, "region", stand.Plan{Municipalities: 357, Indicators: 40, Published: 5})
	if err != nil {
		return err
	}
	defer s.end(&err)
	for _, clients := range []int{1, readers} {
		row, err := s.asked(ctx, whatRegion, load{clients: clients, within: b.within, next: always("/status/regions/" + s.Region.String())})
		if err != nil {
			return err
		}
		b.add(row)
	}
	return nil
}

// always reads the same.
func always(path string) func(int) (shot, bool) {
	return func(int) (shot, bool) { return shot{method: http.MethodGet, path: path}, true }
}
