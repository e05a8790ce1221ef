package matching

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Dismissal is one side's word that a match does not fit.
type Dismissal struct {
	NeedID, SolutionID uuid.UUID
	Reason             string
}

// Dismiss puts a match aside for the actor's organisation, with the reason; again
// gives a new reason. A business dismisses published needs for its own
// solutions; a council or municipality dismisses published solutions for the
// needs that it sees. The score stays as it is and the other side is not told.
func (s *Service) Dismiss(ctx context.Context, a orgs.Actor, in Dismissal) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		why, err := reasonOf(in.Reason)
		if err != nil {
			return err
		}
		solution, err := seen(tx, a, in.SolutionID)
		if err != nil {
			return err
		}
		if a.Scope == orgs.ScopeBusiness {
			_, err = s.needs.PublishedDocument(tx, in.NeedID)
		} else {
			_, err = s.needs.Draft(tx, a, in.NeedID)
			if err == nil && State(solution.State) != StatePublished {
				err = fault.Missing()
			}
		}
		if err != nil {
			return err
		}
		row := models.Dismissal{
			ID: models.NewID(), NeedID: in.NeedID, SolutionID: in.SolutionID, OrganisationID: a.Org,
			Reason: why, CreatedBy: a.Person, CreatedAt: tx.Now,
		}
		if err := putDismissal(tx, row); err != nil {
			return err
		}
		return orgs.Audit(tx, a, orgs.Change{Action: "match.dismiss", Kind: "match", ID: in.NeedID.String() + "/" + in.SolutionID.String(), After: row})
	})
}
