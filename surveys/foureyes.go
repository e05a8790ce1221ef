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
// does both, and the receipt shows it. A round may do without.
func fourEyes(tx *models.Tx, a orgs.Actor, o opened) error {
	answers := map[uuid.UUID][]given{}
	if err := tx.Ask(askGiven([]uuid.UUID{o.response.ID}, answers)); err != nil {
		return err
	}
	own, err := ownAnswers(tx, a, o, answers[o.response.ID])
	if err == nil && own {
		err = fault.New(fault.Conflict, "own-answers")
	}
	return err
}

// ownAnswers tells whether four eyes keep the actor from approving.
func ownAnswers(tx *models.Tx, a orgs.Actor, o opened, answers []given) (bool, error) {
	wrote := slices.ContainsFunc(answers, func(g given) bool { return g.by == a.Person })
	if !o.round.FourEyes || !a.SignedIn() || !wrote {
		return false, nil
	}
	approvers, err := orgs.ActiveHolders(tx, o.response.OrganisationID, orgs.Approver)
	return slices.ContainsFunc(approvers, func(id uuid.UUID) bool { return id != a.Person }), err
}
