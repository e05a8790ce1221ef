package orgs

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// Forget erases those who were named to the service before a moment and never came:
// invited without setting a password, or given a link to a task that is forgotten
// itself. It takes name and address from people without account whose part in a team
// ended before. It is called now and then, after the rooms that keep tasks forgot.
func (s *Service) Forget(ctx context.Context, before time.Time) error {
	a := SystemActor("forget")
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := s.forgetWhoNeverCame(tx, a, before); err != nil {
			return err
		}
		left, err := namedInTeams(tx, models.DateOf(before))
		if err != nil {
			return err
		}
		for _, id := range left {
			if err := unnameInTeam(tx, id); err != nil {
				return err
			}
			if err := Audit(tx, a, Change{Action: "team.forget", Kind: "team_member", ID: id.String()}); err != nil {
				return err
			}
		}
		return nil
	})
}

// forgetWhoNeverCame passes those by for whom a task is kept still, however many.
func (s *Service) forgetWhoNeverCame(tx *models.Tx, a Actor, before time.Time) error {
	last := uuid.Nil
	for erased := 0; erased < mostForgotten; {
		people, err := neverCame(tx, before, last)
		if err != nil || len(people) == 0 {
			return err
		}
		last = people[len(people)-1].ID
		kept, err := s.awaited(tx, people)
		if err != nil {
			return err
		}
		for _, who := range people {
			if slices.Contains(kept, who.ID) {
				continue
			}
			if err := s.erase(tx, a, who, "never signed in", nil); err != nil {
				return err
			}
			erased++
		}
	}
	return nil
}

func (s *Service) awaited(tx *models.Tx, people []models.Person) ([]uuid.UUID, error) {
	if s.duties == nil {
		return nil, nil
	}
	ids := make([]uuid.UUID, len(people))
	for i, who := range people {
		ids[i] = who.ID
	}
	return s.duties.Awaited(tx, ids)
}
