package models

import (
	"time"

	"github.com/google/uuid"
)

// Solution is what a business offers. Indicators says which it moves, by how
// much and with what proof.
type Solution struct {
	Base
	OrganisationID uuid.UUID
	State          string
	Title          Text              `gorm:"serializer:json"`
	Summary        Text              `gorm:"serializer:json"`
	Description    Text              `gorm:"serializer:json"`
	Goals          []int             `gorm:"serializer:json"`
	Targets        []string          `gorm:"serializer:json"`
	Indicators     []IndicatorEffect `gorm:"serializer:json"`
	CPV            []string          `gorm:"column:cpv;serializer:json"`
	RegionIDs      []uuid.UUID       `gorm:"serializer:json"` // empty: everywhere
	TRL            int               `gorm:"column:trl"`
	MarketState    string
	PriceModel     string
	References     string `gorm:"column:reference_text"`
	Website        string
	ReturnReason   string
	SubmittedAt    *time.Time
	PublishedAt    *time.Time
	PublishedBy    *uuid.UUID
}

// IndicatorEffect is a claim that a solution moves an indicator.
type IndicatorEffect struct {
	Code   string
	Effect string
	Proof  string // measured, third_party, modelled, claimed
}

// Dismissal is one side's word that a match does not fit, with the reason.
type Dismissal struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	NeedID         uuid.UUID
	SolutionID     uuid.UUID
	OrganisationID uuid.UUID
	Reason         string
	CreatedBy      uuid.UUID
	CreatedAt      time.Time
}

// CPVCode is a code of the common procurement vocabulary with its official
// labels per language.
type CPVCode struct {
	Code   string `gorm:"primaryKey"` // eight digits
	Digit  string // official check digit
	Labels Text   `gorm:"serializer:json"`
	Search string // lower-case words of all labels
}

// TableName keeps the abbreviation whole.
func (CPVCode) TableName() string { return "cpv_codes" }
