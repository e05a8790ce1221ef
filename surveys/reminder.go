package surveys

import (
	"fmt"
	"slices"
	"time"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// remindBefore is how many days before the last day those who have not submitted are
// reminded, where nobody has set other times.
var remindBefore = []int{14, 7, 1}

// remindHour is the hour of the day, in UTC, of those reminders: a morning in Europe.
const remindHour = 8

// remindAgainAfter is how long after a reminder a person may send another one.
const remindAgainAfter = 12 * time.Hour

// usualReminders gives the times of a round's reminders where nobody has set others:
// those that are still to come.
func usualReminders(round models.Round, now time.Time) []time.Time {
	last := round.ClosesAt.UTC()
	var times []time.Time
	for _, days := range remindBefore {
		at := time.Date(last.Year(), last.Month(), last.Day()-days, remindHour, 0, 0, 0, time.UTC)
		if at.After(now) && at.After(round.OpensAt) {
			times = append(times, at)
		}
	}
	return times
}

// reminderFaults checks times that a person sets: to come, and while the round is open.
func reminderFaults(round models.Round, times []time.Time, now time.Time) (faults []fault.Field) {
	for i, at := range times {
		path := fmt.Sprintf("times.%d", i)
		switch {
		case !at.After(now):
			faults = append(faults, fault.OnField(path, "reminder_past"))
		case !at.After(round.OpensAt) || !at.Before(round.ClosesAt):
			faults = append(faults, fault.OnField(path, "reminder_outside"))
		case slices.ContainsFunc(times[:i], at.Equal):
			faults = append(faults, fault.OnField(path, "repeated"))
		}
	}
	return faults
}

// moveReminders lets the reminders that were not sent follow a deadline that moves.
// Where none is left to come, the usual ones are set for the new one.
func moveReminders(tx *models.Tx, a orgs.Actor, before, after models.Round) error {
	by := after.ClosesAt.Sub(before.ClosesAt)
	if by == 0 {
		return nil
	}
	rows, err := remindersOf(tx, after.ID)
	if err != nil {
		return err
	}
	var times []time.Time
	for _, row := range rows {
		at := row.RemindAt.Add(by)
		if row.SentAt == nil && at.After(tx.Now) && at.After(after.OpensAt) {
			times = append(times, at)
		}
	}
	if len(times) == 0 && len(rows) > 0 {
		times = usualReminders(after, tx.Now)
	}
	return replaceReminders(tx, a, after, times)
}

// replaceReminders sets the times that are still to come anew.
func replaceReminders(tx *models.Tx, a orgs.Actor, round models.Round, times []time.Time) error {
	if err := deleteUnsent(tx, round.ID); err != nil {
		return err
	}
	return insertReminders(tx, a, round, times)
}
