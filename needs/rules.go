package needs

import (
	"loftet/indicators"
	"loftet/models"
)

// The keys of the parts that a priority is the sum of.
const (
	PartSeverity  = "severity"
	PartBreadth   = "breadth"
	PartPeople    = "people"
	PartPolitical = "political"
	PartTrend     = "trend"
	PartReadiness = "readiness"
)

// Why a figure makes a municipality part of a candidate.
const (
	BecauseBand     = "band"     // behind or far
	BecauseTrend    = "trend"    // has fallen between two rounds
	BecausePriority = "priority" // the municipality itself gives it priority, with a reason
)

// reasons in the order in which they count: a municipality is hit for the first
// that holds.
var reasons = []string{BecauseBand, BecauseTrend, BecausePriority}

// RuleSet is the numbers by which candidates are found. A change of any of them
// is a new Version; needs keep the version that found them.
type RuleSet struct {
	Version               string
	Since                 models.Date
	ShareOfResponding     float64 // of the municipalities that responded, for a regional candidate
	MinimumMunicipalities int     // and at least so many
	PopulationShare       float64 // or so much of the region's population, in at least MinimumMunicipalities
	MinimumRegion         int     // municipalities that a region must have to be looked at
	MinimumResponding     float64 // share of them that must have responded
	MinimumCoverage       float64 // share of a goal's indicators that it needs for a goal score
	FallingPoints         float64 // fall of a score between two rounds that counts
	Weights               []Weight
}

// Weight is the most points that a part can give. The weights sum to 100.
type Weight struct {
	Key    string
	Points float64
}

// Rules gives the rule set in force.
//
// Candidates: section 4.2 of the domain description. No public source gives a
// number for "common to a region"; all of these are the service's own, shown to
// its users and open to change.
func Rules() RuleSet {
	return RuleSet{
		Version: "1", Since: "2026-01-01",
		ShareOfResponding: 0.3, MinimumMunicipalities: 2, PopulationShare: 0.25,
		MinimumRegion: 3, MinimumResponding: 0.5, MinimumCoverage: indicators.MinimumCoverage, FallingPoints: 5,
		Weights: []Weight{
			{PartSeverity, 30}, {PartBreadth, 20}, {PartPeople, 20},
			{PartPolitical, 15}, {PartTrend, 10}, {PartReadiness, 5},
		},
	}
}

// weight gives the most points of a part.
func (r RuleSet) weight(key string) float64 {
	for _, w := range r.Weights {
		if w.Key == key {
			return w.Points
		}
	}
	return 0
}

// Enough tells whether enough municipalities of a region have responded for
// what they have in common to be looked for.
func (r RuleSet) Enough(members, responding int) bool {
	return !r.tooSmall(members) && !r.tooFew(members, responding)
}

func (r RuleSet) tooSmall(members int) bool { return members < r.MinimumRegion }

func (r RuleSet) tooFew(members, responding int) bool {
	return float64(responding) < r.MinimumResponding*float64(members)-slack
}
