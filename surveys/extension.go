package surveys

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ExtendRound gives those who answer more time: it moves the deadline of an open round
// to a later one, keeps the old one and the reason, and tells by mail those who have
// not submitted. Reminders that are still to come move along.
func (s *Service) ExtendRound(ctx context.Context, a orgs.Actor, id uuid.UUID, closesAt time.Time, reason string) (RoundInfo, error) {
	var info RoundInfo
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		round, err := s.ownRound(tx, a, id)
		if err != nil {
			return err
		}
		if err := s.extend(tx, a, round, stored(closesAt), strings.TrimSpace(reason)); err != nil {
			return err
		}
		info, err = s.Info(tx, a, id)
		return err
	})
	return info, err
}

func (s *Service) extend(tx *models.Tx, a orgs.Actor, round models.Round, closesAt time.Time, reason string) error {
	if RoundState(round.State) != RoundOpen {
		return fault.New(fault.Conflict, "round-not-open", "state", round.State)
	}
	var faults []fault.Field
	if !closesAt.After(round.ClosesAt) || !closesAt.After(tx.Now) {
		faults = append(faults, fault.OnField("closesAt", "not_later"))
	}
	if !saysWhy(reason) {
		faults = append(faults, fault.OnField("reason", "reason_required", "min", minReason))
	}
	if len(faults) > 0 {
		return fault.InvalidFields(faults...)
	}
	before := round
	round.ClosesAt = closesAt
	if err := s.saveRound(tx, a, &round); err != nil {
		return err
	}
	row := models.RoundExtension{ID: models.NewID(), RoundID: round.ID, ClosedBefore: before.ClosesAt, ClosesAt: closesAt, Reason: reason, CreatedAt: tx.Now}
	if a.SignedIn() {
		row.CreatedBy = &a.Person
	}
	if err := insertExtension(tx, &row); err != nil {
		return err
	}
	if err := moveReminders(tx, a, before, round); err != nil {
		return err
	}
	if _, err := s.tellThoseLeft(tx, round, roundLetter{Kind: letterExtended, Before: before.ClosesAt, Reason: reason}); err != nil {
		return err
	}
	return auditRound(tx, a, "round.extend", &before, &round, reason)
}

// RoundExtensions gives the deadlines of a round that were moved, the latest first.
// Whoever may see the round may see why it takes longer.
func (s *Service) RoundExtensions(ctx context.Context, a orgs.Actor, id uuid.UUID) ([]models.RoundExtension, error) {
	var rows []models.RoundExtension
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		_, err := s.Round(tx, a, id)
		if err == nil {
			rows, err = extensionsOf(tx, id)
		}
		return err
	})
	return rows, err
}
