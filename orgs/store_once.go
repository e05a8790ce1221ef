package orgs

import (
	"encoding/json"

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
	stored := func(rows int64) error {
		if rows == 0 {
			return fault.New(fault.Conflict, "already-exists")
		}
		return nil
	}
	return tx.Later(`insert into idempotency_keys (person_id, key, operation, body_hash, status, header, body, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (person_id, key) do update set operation = excluded.operation, body_hash = excluded.body_hash,
  status = excluded.status, header = excluded.header, body = excluded.body, created_at = excluded.created_at
where idempotency_keys.status = 0`, stored,
		t.Person, t.Key, t.Operation, t.BodyHash, a.Status, string(header), append([]byte{}, a.Body...), tx.Now)
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
