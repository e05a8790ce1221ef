package models

import (
	"time"

	"github.com/google/uuid"
)

// QuestionnaireVersion is a published set of questions, by goal. It never
// changes; Document is JSON.
type QuestionnaireVersion struct {
	ID          uuid.UUID `gorm:"primaryKey"`
	CatalogueID uuid.UUID
	Number      int
	Document    string
	PublishedAt time.Time
	// of a questionnaire that a region made; nil where a catalogue's indicators are asked as they are
	QuestionnaireID *uuid.UUID
	Edition         int // counts a questionnaire's versions, 0 without one
}

// Round is a time window in which the municipalities of a region answer one
// questionnaire version.
type Round struct {
	Base
	RegionID               uuid.UUID
	QuestionnaireVersionID uuid.UUID
	Name                   string
	Year                   int
	Method                 string
	State                  string
	OpensAt                time.Time
	ClosesAt               time.Time
	ClosedAt               *time.Time
	PublishedAt            *time.Time
	MadeUp                 bool   // demonstration figures; every page says so
	Cohort                 string // whom of the region it asks; empty: all members
	FourEyes               bool   // who answered may not approve alone
	Additions              string // JSON: what a municipality may take in beside the questionnaire, empty for nothing
}

// Addition is an indicator that a round offers beside its questionnaire, and the
// version of it that is asked.
type Addition struct {
	Code      string
	Goal      int
	Indicator uuid.UUID
	Version   uuid.UUID
}

// Response is one municipality's answers in one round. LeftOut are the goals
// it does not answer.
type Response struct {
	Base
	RoundID        uuid.UUID
	OrganisationID uuid.UUID
	State          string
	LeftOut        []int `gorm:"serializer:json"`
	Revision       int   // number of submitted revisions
	// the latest one that somebody has checked; 0: none
	CheckedRevision int
	Changes         int // of what is answered and chosen, counted; what is worked out from that is kept by it
	ReturnReason    string
	ApprovedBy      *uuid.UUID
	ApprovedAt      *time.Time
	LeftOutReasons  map[int]string `gorm:"serializer:json"` // by goal
	// the version it stays on, once it was moved; nil: the round's
	QuestionnaireVersionID *uuid.UUID
	// opened again by the council after the round froze; what is submitted then counts
	// from the next edition of the results on
	Correcting bool
}

// Answer is what a municipality says on one indicator, before it is submitted.
// Statistic* keep the figure it was filled in with.
type Answer struct {
	ID              uuid.UUID `gorm:"primaryKey"`
	ResponseID      uuid.UUID
	IndicatorID     uuid.UUID
	State           string // value, no_data, not_applicable, declined; empty while only prefilled
	Value           *float64
	Choice          string
	Parts           map[string]float64 `gorm:"serializer:json"`
	Reason          string
	Quality         string
	Source          string
	Comment         string
	StatisticID     *uuid.UUID
	StatisticValue  *float64
	StatisticYear   int
	StatisticSource string
	Origin          string // typed, statistics
	OverrideReason  string
	PriorityReason  string // why the municipality gives it priority; empty where it doesn't
	CaseNumber      string // of the council's case behind it
	Internal        bool   // source, comment and evidence are not for the public
	Version         int
	UpdatedBy       *uuid.UUID
	UpdatedAt       time.Time
}

// Submission is one submitted revision of a response: an immutable JSON
// document with its checksum.
type Submission struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	ResponseID     uuid.UUID
	RoundID        uuid.UUID
	OrganisationID uuid.UUID
	Revision       int
	Receipt        string
	Document       string
	Checksum       string
	ApprovedBy     *uuid.UUID
	ApprovedAt     *time.Time
	SubmittedBy    uuid.UUID
	SubmittedAt    time.Time
	Latest         bool
	NotChosen      string // JSON: ids of indicators of the questionnaire that it leaves out, empty for none
}
