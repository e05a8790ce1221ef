package orgs

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// ParticipationEvent is one step of a municipality's way with a region's rounds: what
// was done, by whom, and how it stood afterwards.
type ParticipationEvent struct {
	At     time.Time
	By     string // name; empty where the service itself did it
	Action ParticipationAction
	State  ParticipationState
	Cohort string
	Decision
	Reason string
}

// SetsCohort is what the council does when it puts a municipality into a cohort, in
// whatever state.
const SetsCohort ParticipationAction = "cohort"

// ParticipationHistory gives what happened to a municipality's participation, oldest
// first. Its own people and the council see it; reasons and all.
func (s *Service) ParticipationHistory(ctx context.Context, a Actor, regionID, organisationID uuid.UUID) ([]ParticipationEvent, error) {
	var list []ParticipationEvent
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		if a.Scope == ScopeMunicipality && a.Org != organisationID {
			return fault.Missing()
		}
		if _, err := participation(tx, a, regionID, organisationID); err != nil {
			return err
		}
		row, err := participationRow(tx, regionID, organisationID)
		if err != nil || row.Version == 0 {
			return err
		}
		events, err := AuditOf(tx, "participation", row.ID.String())
		if err != nil {
			return err
		}
		var people []uuid.UUID
		for _, e := range events {
			if e.PersonID != nil {
				people = append(people, *e.PersonID)
			}
		}
		names, err := PersonNames(tx, people)
		if err != nil {
			return err
		}
		for _, e := range events {
			one, err := participationEvent(e)
			if err != nil {
				return err
			}
			if e.PersonID != nil {
				one.By = names[*e.PersonID]
			}
			list = append(list, one)
		}
		return nil
	})
	return list, err
}

// participationEvent reads what saveParticipation wrote.
func participationEvent(e models.AuditEvent) (ParticipationEvent, error) {
	var d struct{ After participationRecord }
	if err := json.Unmarshal([]byte(e.Difference), &d); err != nil {
		return ParticipationEvent{}, fmt.Errorf("read audit event %s: %w", e.ID, err)
	}
	r := d.After
	return ParticipationEvent{
		At: e.At, Action: ParticipationAction(e.Action[len(participationAction):]), State: r.State, Cohort: r.Cohort, Reason: r.Reason,
		Decision: Decision{Outcome: r.Outcome, Body: r.Body, On: r.DecidedOn, Reference: r.Reference},
	}, nil
}
