package models

import (
	"github.com/google/uuid"
)

// Participation is a municipality's part in a region's rounds: from being told of
// them to its own decision. Cohort is the group that it starts with, empty where there are none.
type Participation struct {
	Base
	RegionID          uuid.UUID
	OrganisationID    uuid.UUID
	Cohort            string
	State             string
	InvitedOn         Date
	Outcome           string // of its own decision; empty before one
	DecisionBody      string
	DecidedOn         Date
	DecisionReference string
	Reason            string
	RecordedBy        *uuid.UUID
}

// CouncilDecision is what a regional council said of a matter. It never decides for a
// municipality.
type CouncilDecision struct {
	Base
	RegionID   uuid.UUID
	Outcome    string
	Body       string
	DecidedOn  Date
	Reference  string
	Text       string
	RecordedBy *uuid.UUID
}

// TeamMember is who does what in a municipality's team: a person with an account, or
// one who is named with an address.
type TeamMember struct {
	Base
	OrganisationID uuid.UUID
	Role           string
	PersonID       *uuid.UUID
	Name           string
	Email          string
	ValidFrom      Date
	ValidTo        Date
}

// Effort is time that a municipality has spent of its own.
type Effort struct {
	Base
	OrganisationID uuid.UUID
	RoundID        *uuid.UUID
	PersonID       *uuid.UUID
	SpentOn        Date
	Minutes        int
	Activity       string
	Note           string
}

// Judgement is a strength or a weakness that a municipality sees in itself. Goal is 0
// where it belongs to no goal alone; EndedOn is empty as long as it holds.
type Judgement struct {
	Base
	OrganisationID uuid.UUID
	Kind           string
	Goal           int
	Text           string
	Source         string
	JudgedOn       Date
	EndedOn        Date
	EndReason      string
	RecordedBy     *uuid.UUID
}
