package surveys

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/edition"
)

// EditionCheck is an edition held against what the stored rows give today on the same
// basis. Changes tells where they differ: a statistic was corrected by its owner, or a
// definition's texts were.
type EditionCheck struct {
	Edition            int
	Audience           string
	Stored, Recomputed string // checksums
	Intact             bool   // the stored bytes have the stored checksum
	Same               bool   // byte for byte
	Changes            []edition.Change
}

// CheckEdition makes an edition again from the stored rows.
func (s *Service) CheckEdition(ctx context.Context, a orgs.Actor, roundID uuid.UUID, number int, audience string) (EditionCheck, error) {
	var c EditionCheck
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		row, err := s.editionFor(tx, a, roundID, number, audience)
		if err != nil {
			return err
		}
		round, err := roundByID(tx, roundID)
		if err != nil {
			return err
		}
		c, err = s.checkEdition(tx, round, row, audience)
		return err
	})
	return c, err
}

func (s *Service) checkEdition(tx *models.Tx, round models.Round, row models.RoundEdition, audience string) (EditionCheck, error) {
	stored, checksum := row.PublicDocument, row.PublicChecksum
	if audience == edition.Own {
		stored, checksum = row.OwnDocument, row.OwnChecksum
	}
	c := EditionCheck{Edition: row.Number, Audience: audience, Stored: checksum, Intact: edition.Checksum([]byte(stored)) == checksum, Changes: []edition.Change{}}
	again, checksum, err := s.document(tx, round, row, audience)
	if err != nil {
		return c, err
	}
	c.Recomputed, c.Same = checksum, again == stored
	if c.Same {
		return c, nil
	}
	was, err := edition.Parse(stored)
	if err != nil {
		return c, err
	}
	is, err := edition.Parse(again)
	if err == nil {
		c.Changes = edition.Changes(was, is)
	}
	return c, err
}

// CheckAllEditions makes every edition of every round again, for both readers.
func (s *Service) CheckAllEditions(ctx context.Context, each func(round string, c EditionCheck)) error {
	return s.db.Read(ctx, func(tx *models.Tx) error {
		rounds, err := roundsSeen(tx, viewer{all: true}, nil)
		if err != nil {
			return err
		}
		for _, round := range rounds {
			heads, err := roundEditions(tx, round.ID)
			if err != nil {
				return err
			}
			for _, head := range slices.Backward(heads) {
				row, err := roundEdition(tx, round.ID, head.Number)
				if err != nil {
					return err
				}
				for _, audience := range []string{edition.Own, edition.Public} {
					c, err := s.checkEdition(tx, round, row, audience)
					if err != nil {
						return err
					}
					each(round.Name, c)
				}
			}
		}
		return nil
	})
}

// refuseSame refuses an edition that would say what the newest one says.
func (s *Service) refuseSame(tx *models.Tx, round models.Round) error {
	list, err := roundEditions(tx, round.ID)
	if err != nil || len(list) == 0 {
		return err
	}
	before, err := roundEdition(tx, round.ID, list[0].Number)
	if err != nil {
		return err
	}
	basis, err := s.indicators.BasisNow(tx, round)
	if err != nil {
		return err
	}
	now := before
	now.Submissions, now.Shows, now.MadeAt = basis.Submissions, basis.Shows, basis.At
	for audience, stored := range map[string]string{edition.Own: before.OwnDocument, edition.Public: before.PublicDocument} {
		was, err := edition.Parse(stored)
		if err != nil {
			return err
		}
		text, _, err := s.document(tx, round, now, audience)
		if err != nil {
			return err
		}
		is, err := edition.Parse(text)
		if err != nil {
			return err
		}
		if len(edition.Changes(was, is)) > 0 {
			return nil
		}
	}
	return fault.New(fault.Conflict, "edition-same", "edition", before.Number)
}
