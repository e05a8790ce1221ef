package surveys

import (
	"context"
	"fmt"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// OpenDue opens the scheduled rounds whose day has come. It is called now and
// then; a round that cannot be opened, such as one of a region without members,
// is left for its coordinator. Closing is always a person's act, since it ends
// the municipalities' chance to answer. It gives how many were opened.
func (s *Service) OpenDue(ctx context.Context) (opened int, err error) {
	var due []models.Round
	err = s.db.Read(ctx, func(tx *models.Tx) (err error) {
		due, err = roundsDue(tx)
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, round := range due {
		_, err := s.ChangeRoundState(ctx, orgs.SystemActor("open-due"), round.ID, RoundOpen, "")
		switch kind := fault.KindOf(err); {
		case err == nil:
			opened++
		case kind == fault.Conflict || kind == fault.Invalid || kind == fault.Stale: // somebody was faster, or must mend it
		default:
			return opened, fmt.Errorf("open round %s: %w", round.ID, err)
		}
	}
	return opened, nil
}
