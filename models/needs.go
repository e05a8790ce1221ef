package models

import (
	"time"

	"github.com/google/uuid"
)

// Need is WHAT municipalities of a region need, never HOW. It begins as a
// candidate that the rule set found and is published by a person.
type Need struct {
	Base
	RegionID           uuid.UUID
	RoundID            *uuid.UUID
	IndicatorID        *uuid.UUID
	IndicatorVersionID *uuid.UUID // as the round's questionnaire pins it
	Goal               int
	Target             string
	State              string
	RuleVersion        string
	Priority           float64
	PriorityParts      map[string]float64 `gorm:"serializer:json"`
	Title              Text               `gorm:"serializer:json"`
	Fact               Text               `gorm:"serializer:json"`
	RootCauses         Text               `gorm:"serializer:json"`
	WantedEffect       Text               `gorm:"serializer:json"`
	Volume             Text               `gorm:"serializer:json"`
	Timeline           Text               `gorm:"serializer:json"`
	CPV                []string           `gorm:"column:cpv;serializer:json"`
	Contact            string
	Deadline           Date
	MinimumTRL         int `gorm:"column:minimum_trl"`
	RejectReason       string
	ConfirmedBy        *uuid.UUID
	PublishedVersion   int
	PublishedAt        *time.Time
	// What lists of published needs filter and sort by, as it stands in the
	// published version and not in the edits since.
	PublishedDeadline Date // 9999-12-31 where there is none
	PublishedPriority float64
	Search            string // lower-case words of all texts
}

// NeedMunicipality is a municipality behind a need with the figure that put it
// there.
type NeedMunicipality struct {
	NeedID         uuid.UUID `gorm:"primaryKey"`
	OrganisationID uuid.UUID `gorm:"primaryKey"`
	Role           string    // lead, joins, option, watching
	Because        string    // band, trend, priority
	ObservationID  *uuid.UUID
	Value          *float64
	Year           int
	Score          *float64
	Band           string
	Residents      int
}

// NeedVersion is a need as it was published: an immutable JSON document.
type NeedVersion struct {
	NeedID      uuid.UUID `gorm:"primaryKey"`
	Number      int       `gorm:"primaryKey"`
	Document    string
	PublishedBy uuid.UUID
	PublishedAt time.Time
}
