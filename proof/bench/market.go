package main

import (
	"context"
	"fmt"

	"loftet/proof/stand"
)

// market measures the public list of needs and a business's matches while there
// come to be ten and a hundred times as many needs.
func market(ctx context.Context, b *bench, on database) error {
	return b.with(ctx, on, "market", stand.Plan{Municipalities: 20, Businesses: 1, Indicators: 17, Published: 1}, func(s *service) error {
		if err := stand.AddSolutions(ctx, s.address, s.Country, 3); err != nil {
			return err
		}
		smallest := map[string]Row{}
		there := 0
		for _, n := range []int{100, 1000, 10_000} {
			if err := stand.AddNeeds(ctx, s.address, s.Country, n-there); err != nil {
				return err
			}
			there = n
			for what, path := range map[string]string{"list of needs": "/needs", "matches of a business": "/matches"} {
				l := load{clients: 1, within: b.within / 2, next: s.supplier(path)}
				row, err := s.asked(ctx, fmt.Sprintf("%s, %d needs", what, n), l)
				if err != nil {
					return err
				}
				if smallest[what].P50 == 0 {
					smallest[what] = row
				} else {
					row = row.slower(smallest[what], "100 needs")
				}
				b.add(row)
			}
			if n == 1000 {
				row, err := s.asked(ctx, fmt.Sprintf("list of needs, %d needs", n), load{clients: readers, within: b.within, next: always("/needs")})
				if err != nil {
					return err
				}
				b.add(row)
			}
		}
		return nil
	})
}

func (s *service) supplier(path string) func(int) (shot, bool) {
	next := always(path)
	return func(client int) (shot, bool) {
		one, more := next(client)
		one.cookie = s.Suppliers[0].Cookie
		return one, more
	}
}
