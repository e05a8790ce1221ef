package demo

import (
	"context"
	"fmt"

	"loftet/matching"
	"loftet/models"
	"loftet/orgs"
)

// offer lets the businesses describe what they have, and the coordinator
// publish what was sent in.
func (l *loader) offer(ctx context.Context) error {
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return err
	}
	for _, b := range l.data.businesses {
		supplier, err := l.as(ctx, orgs.Supplier, b.Name)
		if err != nil {
			return err
		}
		for _, s := range b.Solutions {
			l.clock.Add(3 * day)
			made, err := l.rooms.Matching.Create(ctx, supplier, s.edit(b.Website))
			if err == nil {
				made, err = l.rooms.Matching.Submit(ctx, supplier, made.ID)
			}
			if err == nil && s.Publish {
				_, err = l.rooms.Matching.Publish(ctx, coordinator, made.ID, made.Version)
			}
			if err != nil {
				return fmt.Errorf("solution of %s: %w", b.Name, err)
			}
		}
	}
	return nil
}

func (s solution) edit(website string) matching.Edit {
	in := matching.Edit{
		Title: s.Title, Summary: s.Summary, Description: s.Description, Goals: s.Goals, Targets: s.Targets, CPV: s.CPV,
		TRL: s.TRL, MarketState: s.MarketState, PriceModel: s.PriceModel, References: s.References, Website: website,
	}
	for _, effect := range s.Indicators {
		in.Indicators = append(in.Indicators, models.IndicatorEffect(effect))
	}
	return in
}
