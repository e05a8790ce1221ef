package models

import (
	"time"

	"github.com/google/uuid"
)

// Assignment is a section of a response that was handed to a colleague: to a person
// with an account, or to an address whose link opens that section alone.
type Assignment struct {
	Base
	ResponseID     uuid.UUID
	Goal           int
	PersonID       *uuid.UUID
	Name           string
	Email          string
	Note           string
	Deadline       Date
	State          string
	CloseReason    string
	TokenHash      *string
	TokenExpiresAt *time.Time
	CreatedBy      *uuid.UUID
	AnsweredAt     *time.Time
	ClosedAt       *time.Time
}

// Attachment is evidence for an answer: a file or a link. A file that is taken away
// keeps its row, without its content.
type Attachment struct {
	ID          uuid.UUID `gorm:"primaryKey"`
	ResponseID  uuid.UUID
	IndicatorID *uuid.UUID
	Question    string
	Kind        string
	FileName    string
	MediaType   string
	Size        int
	Checksum    string
	Content     []byte
	Link        string
	Title       string
	CreatedBy   *uuid.UUID
	CreatedAt   time.Time
	RemovedAt   *time.Time
}
