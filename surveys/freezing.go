package surveys

import (
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/edition"
)

// makeEdition freezes the results of a round that is held, as they are now, in its next
// edition. Everybody may read it at once where the round is published.
func (s *Service) makeEdition(tx *models.Tx, a orgs.Actor, round models.Round, reason string) (models.RoundEdition, error) {
	earlier, err := roundEditions(tx, round.ID)
	if err != nil {
		return models.RoundEdition{}, err
	}
	basis, err := s.indicators.BasisNow(tx, round)
	if err != nil {
		return models.RoundEdition{}, err
	}
	row := models.RoundEdition{ID: models.NewID(), RoundID: round.ID, Number: 1, Reason: reason, MadeAt: tx.Now,
		Submissions: basis.Submissions, Shows: basis.Shows}
	if len(earlier) > 0 {
		row.Number = earlier[0].Number + 1
	}
	if a.SignedIn() {
		row.MadeBy = &a.Person
	}
	if isPublished(round) {
		row.PublishedAt = moment(tx.Now)
	}
	if row.OwnDocument, row.OwnChecksum, err = s.document(tx, round, row, edition.Own); err != nil {
		return row, err
	}
	if row.PublicDocument, row.PublicChecksum, err = s.document(tx, round, row, edition.Public); err != nil {
		return row, err
	}
	if err := insertEdition(tx, &row); err != nil {
		return row, err
	}
	return row, orgs.Audit(tx, a, orgs.Change{Action: "round.edition", Kind: "round", ID: round.ID.String(), After: map[string]any{
		"edition": row.Number, "reason": reason, "own": row.OwnChecksum, "public": row.PublicChecksum}})
}

func isPublished(round models.Round) bool {
	return slices.Contains(doneRounds, RoundState(round.State))
}

// document writes the results of a round from the stored rows on the basis of an edition.
func (s *Service) document(tx *models.Tx, round models.Round, row models.RoundEdition, audience string) (text, checksum string, err error) {
	v, err := s.indicators.BasisView(tx, round, indicators.Basis{Submissions: row.Submissions, Shows: row.Shows, At: row.MadeAt}, audience == edition.Public)
	if err != nil {
		return "", "", err
	}
	body, err := edition.Of(v, edition.Head{Audience: audience, Number: row.Number, Reason: row.Reason, MadeAt: row.MadeAt}).Bytes()
	return string(body), edition.Checksum(body), err
}

// publishEdition lets everybody read the newest edition of a round. Each municipality
// that showed its own figures when it was made must do so still.
func (s *Service) publishEdition(tx *models.Tx, a orgs.Actor, round models.Round) error {
	list, err := roundEditions(tx, round.ID)
	if err != nil {
		return err
	}
	if len(list) == 0 { // it was frozen before editions were kept
		_, err := s.makeEdition(tx, a, round, "")
		return err
	}
	withdrawn, err := withdrawnSince(tx, list[0].Shows)
	switch {
	case err != nil:
		return err
	case len(withdrawn) > 0:
		return fault.New(fault.Conflict, "edition-figures-withdrawn")
	}
	return setEditionPublished(tx, list[0])
}

// withdrawnSince gives those of some municipalities that do not publish their figures
// any more.
func withdrawnSince(tx *models.Tx, shown []uuid.UUID) ([]uuid.UUID, error) {
	var gone []uuid.UUID
	for _, id := range shown {
		organisation, err := orgs.Organisation(tx, id)
		if err != nil {
			return nil, err
		}
		if !organisation.PublishesFigures {
			gone = append(gone, id)
		}
	}
	return gone, nil
}
