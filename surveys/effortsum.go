package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// MunicipalityEffort is the own effort of one municipality in a round: minutes by
// activity.
type MunicipalityEffort struct {
	Municipality orgs.Member
	Minutes      map[string]int
}

// RoundEfforts gives the own effort of each municipality that a round asks, in
// alphabetical order, those that logged nothing too. Only who runs the region sees it.
func (s *Service) RoundEfforts(ctx context.Context, a orgs.Actor, roundID uuid.UUID) (info RoundInfo, items []MunicipalityEffort, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		v, err := viewerOf(tx, a)
		if err != nil {
			return err
		}
		if info, err = s.Info(tx, a, roundID); err != nil {
			return err
		}
		if !v.owns(info.RegionID) {
			return fault.Missing()
		}
		var turnouts []turnout
		if err := tx.Ask(askTurnouts(roundID, &turnouts)); err != nil {
			return err
		}
		members, err := asking(tx, info.Round, responding(turnouts))
		if err != nil {
			return err
		}
		sums, err := effortSums(tx, roundID)
		for _, m := range members {
			items = append(items, MunicipalityEffort{m, sums[m.ID]})
		}
		return err
	})
	return info, items, err
}
