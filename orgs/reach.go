package orgs

import (
	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Reached is somebody who can be written to, in their own language.
type Reached struct {
	Name, Email, Language string
}

// Reachable gives for each organisation the people who hold one of the roles today
// and can sign in.
func Reachable(tx *models.Tx, organisations []uuid.UUID, roles ...Role) (map[uuid.UUID][]uuid.UUID, error) {
	found := map[uuid.UUID][]uuid.UUID{}
	if len(organisations) == 0 {
		return found, nil
	}
	rows, err := reachable(tx, organisations, roles, models.DateOf(tx.Now))
	for _, row := range rows {
		found[row.OrganisationID] = append(found[row.OrganisationID], row.PersonID)
	}
	return found, err
}

// Reach tells how to write to a person; false where the account is gone or disabled.
func Reach(tx *models.Tx, id uuid.UUID) (Reached, bool, error) {
	who, err := person(tx, id)
	switch {
	case fault.KindOf(err) == fault.NotFound && err != nil, err == nil && who.DisabledAt != nil:
		return Reached{}, false, nil
	case err != nil:
		return Reached{}, false, err
	}
	return Reached{who.Name, who.Email, who.Language}, true, nil
}
