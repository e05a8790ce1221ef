package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// HandOver gives the sections that wait for one person of a municipality to another,
// as part of handing over all that they hold. It tells how many. What was out by link
// is in the hands of the other's account from now on, and the link is dead.
func (s *Service) HandOver(tx *models.Tx, a orgs.Actor, organisationID, from, to uuid.UUID) (int, error) {
	rows, err := assignmentsOfPerson(tx, from, organisationID)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	names, err := orgs.PersonNames(tx, []uuid.UUID{to})
	if err != nil {
		return 0, err
	}
	for _, row := range rows {
		before := row
		row.PersonID, row.Name, row.Email, row.TokenHash, row.TokenExpiresAt = &to, names[to], "", nil, nil
		if err := updateAssignment(tx, &row); err != nil {
			return 0, err
		}
		if err := auditAssignment(tx, a, "assignment.pass_on", &before, &row); err != nil {
			return 0, err
		}
	}
	return len(rows), nil
}
