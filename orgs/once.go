package orgs

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// onceWait is how long a request that never ended keeps its key to itself.
const onceWait = time.Minute

// onceStored is how long storing an answer may take.
const onceStored = 5 * time.Second

// onceKept is how long a first answer is kept for repetitions.
const onceKept = 24 * time.Hour

// OnceTicket names one request that must not happen twice.
type OnceTicket struct {
	Person                   uuid.UUID
	Key, Operation, BodyHash string
}

// OnceAnswer is the first answer to it.
type OnceAnswer struct {
	Status            int
	ETag, ContentType string
	Body              []byte
}

// BeginOnce claims the key. It gives the first answer when there is one, nil
// when the caller may go on, and a Conflict while the first request still runs;
// another operation or body under the same key is Invalid.
func (s *Service) BeginOnce(ctx context.Context, t OnceTicket) (*OnceAnswer, error) {
	var first *OnceAnswer
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		row, found, err := claimOnce(tx, models.IdempotencyKey{
			PersonID: t.Person, Key: t.Key, Operation: t.Operation, BodyHash: t.BodyHash, Body: []byte{}, CreatedAt: tx.Now,
		})
		switch {
		case err != nil || !found:
			return err
		case row.Operation != t.Operation || row.BodyHash != t.BodyHash:
			return fault.New(fault.Invalid, "idempotency-key-reused")
		case row.Status != 0:
			first, err = storedAnswer(row)
			return err
		case tx.Now.Sub(row.CreatedAt) < onceWait:
			return fault.New(fault.Conflict, "request-in-progress")
		}
		return renewOnce(tx, row)
	})
	return first, err
}

func storedAnswer(row models.IdempotencyKey) (*OnceAnswer, error) {
	a := &OnceAnswer{Status: row.Status, Body: row.Body}
	var header [2]string
	if err := json.Unmarshal([]byte(row.Header), &header); err != nil {
		return nil, err
	}
	a.ETag, a.ContentType = header[0], header[1]
	return a, nil
}

// EndOnce stores the answer of a request that succeeded, and frees the key of
// one that did not, so that it can be tried again.
func (s *Service) EndOnce(ctx context.Context, t OnceTicket, a OnceAnswer, succeeded bool) error {
	// the client may have gone; the answer is kept all the same
	ctx, end := context.WithTimeout(context.WithoutCancel(ctx), onceStored)
	defer end()
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if !succeeded {
			return freeOnce(tx, t.Person, t.Key)
		}
		header, err := json.Marshal([2]string{a.ETag, a.ContentType})
		if err != nil {
			return err
		}
		return storeOnce(tx, models.IdempotencyKey{
			PersonID: t.Person, Key: t.Key, Status: a.Status, Header: string(header), Body: append([]byte{}, a.Body...),
		})
	})
}
