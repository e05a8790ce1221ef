package models

import (
	"time"

	"github.com/google/uuid"
)

// PlausibilityQuestion is asked of one submitted answer, with a reason. The
// municipality answers it by correcting or by standing by its figure.
type PlausibilityQuestion struct {
	Base
	ResponseID      uuid.UUID
	Revision        int        // that was asked about
	IndicatorID     *uuid.UUID // nil: about an own question
	Question        string     // its name
	Reason          string
	State           string // open, corrected, stood_by, withdrawn
	Reply           string // why the municipality stands by its figure
	AskedBy         *uuid.UUID
	AskedAt         time.Time
	SettledBy       *uuid.UUID // who corrected, stood by the figure or withdrew the question
	SettledAt       *time.Time
	SettledRevision int // that corrected it; 0 where none did
}

// Anchoring is a decision or an endorsement on record: administrative or political.
type Anchoring struct {
	Base
	ResponseID uuid.UUID
	Revision   int
	Level      string
	Body       string
	CaseNumber string
	DecidedOn  Date
	Text       string
	Link       string
	RecordedBy *uuid.UUID
}

// AnswerComment is what somebody of the municipality said to one answer while it was
// being made; done when it was seen to.
type AnswerComment struct {
	Base
	ResponseID  uuid.UUID
	IndicatorID *uuid.UUID
	Question    string
	Text        string
	State       string
	CreatedBy   *uuid.UUID
	DoneBy      *uuid.UUID
	DoneAt      *time.Time
}
