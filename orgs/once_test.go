package orgs_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// TestAKeyWithoutAnAnswerIsFree: a server of an earlier version stored the key
// before it had the answer, and may do so while it is being replaced.
func TestAKeyWithoutAnAnswerIsFree(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		o := newOffice(t, db)
		ticket := orgs.OnceTicket{Person: models.NewID(), Key: "one", Operation: "submit", BodyHash: "b"}
		store(t, db, &models.IdempotencyKey{PersonID: ticket.Person, Key: ticket.Key, Operation: "other", BodyHash: "a",
			Body: []byte{}, CreatedAt: db.Clock.Now().AddDate(0, 0, -1)})
		given := orgs.OnceAnswer{Status: http.StatusCreated, ETag: `"3"`, ContentType: "application/json", Body: []byte("{}")}
		done := 0
		once := func(ticket orgs.OnceTicket, succeeds bool) (*orgs.OnceAnswer, error) {
			return o.Once(t.Context(), ticket, func(context.Context) (orgs.OnceAnswer, bool) { done++; return given, succeeds })
		}
		first, err := once(ticket, false)
		ok(t, err)
		if first != nil {
			t.Errorf("a request that is refused was answered %+v before", first)
		}
		first, err = once(ticket, true)
		ok(t, err)
		if first != nil || done != 2 {
			t.Errorf("done %d times, answered %+v", done, first)
		}
		dbtest.Clock(db).Add(23 * time.Hour) // from now on, not from when the other took the key
		ok(t, o.Sweep(t.Context()))
		first, err = once(ticket, true)
		ok(t, err)
		if diff := cmp.Diff(&given, first); diff != "" {
			t.Errorf("the answer is not kept: %s", diff)
		}
		ticket.BodyHash = "c"
		_, err = once(ticket, true)
		is(t, err, fault.Invalid, "idempotency-key-reused")
	})
}
