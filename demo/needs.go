package demo

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"loftet/needs"
	"loftet/orgs"
)

// publishNeeds lets the coordinator take up the candidates that the
// demonstration has texts for. The measured fact stays as the round gave it.
func (l *loader) publishNeeds(ctx context.Context, round uuid.UUID) error {
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return err
	}
	workbench, err := l.rooms.Needs.Workbench(ctx, coordinator, &round)
	if err != nil {
		return err
	}
	candidates := map[string]needs.Item{}
	for _, item := range workbench.Items {
		if item.Indicator != nil {
			candidates[item.Indicator.Code] = item
		}
	}
	for _, n := range l.data.needs {
		candidate, ok := candidates[n.Code]
		if !ok {
			return fmt.Errorf("the first round gave no candidate for %s", n.Code)
		}
		l.clock.Add(2 * day)
		if err := l.takeUp(ctx, coordinator, candidate, n); err != nil {
			return fmt.Errorf("need %s: %w", n.Code, err)
		}
	}
	return nil
}

func (l *loader) takeUp(ctx context.Context, coordinator orgs.Actor, candidate needs.Item, n need) error {
	_, err := l.rooms.Needs.Update(ctx, coordinator, candidate.ID, candidate.Version, needs.Edit{
		Title: n.Title, Fact: candidate.Fact, RootCauses: n.RootCauses, WantedEffect: n.WantedEffect,
		Volume: n.Volume, Timeline: n.Timeline, CPV: n.CPV, Contact: n.Contact,
		Deadline: l.deadline(n.Days), MinimumTRL: n.MinimumTRL,
	})
	if err != nil || !n.Publish {
		return err
	}
	confirmed, err := l.rooms.Needs.Confirm(ctx, coordinator, candidate.ID)
	if err != nil {
		return err
	}
	_, err = l.rooms.Needs.Publish(ctx, coordinator, candidate.ID, confirmed.Version)
	return err
}
