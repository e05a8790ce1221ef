package surveys

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/edition"
)

// Notice is what one edition changed from the one before it: figure by figure, with the
// reason. Changes is empty where the first one is compared with nothing.
type Notice struct {
	Edition Edition
	Before  int
	Changes []edition.Change
}

// Notices gives what the published editions of a round have changed, the newest first,
// as everybody may read it, whoever asks: each is told from the public documents of two
// editions. Figures of municipalities that have withdrawn theirs since are left out.
func (s *Service) Notices(ctx context.Context, a orgs.Actor, roundID uuid.UUID) (RoundInfo, []Notice, error) {
	notices := []Notice{}
	var round RoundInfo
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		var err error
		if round, _, err = s.roundAndRight(tx, a, roundID); err != nil {
			return err
		}
		rows, err := roundEditions(tx, roundID)
		if err != nil {
			return err
		}
		rows = slices.DeleteFunc(rows, func(row models.RoundEdition) bool { return row.PublishedAt == nil })
		for i, row := range rows {
			if i == len(rows)-1 {
				break
			}
			changes, err := noticed(tx, rows[i+1], row)
			if err != nil {
				return err
			}
			row.MadeBy = nil
			notices = append(notices, Notice{Edition: Edition{RoundEdition: row, Newest: i == 0}, Before: rows[i+1].Number, Changes: changes})
		}
		return nil
	})
	return round, notices, err
}

// noticed tells what everybody may know of the change from one edition to another.
func noticed(tx *models.Tx, before, after models.RoundEdition) ([]edition.Change, error) {
	was, err := publicDocument(tx, before)
	if err != nil {
		return nil, err
	}
	is, err := publicDocument(tx, after)
	if err != nil {
		return nil, err
	}
	gone, err := withdrawnSince(tx, unique(slices.Concat(before.Shows, after.Shows)))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(edition.Changes(was, is), func(c edition.Change) bool {
		return c.Municipality != nil && slices.Contains(gone, c.Municipality.ID)
	}), nil
}

func publicDocument(tx *models.Tx, head models.RoundEdition) (edition.Document, error) {
	row, err := roundEdition(tx, head.RoundID, head.Number)
	if err != nil {
		return edition.Document{}, err
	}
	return edition.Parse(row.PublicDocument)
}

// EditionAfter gives the newest correction of a round's results that was made after a
// time, without its documents; nil where there is none. Of those that are not published
// it knows for who runs the round.
func (s *Service) EditionAfter(tx *models.Tx, roundID uuid.UUID, at time.Time, runs bool) (*models.RoundEdition, error) {
	rows, err := roundEditions(tx, roundID)
	for _, row := range rows {
		if row.Number > 1 && row.MadeAt.After(at) && (runs || row.PublishedAt != nil) {
			return &row, err
		}
	}
	return nil, err
}

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
