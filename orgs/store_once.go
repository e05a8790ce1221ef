package orgs

import (
	"encoding/json"

	"loftet/models"
)

// storeOnce keeps the answer to a request under its key; a Conflict when there
// is one already.
func storeOnce(tx *models.Tx, t OnceTicket, a OnceAnswer) error {
	header, err := json.Marshal([2]string{a.ETag, a.ContentType})
	if err != nil {
		return err
	}
	return tx.G.Create(&models.IdempotencyKey{
		PersonID: t.Person, Key: t.Key, Operation: t.Operation, BodyHash: t.BodyHash,
		Status: a.Status, Header: string(header), Body: append([]byte{}, a.Body...), CreatedAt: tx.Now,
	}).Error
}

// onceOf gives what is kept under a key; nil when nothing is.
func onceOf(tx *models.Tx, t OnceTicket) (*models.IdempotencyKey, error) {
	var rows []models.IdempotencyKey
	err := tx.G.Where("person_id = ? AND key = ?", t.Person, t.Key).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// deleteOldOnce drops answers that nobody will ask for again.
func deleteOldOnce(tx *models.Tx) error {
	return tx.G.Where("created_at < ?", tx.Now.Add(-onceKept)).Delete(&models.IdempotencyKey{}).Error
}
