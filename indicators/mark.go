package indicators

import (
	"context"

	"github.com/google/uuid"

	"loftet/models"
)

// Mark names the state of all that a look at a region is made of: its rounds,
// targets and responses, its municipalities, the catalogues and the statistics.
// As long as it stays the same, and so does the day, the same question has the
// same answer. It never comes back: all that it counts only grows.
func (s *Service) Mark(ctx context.Context, regionID uuid.UUID) (string, error) {
	var mark string
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		mark, err = markOf(tx, regionID)
		return err
	})
	return mark, err
}
