package indicators

import (
	"context"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// RoundTarget is an indicator of a round with what the region has set for it.
type RoundTarget struct {
	Indicator      Indicator
	Settable       bool // the catalogue lacks lower or optimum
	Set            bool
	Lower, Optimum *float64
	Green, Red     *float64
	Reason         models.Text
	Version        int // 0 where nothing is set
}

// RoundTargetInput is what a region sets. Green and Red come together or not at
// all. With direction middle all four are distances from the middle.
type RoundTargetInput struct {
	Lower, Optimum float64
	Green, Red     *float64
	Reason         models.Text
}

// ListRoundTargets gives the indicators of a round with their targets, in order.
func (s *Service) ListRoundTargets(ctx context.Context, a orgs.Actor, roundID uuid.UUID) ([]RoundTarget, error) {
	var list []RoundTarget
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		list, err = listRoundTargets(tx, a, roundID)
		return err
	})
	return list, err
}

// SetRoundTarget sets or changes the target of an indicator that the catalogue
// has no bounds for, and makes the round's scores again. ifVersion is 0 for a
// new one. Refused once the round is frozen.
func (s *Service) SetRoundTarget(ctx context.Context, a orgs.Actor, roundID uuid.UUID, code string, ifVersion int, in RoundTargetInput) (RoundTarget, error) {
	var set RoundTarget
	err := s.db.Write(ctx, func(tx *models.Tx) (err error) {
		set, err = setRoundTarget(tx, a, roundID, code, ifVersion, in)
		return err
	})
	return set, err
}
