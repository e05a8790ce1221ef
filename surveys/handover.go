package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// HandOver gives the sections that wait for one person of a municipality to another,
// as part of handing over all that they hold. It tells how many.
func (s *Service) HandOver(tx *models.Tx, a orgs.Actor, organisationID, from, to uuid.UUID) (int, error) {
	open, err := openAssignments(tx, organisationID, from)
	if err != nil {
		return 0, err
	}
	for _, row := range open {
		if err := giveAssignment(tx, row, to); err != nil {
			return 0, err
		}
		err := orgs.Audit(tx, a, orgs.Change{Action: "assignment.hand_over", Kind: "assignment", ID: row.ID.String(),
			Before: map[string]any{"person": from}, After: map[string]any{"person": to}})
		if err != nil {
			return 0, err
		}
	}
	return len(open), nil
}
