package surveys

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// MoveAssignment takes a section that is out one step further: answered by the
// colleague, taken back or accepted by who may edit the response. Where it is there
// already, nothing happens.
func (s *Service) MoveAssignment(ctx context.Context, a orgs.Actor, id uuid.UUID, to AssignmentState, reason string) (Assignment, error) {
	return s.changeAssignment(ctx, a, id, func(tx *models.Tx, _ opened, row *models.Assignment) (action, letter string, err error) {
		if AssignmentState(row.State) == to {
			return "", "", nil
		}
		if err := mayMove(a, *row, to); err != nil {
			return "", "", err
		}
		row.State = string(to)
		if to == AssignmentAnswered {
			row.AnsweredAt = &tx.Now
			return "assignment.answered", letterAnswered, nil
		}
		row.CloseReason, row.ClosedAt = strings.TrimSpace(reason), &tx.Now
		row.TokenHash, row.TokenExpiresAt = nil, nil // the link is dead at once
		if to == AssignmentTakenBack {
			return "assignment.taken_back", letterTakenBack, nil
		}
		return "assignment.accepted", "", nil
	})
}

// RenewAssignment gives a colleague another deadline and note, and mails the section
// again: an earlier link stops working, and what was said to be done is under way
// once more. A stale version is a fault whose Current is an [Assignment].
func (s *Service) RenewAssignment(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, note string, deadline models.Date) (Assignment, error) {
	return s.changeAssignment(ctx, a, id, func(tx *models.Tx, o opened, row *models.Assignment) (action, letter string, err error) {
		if row.Version != ifVersion {
			current, err := shownAssignment(tx, a, *row)
			if err != nil {
				return "", "", err
			}
			return "", "", &fault.Fault{Kind: fault.Stale, Code: "stale", Current: current}
		}
		if !slices.Contains(outStates, AssignmentState(row.State)) {
			return "", "", fault.New(fault.Conflict, "assignment-state", "state", row.State)
		}
		if err := o.fits(deadline, tx.Now); err != nil {
			return "", "", err
		}
		row.Note, row.Deadline, row.TokenHash, row.TokenExpiresAt = strings.TrimSpace(note), deadline, nil, nil
		if row.State == string(AssignmentAnswered) {
			row.State, row.AnsweredAt = string(AssignmentStarted), nil
		}
		return "assignment.renew", letterHandedOver, nil
	})
}

// changeAssignment changes a section's row within a response of the actor's
// municipality that may still be edited. Change names what it did and the letter
// that tells of it; no name is no change.
func (s *Service) changeAssignment(ctx context.Context, a orgs.Actor, id uuid.UUID,
	change func(tx *models.Tx, o opened, row *models.Assignment) (action, letter string, err error),
) (Assignment, error) {
	var after Assignment
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := assignmentByID(tx, id)
		if err != nil {
			return err
		}
		o, err := s.hold(tx, a, row.ResponseID)
		if err != nil {
			return err
		}
		if row, err = assignmentByID(tx, id); err != nil { // as it is now that the response is held
			return err
		}
		if a.Section != nil && a.Section.Assignment != id {
			return fault.Missing()
		}
		if err := mayAct(a, o.situation(), Edit, ""); err != nil {
			return err
		}
		before := row
		action, letter, err := change(tx, o, &row)
		if err != nil {
			return err
		}
		if action != "" {
			if err := updateAssignment(tx, &row); err != nil {
				return err
			}
			if err := auditAssignment(tx, a, action, &before, &row); err != nil {
				return err
			}
			if err := s.tellOf(tx, row, letter); err != nil {
				return err
			}
		}
		after, err = shownAssignment(tx, a, row)
		return err
	})
	return after, err
}

// begun marks a section as started with its first answer since it was handed out.
func (o *opened) begun(tx *models.Tx, a orgs.Actor, goal int) error {
	row, out := o.handed[goal]
	if !out || row.State != string(AssignmentNotStarted) || !holds(a, row) {
		return nil
	}
	before := row
	row.State = string(AssignmentStarted)
	o.handed[goal] = row
	if err := startAssignment(tx, row.ID); err != nil {
		return err
	}
	return auditAssignment(tx, a, "assignment.start", &before, &row)
}

// assignmentRecord is what the audit keeps of a section that is out.
type assignmentRecord struct {
	Goal     int         `json:"goal"`
	Person   *uuid.UUID  `json:"person"`
	ByLink   bool        `json:"byLink"`
	State    string      `json:"state"`
	Deadline models.Date `json:"deadline"`
	Note     string      `json:"note,omitempty"`
	Reason   string      `json:"reason,omitempty"`
}

func auditAssignment(tx *models.Tx, a orgs.Actor, action string, before, after *models.Assignment) error {
	record := func(row *models.Assignment) *assignmentRecord {
		if row == nil {
			return nil
		}
		return &assignmentRecord{Goal: row.Goal, Person: row.PersonID, ByLink: row.Email != "", State: row.State,
			Deadline: row.Deadline, Note: row.Note, Reason: row.CloseReason}
	}
	return orgs.Audit(tx, a, orgs.Change{Action: action, Kind: "assignment", ID: after.ID.String(), Before: record(before), After: record(after)})
}
