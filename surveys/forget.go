package surveys

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// Forget takes the names from what was over before a moment: from sections that went
// out by mailed link, and from evidence that was taken away. That they were there, and
// when, stays. Files that were handed in before it and answer nothing go too. It is
// called now and then.
func (s *Service) Forget(ctx context.Context, before time.Time) error {
	a := orgs.SystemActor("forget")
	return s.db.Write(ctx, func(tx *models.Tx) error {
		handed, err := overByLink(tx, before)
		if err != nil {
			return err
		}
		for _, row := range handed {
			if err := unnameAssignment(tx, a, row, orgs.RemovedPerson("nb"), "assignment.forget"); err != nil {
				return err
			}
		}
		removed, err := removedEvidence(tx, before)
		if err != nil {
			return err
		}
		for _, id := range removed {
			if err := unnameEvidence(tx, id); err != nil {
				return err
			}
			if err := orgs.Audit(tx, a, orgs.Change{Action: "evidence.forget", Kind: "attachment", ID: id.String()}); err != nil {
				return err
			}
		}
		return s.clearStray(tx, a, before)
	})
}

// clearStray takes away the files that answer nothing; the answers of their responses
// are held meanwhile.
func (s *Service) clearStray(tx *models.Tx, a orgs.Actor, before time.Time) error {
	stray, err := strayFiles(tx, before)
	if err != nil {
		return err
	}
	for _, file := range stray {
		if _, err := withRound(tx, file.ResponseID, true); err != nil {
			return err
		}
		still, err := isStray(tx, file)
		if err != nil {
			return err
		}
		if !still {
			continue
		}
		if err := removeAttachment(tx, file.ID); err != nil {
			return err
		}
		if err := auditAttachment(tx, a, evidenceTaken, file.Question, file, &file); err != nil {
			return err
		}
	}
	return nil
}

const releases = "assignment.release"

// Release takes back the sections that are out with somebody who is erased, and calls
// them by another name wherever they had one.
func (s *Service) Release(tx *models.Tx, a orgs.Actor, personID uuid.UUID, name string) error {
	rows, err := handedTo(tx, personID)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := unnameAssignment(tx, a, row, name, releases); err != nil {
			return err
		}
	}
	return nil
}

// Awaited gives those of some people whose link to a section is not forgotten yet.
func (s *Service) Awaited(tx *models.Tx, people []uuid.UUID) ([]uuid.UUID, error) {
	return withLink(tx, people)
}

// unnameAssignment takes name and address from a section that was handed out.
func unnameAssignment(tx *models.Tx, a orgs.Actor, row models.Assignment, name, action string) error {
	before := row
	row.Name, row.Email, row.TokenHash, row.TokenExpiresAt = name, "", nil, nil
	if action == releases && slices.Contains(outStates, AssignmentState(row.State)) {
		row.State, row.ClosedAt = string(AssignmentTakenBack), &tx.Now // nobody is there any more to answer it
	}
	if err := updateAssignment(tx, &row); err != nil {
		return err
	}
	return auditAssignment(tx, a, action, &before, &row)
}
