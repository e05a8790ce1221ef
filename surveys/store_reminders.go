package surveys

import (
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

func insertExtension(tx *models.Tx, row *models.RoundExtension) error { return tx.G.Create(row).Error }

func extensionsOf(tx *models.Tx, roundID uuid.UUID) ([]models.RoundExtension, error) {
	var rows []models.RoundExtension
	err := tx.G.Where("round_id = ?", roundID).Order("created_at desc, id desc").Find(&rows).Error
	return rows, err
}

// remindersOf gives the reminders of a round, sent and to come, the earliest first.
func remindersOf(tx *models.Tx, roundID uuid.UUID) ([]models.RoundReminder, error) {
	var rows []models.RoundReminder
	err := tx.G.Where("round_id = ?", roundID).Order("remind_at, id").Find(&rows).Error
	return rows, err
}

// lastReminded is when a round reminded last; zero for never.
func lastReminded(tx *models.Tx, roundID uuid.UUID) (time.Time, error) {
	var rows []models.RoundReminder
	err := tx.G.Where("round_id = ? and sent_at is not null", roundID).Order("sent_at desc").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return time.Time{}, err
	}
	return *rows[0].SentAt, nil
}

func deleteUnsent(tx *models.Tx, roundID uuid.UUID) error {
	return tx.G.Where("round_id = ? and sent_at is null", roundID).Delete(&models.RoundReminder{}).Error
}

func insertReminders(tx *models.Tx, a orgs.Actor, round models.Round, times []time.Time) error {
	for _, at := range times {
		if err := saveReminder(tx, a, models.RoundReminder{RoundID: round.ID, RemindAt: at}); err != nil {
			return err
		}
	}
	return nil
}

// saveReminder writes a reminder that is new, or has been sent.
func saveReminder(tx *models.Tx, a orgs.Actor, row models.RoundReminder) error {
	if row.ID == uuid.Nil {
		row.ID, row.CreatedAt = models.NewID(), tx.Now
		if a.SignedIn() {
			row.CreatedBy = &a.Person
		}
		return tx.G.Create(&row).Error
	}
	return tx.G.Model(&models.RoundReminder{}).Where("id = ?", row.ID).Select("sent_at", "recipients").Updates(&row).Error
}

// due are the reminders whose time has come in an open round. One from before the
// round opened has missed its moment.
const due = "sent_at is null and remind_at <= ? and remind_at > o.opens_at and o.state = ?"

func roundsToRemind(tx *models.Tx) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	err := tx.G.Table("round_reminders r").Joins("join rounds o on o.id = r.round_id").Where(due, tx.Now, RoundOpen).
		Distinct("o.id").Order("o.id").Pluck("o.id", &ids).Error
	return ids, err
}

func remindersDue(tx *models.Tx, round models.Round) ([]models.RoundReminder, error) {
	var rows []models.RoundReminder
	err := tx.G.Table("round_reminders r").Select("r.*").Joins("join rounds o on o.id = r.round_id").Where(due, tx.Now, RoundOpen).
		Where("o.id = ?", round.ID).Order("r.remind_at, r.id").Find(&rows).Error
	return rows, err
}
