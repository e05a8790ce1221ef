package orgs

import (
	"encoding/json"

	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

// storeOnce keeps the answer to a request under its key; a Conflict when there
// is one already. A row without an answer, which a server of an earlier version
// leaves while the two run side by side, gives way to it.
func storeOnce(tx *models.Tx, t OnceTicket, a OnceAnswer) error {
	header, err := json.Marshal([2]string{a.ETag, a.ContentType})
	if err != nil {
		return err
	}
	unanswered := clause.OnConflict{
		Columns:   []clause.Column{{Name: "person_id"}, {Name: "key"}},
		DoUpdates: clause.AssignmentColumns([]string{"operation", "body_hash", "status", "header", "body", "created_at"}),
		Where:     clause.Where{Exprs: []clause.Expression{clause.Expr{SQL: "idempotency_keys.status = 0"}}}}
	stored := tx.G.Clauses(unanswered).Create(&models.IdempotencyKey{
		PersonID: t.Person, Key: t.Key, Operation: t.Operation, BodyHash: t.BodyHash,
		Status: a.Status, Header: string(header), Body: append([]byte{}, a.Body...), CreatedAt: tx.Now,
	})
	if stored.Error == nil && stored.RowsAffected == 0 {
		return fault.New(fault.Conflict, "already-exists")
	}
	return stored.Error
}

// onceOf gives the row whose answer is kept under a key; nil when none is.
func onceOf(tx *models.Tx, t OnceTicket) (*models.IdempotencyKey, error) {
	var rows []models.IdempotencyKey
	err := tx.G.Where("person_id = ? AND key = ? AND status <> 0", t.Person, t.Key).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// deleteOldOnce drops answers that nobody will ask for again.
func deleteOldOnce(tx *models.Tx) error {
	return tx.G.Where("created_at < ?", tx.Now.Add(-onceKept)).Delete(&models.IdempotencyKey{}).Error
}
