package orgs

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// SessionPerson is the key under which a session holds the person's id, as
// text. The store reads it, so that all sessions of a person can be ended.
const SessionPerson = "person"

// sessionStored marks a session that has a row. A session that was ended
// meanwhile must not come back with the save at the end of a request.
const sessionStored = "stored"

// SessionStore keeps sessions of scs in the table. It alone decides how long
// they live, by the service's clock; tokens are stored hashed.
type SessionStore struct{ db *models.DB }

// NewSessionStore makes a store on a database.
func NewSessionStore(db *models.DB) *SessionStore { return &SessionStore{db: db} }

// FindCtx gives the data of a session that is open, and notes that it is used.
// Where the request is Visiting, it reads the person behind it as well.
func (s *SessionStore) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	var row models.Session
	var renewed time.Time
	var found visitor
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		today := models.DateOf(tx.Now)
		err := tx.Ask(models.Question{Args: []any{today, today, HashToken(token), tx.Now},
			SQL: "select s.data, s.created_at, s.expires_at, " + visitorColumns + `
from sessions s left join people p on p.id = s.person_id and p.disabled_at is null` + visitorRoles + `
where s.token = ? and s.expires_at > ?` + visitorOrder,
			Read: func(rows models.Rows) error {
				for rows.Next() {
					if err := found.add(rows, &row.Data, &row.CreatedAt, &row.ExpiresAt); err != nil {
						return err
					}
				}
				return nil
			}})
		renewed = expiry(row.CreatedAt, tx.Now)
		return err
	})
	if err != nil || row.ExpiresAt.IsZero() {
		return nil, false, err
	}
	if v := visiting(ctx); v != nil {
		*v = found
		v.began = row.CreatedAt
	}
	if renewed.Sub(row.ExpiresAt) < sessionTouch {
		return row.Data, true, nil
	}
	return row.Data, true, s.db.Write(ctx, func(tx *models.Tx) error {
		return tx.G.Model(&models.Session{}).Where("token = ?", HashToken(token)).Update("expires_at", renewed).Error
	})
}

func expiry(created, now time.Time) time.Time {
	idle, end := now.Add(sessionIdle), created.Add(SessionLife)
	if idle.Before(end) {
		return idle
	}
	return end
}

// CommitCtx saves a session. The expiry that scs proposes is not used.
func (s *SessionStore) CommitCtx(ctx context.Context, token string, data []byte, _ time.Time) error {
	deadline, values, err := SessionCodec{}.Decode(data)
	if err != nil {
		return err
	}
	var personID *uuid.UUID
	if text, ok := values[SessionPerson].(string); ok {
		if id, err := uuid.Parse(text); err == nil {
			personID = &id
		}
	}
	_, stored := values[sessionStored]
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if stored {
			return tx.G.Model(&models.Session{}).Where("token = ?", HashToken(token)).Update("data", data).Error
		}
		values[sessionStored] = "yes"
		if data, err = (SessionCodec{}).Encode(deadline, values); err != nil {
			return err
		}
		if err := endOldest(tx, personID); err != nil {
			return err
		}
		return tx.G.Create(&models.Session{
			Token: HashToken(token), PersonID: personID, Data: data, CreatedAt: tx.Now, ExpiresAt: expiry(tx.Now, tx.Now),
		}).Error
	})
}

// endOldest makes room for one more session of a person.
func endOldest(tx *models.Tx, personID *uuid.UUID) error {
	if personID == nil {
		return nil
	}
	var tooMany []string
	err := tx.G.Model(&models.Session{}).Where("person_id = ?", *personID).
		Order("created_at desc, token").Offset(maxSessions-1).Limit(maxSessions).Pluck("token", &tooMany).Error
	if err != nil || len(tooMany) == 0 {
		return err
	}
	return tx.G.Where("token in ?", tooMany).Delete(&models.Session{}).Error
}

// DeleteCtx ends a session.
func (s *SessionStore) DeleteCtx(ctx context.Context, token string) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		return tx.G.Where("token = ?", HashToken(token)).Delete(&models.Session{}).Error
	})
}

// Find is FindCtx for callers without a context; scs wants it to be there.
func (s *SessionStore) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx for callers without a context.
func (s *SessionStore) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx for callers without a context.
func (s *SessionStore) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

func sessionsOf(tx *models.Tx, personID uuid.UUID) ([]models.Session, error) {
	var rows []models.Session
	err := tx.G.Where("person_id = ? and expires_at > ?", personID, tx.Now).Order("created_at desc").Find(&rows).Error
	return rows, err
}

func deleteSessionsOf(tx *models.Tx, personID uuid.UUID) error {
	return tx.G.Where("person_id = ?", personID).Delete(&models.Session{}).Error
}

func deleteOldSessions(tx *models.Tx) error {
	return tx.G.Where("expires_at <= ?", tx.Now).Delete(&models.Session{}).Error
}
