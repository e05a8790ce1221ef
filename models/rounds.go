package models

import (
	"time"

	"github.com/google/uuid"
)

// RoundExtension is a deadline that was moved, and why.
type RoundExtension struct {
	ID           uuid.UUID `gorm:"primaryKey"`
	RoundID      uuid.UUID
	ClosedBefore time.Time
	ClosesAt     time.Time
	Reason       string
	CreatedBy    *uuid.UUID
	CreatedAt    time.Time
}

// RoundReminder is a time at which those who have not submitted are reminded by mail.
type RoundReminder struct {
	ID         uuid.UUID `gorm:"primaryKey"`
	RoundID    uuid.UUID
	RemindAt   time.Time
	SentAt     *time.Time
	Recipients int
	CreatedBy  *uuid.UUID
	CreatedAt  time.Time
}

// IndicatorChoice is an indicator that a municipality takes in or leaves out, and why.
type IndicatorChoice struct {
	ID          uuid.UUID `gorm:"primaryKey"`
	ResponseID  uuid.UUID
	IndicatorID uuid.UUID
	Chosen      bool
	Reason      string
	UpdatedBy   *uuid.UUID
	UpdatedAt   time.Time
}
