package resultset

import (
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// Set is what was read. Its lists keep the order of the files.
type Set struct {
	Indicators []Indicator
	Entities   []Entity
	Values     []Value
	Published  Published
}

// Indicator is a row of the codebook.
type Indicator struct {
	Code        string // as the codebook writes it
	Column      string // as the table of values writes it; empty where it has none
	Goal        int
	Target      string // such as "10.1"; empty where only the goal is named
	Name        string
	Description string
	Unit        string
	Year        int // the last year of a range
	Source      string
	Ascending   bool // more is better
	Lower       float64
	Optimum     float64
	Green       *float64
	Yellow      *float64
	Red         *float64
	Scale       *scoring.Scale
	line        int
}

// Entity is a unit of the table.
type Entity struct {
	Code, Name, Region string
	line               int
}

// Value is the raw value of an entity for an indicator by its Code. A blank
// field is there as missing for want of data.
type Value struct {
	Entity, Code string
	Observation  scoring.Observation
}

// Published is what the table says about scores, for cross-checks. All maps
// are by the entity's code first.
type Published struct {
	Scores map[string]map[string]float64 // by indicator code
	Goals  map[string]map[int]float64
	Index  map[string]float64
	Rank   map[string]int
}

// Report is what a reader should know about the set: Faults make it unusable,
// Warnings name what is left out or doubtful, Notes name codes that fitted only
// after a change.
type Report struct {
	csvtable.Findings
	Notes []csvtable.Fault
}

// Units gives the set in the form that scoring.Evaluate takes.
func (s Set) Units() []scoring.Unit {
	units := make([]scoring.Unit, len(s.Entities))
	place := make(map[string]int, len(s.Entities))
	for i, e := range s.Entities {
		units[i] = scoring.Unit{Code: e.Code, Region: e.Region, Observations: make(map[string]scoring.Observation)}
		place[e.Code] = i
	}
	for _, v := range s.Values {
		units[place[v.Entity]].Observations[v.Code] = v.Observation
	}
	return units
}

// Scales gives the indicators that have a column of values.
func (s Set) Scales() []*scoring.Scale {
	var scales []*scoring.Scale
	for _, indicator := range s.Indicators {
		if indicator.Column != "" {
			scales = append(scales, indicator.Scale)
		}
	}
	return scales
}
