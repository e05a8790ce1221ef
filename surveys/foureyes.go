package surveys

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// fourEyes keeps somebody who has written an answer from approving it, as long as
// somebody else of the municipality may approve. Where nobody else may, one person
// does both, and the receipt shows it.
func fourEyes(tx *models.Tx, a orgs.Actor, response models.Response) error {
	answers := map[uuid.UUID][]given{}
	if err := tx.Ask(askGiven([]uuid.UUID{response.ID}, answers)); err != nil {
		return err
	}
	own := slices.ContainsFunc(answers[response.ID], func(g given) bool { return g.by == a.Person })
	if !a.SignedIn() || !own {
		return nil
	}
	approvers, err := orgs.ActiveHolders(tx, response.OrganisationID, orgs.Approver)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(approvers, func(id uuid.UUID) bool { return id != a.Person }) {
		return fault.New(fault.Conflict, "own-answers")
	}
	return nil
}
