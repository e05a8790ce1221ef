package orgs

import (
	"time"

	"loftet/models"
)

func insertAudit(tx *models.Tx, event models.AuditEvent) error {
	return models.InsertAll(tx, []models.AuditEvent{event})
}

// AuditOf gives the changes of one record, oldest first.
func AuditOf(tx *models.Tx, kind, id string) ([]models.AuditEvent, error) {
	var events []models.AuditEvent
	err := tx.G.Where("object_kind = ? AND object_id = ?", kind, id).Order("at, id").Find(&events).Error
	return events, err
}

// AuditUntil gives the changes of several records of one kind up to and with a
// moment, oldest first.
func AuditUntil(tx *models.Tx, kind string, ids []string, until time.Time) ([]models.AuditEvent, error) {
	var events []models.AuditEvent
	err := tx.G.Where("object_kind = ? AND object_id in ? AND at <= ?", kind, ids, until).Order("at, id").Find(&events).Error
	return events, err
}

// AuditOfAll gives the changes of several records of these kinds, oldest first.
func AuditOfAll(tx *models.Tx, kinds, ids []string) ([]models.AuditEvent, error) {
	var events []models.AuditEvent
	err := tx.G.Where("object_kind in ? and object_id in ?", kinds, ids).Order("at, id").Find(&events).Error
	return events, err
}
