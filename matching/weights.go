package matching

import "loftet/models"

// The parts of a match, in the order in which they give reasons.
const (
	PartIndicator = "indicator"
	PartGoals     = "goals"
	PartCPV       = "cpv"
	PartWords     = "words"
	PartReadiness = "readiness"
	PartRegion    = "region"
)

// WeightSet is the numbers by which matches are scored. A change of any of them
// is a new Version.
type WeightSet struct {
	Version string
	Since   models.Date
	Weights []Weight
}

// Weight is a part's share of the score, before parts without data drop out. The
// weights sum to 1.
type Weight struct {
	Key   string
	Share float64
}

// Weights gives the set in force: section 4.3 of the domain description.
func Weights() WeightSet {
	return WeightSet{Version: "1", Since: "2026-01-01", Weights: []Weight{
		{PartIndicator, .15}, {PartGoals, .20}, {PartCPV, .30}, {PartWords, .20}, {PartReadiness, .10}, {PartRegion, .05},
	}}
}
