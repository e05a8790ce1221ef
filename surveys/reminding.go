package surveys

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Reminders are the times at which a round reminds those who have not submitted, the
// earliest first.
type Reminders struct {
	Round RoundInfo
	Times []models.RoundReminder
	Usual []time.Time // that would be set where nobody chooses
	Left  int         // municipalities that have not submitted
}

// RoundReminders gives the reminders of a round. Only who runs the region sees them.
func (s *Service) RoundReminders(ctx context.Context, a orgs.Actor, id uuid.UUID) (Reminders, error) {
	var r Reminders
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		r, err = s.reminders(tx, a, id)
		return err
	})
	return r, err
}

func (s *Service) reminders(tx *models.Tx, a orgs.Actor, id uuid.UUID) (r Reminders, err error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return r, err
	}
	if r.Round, err = s.Info(tx, a, id); err != nil {
		return r, err
	}
	if !v.owns(r.Round.RegionID) {
		return r, fault.Missing()
	}
	r.Left, r.Usual = r.Round.Municipalities-r.Round.Submitted, usualReminders(r.Round.Round, tx.Now)
	r.Times, err = remindersOf(tx, id)
	return r, err
}

// SetReminders sets the times that are still to come, in place of those that were.
// Times that have passed are refused. IfVersion is the round's, which counts on.
func (s *Service) SetReminders(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, times []time.Time) (Reminders, error) {
	var set Reminders
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		round, err := s.ownRound(tx, a, id)
		if err != nil {
			return err
		}
		if round.Version != ifVersion {
			return s.staleReminders(tx, a, id)
		}
		if slices.Contains(finished, RoundState(round.State)) {
			return fault.New(fault.Conflict, "round-closed", "state", round.State)
		}
		for i := range times {
			times[i] = stored(times[i])
		}
		if faults := reminderFaults(round, times, tx.Now); len(faults) > 0 {
			return fault.InvalidFields(faults...)
		}
		if err := replaceReminders(tx, a, round, times); err != nil {
			return err
		}
		if err := s.saveRound(tx, a, &round); err != nil {
			return err
		}
		if err := orgs.Audit(tx, a, orgs.Change{Action: "round.reminders", Kind: "round", ID: id.String(), After: map[string]any{"times": times}}); err != nil {
			return err
		}
		set, err = s.reminders(tx, a, id)
		return err
	})
	return set, err
}

func (s *Service) staleReminders(tx *models.Tx, a orgs.Actor, id uuid.UUID) error {
	now, err := s.reminders(tx, a, id)
	if err != nil {
		return err
	}
	return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now}
}

// RemindNow reminds at once everybody who works with a response that was not
// submitted. It is refused for a while after any reminder.
func (s *Service) RemindNow(ctx context.Context, a orgs.Actor, id uuid.UUID) (Reminders, error) {
	var r Reminders
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		round, err := s.ownRound(tx, a, id)
		if err != nil {
			return err
		}
		if RoundState(round.State) != RoundOpen {
			return fault.New(fault.Conflict, "round-not-open", "state", round.State)
		}
		last, err := lastReminded(tx, id)
		if err != nil {
			return err
		}
		if again := last.Add(remindAgainAfter); again.After(tx.Now) {
			f := fault.New(fault.TooMany, "reminded-lately", "hours", int(remindAgainAfter.Hours()))
			f.RetryAfter = int(again.Sub(tx.Now).Seconds()) + 1
			return f
		}
		if s.mailing.Jobs == nil {
			f := fault.New(fault.Unavailable, "mail-unavailable")
			f.RetryAfter = 60
			return f
		}
		row := models.RoundReminder{RemindAt: tx.Now}
		if err := s.remind(tx, a, round, []models.RoundReminder{row}); err != nil {
			return err
		}
		r, err = s.reminders(tx, a, id)
		return err
	})
	return r, err
}

// RemindDue sends the reminders whose time has come, in rounds that are open. It is
// called now and then, by as many processes as there are: the round is held while its
// reminders are marked as sent, in the transaction that puts the letters into the
// queue. Several that are due at once, after the service was down, make one letter.
// It gives how many rounds reminded.
func (s *Service) RemindDue(ctx context.Context) (reminded int, err error) {
	var rounds []uuid.UUID
	err = s.db.Read(ctx, func(tx *models.Tx) (err error) {
		rounds, err = roundsToRemind(tx)
		return err
	})
	for _, id := range rounds {
		err = s.db.Write(ctx, func(tx *models.Tx) error {
			round, err := roundByID(tx, id, forUpdate)
			if err != nil {
				return err
			}
			due, err := remindersDue(tx, round)
			if err != nil || len(due) == 0 {
				return err // another process was faster
			}
			reminded++
			return s.remind(tx, orgs.SystemActor("remind-due"), round, due)
		})
		if err != nil {
			return reminded, fmt.Errorf("remind in round %s: %w", id, err)
		}
	}
	return reminded, err
}

// remind writes one letter to each, and marks all the reminders as sent.
func (s *Service) remind(tx *models.Tx, a orgs.Actor, round models.Round, due []models.RoundReminder) error {
	letters, err := s.tellThoseLeft(tx, round, roundLetter{Kind: letterReminder})
	if err != nil {
		return err
	}
	for _, row := range due {
		row.RoundID, row.SentAt, row.Recipients = round.ID, moment(tx.Now), letters
		if err := saveReminder(tx, a, row); err != nil {
			return err
		}
	}
	return orgs.Audit(tx, a, orgs.Change{Action: "round.remind", Kind: "round", ID: round.ID.String(), After: map[string]any{"letters": letters}})
}
