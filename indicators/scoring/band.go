package scoring

import "slices"

// Band is how far a score is from its aim, in the words of the rule set that
// finds needs. The cut-offs are the benchmark bands of U4SSC (United for Smart
// Sustainable Cities, Verification Manual 2022): 33, 66 and 95 per cent. A band
// belongs to no method.
type Band string

// The bands, from best to worst. BandUnknown is for what has no score.
const (
	BandAchieved Band = "achieved" // 95 and more
	BandNear     Band = "near"     // 66 to under 95
	BandBehind   Band = "behind"   // 33 to under 66
	BandFar      Band = "far"      // under 33
	BandUnknown  Band = ""
)

// tolerance absorbs what binary fractions do to decimal input: a score that is
// 33 by pen and paper must not fall below 33 in the fifteenth digit. It is far
// below anything that is published.
const tolerance = 1e-9

// BandRange is where a band begins and ends: From belongs to it, To to the next
// better one.
type BandRange struct {
	Band     Band
	From, To float64
}

var ranges = [...]BandRange{{BandAchieved, 95, 100}, {BandNear, 66, 95}, {BandBehind, 33, 66}, {BandFar, 0, 33}}

// Bands gives the ranges of the bands, from best to worst.
func Bands() []BandRange { return slices.Clone(ranges[:]) }

// BandOf gives the band of a score between 0 and 100.
func BandOf(score float64) Band {
	if !finite(score) {
		return BandUnknown
	}
	for i := range ranges {
		if score >= ranges[i].From-tolerance {
			return ranges[i].Band
		}
	}
	return BandFar
}
