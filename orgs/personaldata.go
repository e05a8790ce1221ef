package orgs

import (
	"context"
	"time"

	"loftet/models"
)

// PersonalData is all that is stored about somebody, but for secrets.
type PersonalData struct {
	Account     Account
	CreatedAt   time.Time
	DisabledAt  *time.Time
	Memberships []HeldRole
	Team        []HeldRole // parts in teams of municipalities; Role says which
	Sessions    []OpenSession
	Events      []PersonalEvent
}

// HeldRole is a role that somebody has or had.
type HeldRole struct {
	Organisation string
	Role         Role
	From, To     models.Date
}

// PersonalEvent is something that somebody did: to which record, and when. What
// stood in the record is the organisation's, not theirs.
type PersonalEvent struct {
	At     time.Time
	Action string
	Kind   string
	ID     string
}

// PersonalData gives the actor all that is stored about them.
func (s *Service) PersonalData(ctx context.Context, a Actor) (PersonalData, error) {
	var d PersonalData
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		who, err := person(tx, a.Person)
		if err != nil {
			return err
		}
		d.Account, d.CreatedAt, d.DisabledAt = *accountOf(who), who.CreatedAt, who.DisabledAt
		if d.Memberships, err = allRolesOf(tx, a.Person); err != nil {
			return err
		}
		if d.Team, err = allPartsOf(tx, who); err != nil {
			return err
		}
		open, err := sessionsOf(tx, a.Person)
		if err != nil {
			return err
		}
		for _, row := range open {
			d.Sessions = append(d.Sessions, OpenSession{CreatedAt: row.CreatedAt, ExpiresAt: row.ExpiresAt})
		}
		d.Events, err = eventsBy(tx, a.Person)
		return err
	})
	return d, err
}
