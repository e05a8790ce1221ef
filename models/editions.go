package models

import (
	"time"

	"github.com/google/uuid"
)

// RoundEdition is the frozen results of a round, as the council sees them and as
// everybody does: the very bytes, with their SHA-256 in hexadecimal digits. Submissions
// and Shows, the municipalities that published their figures then, are what it was made
// of. Only PublishedAt ever changes, from nil, once.
type RoundEdition struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	RoundID        uuid.UUID
	Number         int
	Reason         string // of a correction; empty for the first one
	MadeAt         time.Time
	MadeBy         *uuid.UUID
	PublishedAt    *time.Time
	Submissions    []uuid.UUID `gorm:"serializer:json"`
	Shows          []uuid.UUID `gorm:"serializer:json"`
	OwnDocument    string
	OwnChecksum    string
	PublicDocument string
	PublicChecksum string
}
