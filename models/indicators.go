package models

import (
	"time"

	"github.com/google/uuid"
)

// Catalogue is a set of indicators: the common core (no region), or one that
// belongs to a region.
type Catalogue struct {
	ID        uuid.UUID `gorm:"primaryKey"`
	RegionID  *uuid.UUID
	Name      string
	Source    string
	Method    string // scoring method its bounds were made for
	CreatedAt time.Time
}

// Indicator is one measure of a catalogue. Its texts and bounds stand in
// IndicatorVersion, since they may change and old scores must stay explained.
type Indicator struct {
	ID          uuid.UUID `gorm:"primaryKey"`
	CatalogueID uuid.UUID
	Code        string
	Goal        int
	Target      string
	Position    int
}

// IndicatorVersion is an indicator as a version of its catalogue defines it:
// Definition is the whole definition as JSON.
type IndicatorVersion struct {
	ID               uuid.UUID `gorm:"primaryKey"`
	IndicatorID      uuid.UUID
	CatalogueVersion string
	Definition       string
	CreatedAt        time.Time
}

// RoundTarget is what the region that owns a round has set for an indicator
// that has no bounds or thresholds of its own, with the reason as JSON text
// per language.
type RoundTarget struct {
	Base
	RoundID     uuid.UUID
	IndicatorID uuid.UUID
	Lower       *float64
	Optimum     *float64
	Green       *float64
	Red         *float64
	Reason      Text `gorm:"serializer:json"`
}

// Observation is one figure of one municipality and year, or the reason why
// there is none. Statistics rows stand for themselves; rows from a response
// belong to one submission.
type Observation struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	IndicatorID    uuid.UUID
	OrganisationID uuid.UUID
	Year           int
	State          string // value, suppressed, no_data, not_applicable, declined
	Value          *float64
	Origin         string // statistics or response
	Source         string
	Quality        string
	Confirmed      bool   // a response row that a person stands by
	PriorityReason string // why the municipality gives it priority; empty where it doesn't
	SubmissionID   *uuid.UUID
	RoundID        *uuid.UUID
	Revision       int // statistics: how often the owner has changed the figure
	CreatedAt      time.Time
	ChangedAt      *time.Time // statistics: when the owner last changed the figure
}

// Score is what a method made of one observation. It names everything needed
// to compute it again.
type Score struct {
	ObservationID      uuid.UUID `gorm:"primaryKey"`
	SubmissionID       uuid.UUID
	RoundID            uuid.UUID
	OrganisationID     uuid.UUID
	IndicatorID        uuid.UUID
	IndicatorVersionID uuid.UUID
	RoundTargetID      *uuid.UUID
	TargetVersion      int
	Method             string
	Score              *float64
	Colour             string
	Band               string
	Imputed            bool
}

// GoalScore is what a method made of one goal's indicators in one submission.
type GoalScore struct {
	SubmissionID   uuid.UUID `gorm:"primaryKey"`
	Goal           int       `gorm:"primaryKey"`
	RoundID        uuid.UUID
	OrganisationID uuid.UUID
	Method         string
	Score          *float64
	Colour         string
	Available      int
	Total          int
}
