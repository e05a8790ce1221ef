package orgs

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Change is one audited change of a record. Before and After are what the
// difference is made of; either may be nil.
type Change struct {
	Action string // such as "answer.save"
	Kind   string // of the record, such as "answer"
	ID     string
	Before any
	After  any
}

// Audit writes a change into the running transaction. Without an actor there
// is no write: it fails for the public.
func Audit(tx *models.Tx, a Actor, c Change) error {
	if !a.SignedIn() && a.System == "" {
		return fault.New(fault.Unauthenticated, "not-signed-in")
	}
	difference, err := json.Marshal(map[string]any{"before": c.Before, "after": c.After})
	if err != nil {
		return fmt.Errorf("audit %s: %w", c.Action, err)
	}
	event := models.AuditEvent{
		ID: models.NewID(), At: tx.Now, RequestID: a.RequestID, Action: c.Action,
		ObjectKind: c.Kind, ObjectID: c.ID, Difference: string(difference),
	}
	if a.SignedIn() {
		event.PersonID = &a.Person
	}
	if a.Org != uuid.Nil {
		event.OrganisationID = &a.Org
	}
	if a.System != "" {
		event.RequestID = "system:" + a.System
	}
	return insertAudit(tx, event)
}
