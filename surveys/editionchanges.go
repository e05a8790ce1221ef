package surveys

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

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
			changes, err := s.noticed(tx, rows[i+1], row)
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
func (s *Service) noticed(tx *models.Tx, before, after models.RoundEdition) ([]edition.Change, error) {
	changes, err := s.publicChanges(tx, before, after)
	if err != nil {
		return nil, err
	}
	gone, err := withdrawnSince(tx, unique(slices.Concat(before.Shows, after.Shows)))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(changes), func(c edition.Change) bool {
		return c.Municipality != nil && slices.Contains(gone, c.Municipality.ID)
	}), nil
}

// changesKept is how many changes a process keeps, some 300 bytes each.
const changesKept = 50_000

// publicChanges gives what two public documents tell. They are read once: those of a
// country are large, and a notice stands on a page that everybody opens.
func (s *Service) publicChanges(tx *models.Tx, before, after models.RoundEdition) ([]edition.Change, error) {
	key := [2]uuid.UUID{before.ID, after.ID}
	if known, ok := s.changed.Get(key); ok {
		return known, nil
	}
	was, err := publicDocument(tx, before)
	if err != nil {
		return nil, err
	}
	is, err := publicDocument(tx, after)
	if err != nil {
		return nil, err
	}
	changes := edition.Changes(was, is)
	s.changed.Put(key, changes, len(changes)+1)
	return changes, nil
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
