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
	answers, entries := map[uuid.UUID][]given{}, []models.Entry{}
	ids := []uuid.UUID{o.response.ID}
	if err := tx.Ask(askGiven(ids, answers), askEntries(ids, &entries)); err != nil {
		return err
	}
	own, err := ownAnswers(tx, a, o, answers[o.response.ID], entries)
	if err == nil && own {
		err = fault.New(fault.Conflict, "own-answers")
	}
	return err
}

// ownAnswers tells whether four eyes keep the actor from approving: an answer to an
// own question counts as any other.
func ownAnswers(tx *models.Tx, a orgs.Actor, o opened, answers []given, entries []models.Entry) (bool, error) {
	wrote := slices.ContainsFunc(answers, func(g given) bool { return g.by == a.Person }) ||
		slices.ContainsFunc(entries, func(e models.Entry) bool { return e.Value != "" && e.UpdatedBy != nil && *e.UpdatedBy == a.Person })
	if !o.round.FourEyes || !a.SignedIn() || !wrote {
		return false, nil
	}
	approvers, err := orgs.ActiveHolders(tx, o.response.OrganisationID, orgs.Approver)
	return slices.ContainsFunc(approvers, func(id uuid.UUID) bool { return id != a.Person }), err
}
