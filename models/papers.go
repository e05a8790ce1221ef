package models

import (
	"time"

	"github.com/google/uuid"
)

// Paper is an edition of a paper that is put before a council. Those of one SeriesID
// are editions of one paper. MunicipalityID is nil for the paper of a regional council.
// Figures and Texts are documents; Figures never change.
type Paper struct {
	Base
	OwnerID        uuid.UUID
	RegionID       uuid.UUID
	RoundID        uuid.UUID
	MunicipalityID *uuid.UUID
	SeriesID       uuid.UUID
	Edition        int
	Language       string
	Audience       string
	State          string
	FinishedAt     *time.Time
	PublishedAt    *time.Time
	Title          string
	Figures        string
	Texts          string
}

// RoundDecision is what a body said of the results of a round: the regional council, or
// a municipality for itself.
type RoundDecision struct {
	Base
	RoundID        uuid.UUID
	OrganisationID uuid.UUID
	Outcome        string
	Body           string
	CaseNumber     string
	DecidedOn      Date
	Text           string
	Public         bool
	RecordedBy     *uuid.UUID
}
