package models

import (
	"time"

	"github.com/google/uuid"
)

// Session is a signed-in browser. Token is the hash of what the cookie holds.
type Session struct {
	Token     string `gorm:"primaryKey"`
	PersonID  *uuid.UUID
	Data      []byte
	CreatedAt time.Time
	ExpiresAt time.Time
}

// LinkToken is a mailed link for one use: an invitation or a new password.
type LinkToken struct {
	ID        uuid.UUID `gorm:"primaryKey"`
	Kind      string
	TokenHash string
	PersonID  uuid.UUID
	CreatedAt time.Time
	ExpiresAt time.Time
	UsedAt    *time.Time
}

// Attempt counts tries under a key within a window of time.
type Attempt struct {
	Key        string `gorm:"primaryKey"`
	Count      int
	WindowEnds time.Time
}

// AuditEvent is one change: who did what to which record, and the difference
// as JSON. Rows are only ever added.
type AuditEvent struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	At             time.Time
	PersonID       *uuid.UUID
	OrganisationID *uuid.UUID
	RequestID      string
	Action         string
	ObjectKind     string
	ObjectID       string
	Difference     string
}

// IdempotencyKey keeps the first answer to a request that must not happen
// twice.
type IdempotencyKey struct {
	PersonID  uuid.UUID `gorm:"primaryKey"`
	Key       string    `gorm:"primaryKey"`
	Operation string
	BodyHash  string
	Status    int
	Header    string
	Body      []byte
	CreatedAt time.Time
}
