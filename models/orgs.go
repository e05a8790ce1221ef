package models

import (
	"time"

	"github.com/google/uuid"
)

// Organisation is a municipality, county, regional council, business,
// association or agency. A municipality's number is not its identity: numbers
// are dated rows of MunicipalityNumber.
type Organisation struct {
	Base
	Kind             string
	Name             string
	SortKey          string
	OrgNumber        *string
	Country          string
	Website          string
	Mailbox          string // role mailbox, shown as contact point
	Language         string // the body's own decision: nb, nn or neutral
	ComparisonGroup  string // such as a KOSTRA group
	Centrality       int    // class from 1, most central, to 6; 0 unknown
	Description      string
	PublishesFigures bool // a municipality that shows its own figures to the public
}

// MunicipalityNumber is an official number that an organisation has from a day
// until, not including, another day.
type MunicipalityNumber struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	OrganisationID uuid.UUID
	Country        string
	Number         string
	ValidFrom      Date
	ValidTo        Date
}

// NumberPredecessor says that a number took over from an earlier one.
type NumberPredecessor struct {
	Country     string `gorm:"primaryKey"`
	Number      string `gorm:"primaryKey"`
	Predecessor string `gorm:"primaryKey"`
}

// Population is the number of residents on 1 January of a year.
type Population struct {
	OrganisationID uuid.UUID `gorm:"primaryKey"`
	Year           int       `gorm:"primaryKey"`
	Residents      int
	Source         string
}

// Region is a set of municipalities that is looked at together: the members of
// a regional council, a county, a country.
type Region struct {
	Base
	Kind    string
	Name    string
	SortKey string
	Country string
	Code    string
	OwnerID *uuid.UUID // the organisation that runs rounds for it
}

// RegionMember is a municipality's place in a region, from a day until, not
// including, another day.
type RegionMember struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	RegionID       uuid.UUID
	OrganisationID uuid.UUID
	ValidFrom      Date
	ValidTo        Date
}

// Person is somebody with an account.
type Person struct {
	Base
	Name         string
	SortKey      string
	Email        string // lower case
	Language     string
	PasswordHash string // empty until the invitation is taken
	DisabledAt   *time.Time
}

// Membership is a role that a person has in an organisation, from a day until,
// not including, another day.
type Membership struct {
	ID             uuid.UUID `gorm:"primaryKey"`
	PersonID       uuid.UUID
	OrganisationID uuid.UUID
	Role           string
	ValidFrom      Date
	ValidTo        Date
	CreatedAt      time.Time
}
