package indicators

import (
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// LastImport gives when statistics were last imported; the zero time for never.
func (s *Service) LastImport(tx *models.Tx) (time.Time, error) {
	var last models.AuditEvent
	err := tx.G.Select("at").Where("object_kind = ?", statisticsKind).Order("at desc").Limit(1).Find(&last).Error
	return last.At, err
}

// Changes tells what may have changed since a day.
type Changes struct {
	since    time.Time
	observed map[uuid.UUID]bool // observations that were corrected
	members  map[uuid.UUID]bool // municipalities whose record was changed, such as what they publish
}

// ChangesSince reads what may have changed since the beginning of a day, in UTC.
func (s *Service) ChangesSince(tx *models.Tx, day time.Time) (*Changes, error) {
	c := &Changes{since: day, observed: map[uuid.UUID]bool{}, members: map[uuid.UUID]bool{}}
	for query, found := range map[string]map[uuid.UUID]bool{
		"select id from observations where changed_at >= ?":                            c.observed,
		"select id from organisations where kind = 'municipality' and updated_at >= ?": c.members,
	} {
		var ids []uuid.UUID
		if err := tx.G.Raw(query, day).Scan(&ids).Error; err != nil {
			return nil, err
		}
		for _, id := range ids {
			found[id] = true
		}
	}
	return c, nil
}

// Touch tells whether a cell of a view may show something else than it did before
// the day. It may say so of one that does not, and never keeps still of one that does.
func (c *Changes) Touch(v View, m Member, cell Cell) bool {
	switch {
	case c.members[m.ID], c.observed[cell.ObservationID], string(m.From) >= string(models.DateOf(c.since)):
		return true
	case v.Round != nil && (!v.Round.UpdatedAt.Before(c.since) || v.Round.PublishedAt != nil && !v.Round.PublishedAt.Before(c.since)):
		return true
	case cell.ObservationID == uuid.Nil:
		return false
	}
	return !made(cell.ObservationID).Before(c.since)
}

// made gives when a row was made, which its id tells to the millisecond.
func made(id uuid.UUID) time.Time {
	seconds, nanoseconds := id.Time().UnixTime()
	return time.Unix(seconds, nanoseconds)
}
