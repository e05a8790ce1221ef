package orgs

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

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

// errNotDone rolls back what a request did that was answered with a refusal.
var errNotDone = errors.New("the request was refused")

// Once makes a request happen one time. All that do writes under its context,
// and the answer it gives, are committed together; where do tells that the
// request was refused, nothing is. When the key has an answer already, that is
// given instead and nothing is done again; another operation or body under the
// same key is Invalid. Nil and no error mean that do's own answer is the one.
func (s *Service) Once(ctx context.Context, t OnceTicket, do func(context.Context) (OnceAnswer, bool)) (*OnceAnswer, error) {
	// What was done before shows when the key is stored; so the first request,
	// which is nearly every one, pays for one row and nothing else.
	refused := false
	err := s.db.Together(ctx, func(ctx context.Context, tx *models.Tx) error {
		answer, done := do(ctx)
		if refused = !done; refused {
			return errNotDone
		}
		return storeOnce(tx, t, answer)
	})
	// what a request that was repeated meets may be the key, or what the first did
	kind := fault.KindOf(err)
	if err == nil || !refused && kind != fault.Conflict && kind != fault.Stale {
		return nil, err
	}
	first, found := s.firstAnswer(ctx, t)
	if found == nil && first == nil && !refused {
		return nil, err
	}
	return first, found
}

// firstAnswer gives the answer that a key has; nil when it has none.
func (s *Service) firstAnswer(ctx context.Context, t OnceTicket) (*OnceAnswer, error) {
	var first *OnceAnswer
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		row, err := onceOf(tx, t)
		switch {
		case err != nil || row == nil:
			return err
		case row.Operation != t.Operation || row.BodyHash != t.BodyHash:
			return fault.New(fault.Invalid, "idempotency-key-reused")
		}
		first, err = storedAnswer(*row)
		return err
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
