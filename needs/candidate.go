package needs

import (
	"bytes"
	"cmp"
	"math"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators/scoring"
)

// slack absorbs what binary fractions do to decimal input, as in package
// scoring.
const slack = 1e-9

// Standing is one municipality of the region.
type Standing struct {
	Organisation uuid.UUID
	Residents    *int // nil where nobody knows
	Responded    bool // has submitted its response in the round
}

// Result is what one municipality that responded got on one indicator of the
// basket. Score and Previous (in the round before) are 0 to 100, nil where there
// is none. Missing tells that the municipality gave no figure although the
// indicator applies to it, Prioritised that it gives the matter priority.
type Result struct {
	Organisation uuid.UUID
	Indicator    uuid.UUID
	Code         string
	Score        *float64
	Previous     *float64
	Missing      bool
	Prioritised  bool
}

// Hit is a municipality behind a candidate. Fell tells that it has fallen since
// the round before, whatever its band. Score is nil where the indicator has no
// bounds; only the municipality's own priority makes a hit there.
type Hit struct {
	Organisation uuid.UUID
	Because      string
	Fell         bool
	Score        *float64
	Residents    *int
}

// Candidate is an indicator on which municipalities of the region stand so that
// it may be a common need. Hits are in the order of their ids. Parts sum to
// Priority; all are unrounded.
type Candidate struct {
	Indicator uuid.UUID
	Code      string
	Priority  float64
	Parts     map[string]float64
	People    float64 // share of the region's known residents
	Hits      []Hit
}

// Gap is an indicator that municipalities which responded have no figure for. A
// gap in knowledge is never a need.
type Gap struct {
	Indicator uuid.UUID
	Code      string
	Missing   int
}

// Finding is what the rules make of a round.
type Finding struct {
	Members, Responding int
	TooSmall            bool // the region has too few municipalities to be looked at
	TooFew              bool // too few of them have responded
	Candidates          []Candidate
	Gaps                []Gap // in the order of their codes
}

// Find applies the rules. The same input gives the same output whatever its
// order. Results of municipalities that have not responded don't count.
func (r RuleSet) Find(members []Standing, results []Result) Finding {
	region := r.region(members)
	found := Finding{Members: len(members), Responding: len(region.responded)}
	found.TooSmall = r.tooSmall(found.Members)
	found.TooFew = r.tooFew(found.Members, found.Responding)
	byIndicator := map[uuid.UUID][]Result{}
	for _, result := range results {
		if region.responded[result.Organisation] {
			byIndicator[result.Indicator] = append(byIndicator[result.Indicator], result)
		}
	}
	for indicator, list := range byIndicator {
		// sums of floats depend on their order
		slices.SortFunc(list, func(a, b Result) int { return compareIDs(a.Organisation, b.Organisation) })
		if n := missing(list); n > 0 {
			found.Gaps = append(found.Gaps, Gap{Indicator: indicator, Code: list[0].Code, Missing: n})
		}
		if hits := r.hits(list, region); !found.TooSmall && !found.TooFew && r.common(hits, region) {
			found.Candidates = append(found.Candidates, r.candidate(indicator, list, hits, region))
		}
	}
	slices.SortFunc(found.Gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), compareIDs(a.Indicator, b.Indicator))
	})
	slices.SortFunc(found.Candidates, byPriority)
	return found
}

// byPriority puts the most urgent first; ties by people, breadth, code.
func byPriority(a, b Candidate) int {
	return cmp.Or(
		cmp.Compare(b.Priority, a.Priority),
		cmp.Compare(b.People, a.People),
		cmp.Compare(len(b.Hits), len(a.Hits)),
		cmp.Compare(a.Code, b.Code),
		compareIDs(a.Indicator, b.Indicator),
	)
}

// region is what is known of the municipalities together.
type region struct {
	responded map[uuid.UUID]bool
	residents map[uuid.UUID]*int
	known     float64 // residents of all whose number is known
	complete  bool    // the number is known for all
}

func (r RuleSet) region(members []Standing) region {
	g := region{responded: map[uuid.UUID]bool{}, residents: map[uuid.UUID]*int{}, complete: len(members) > 0}
	for _, m := range members {
		if m.Responded {
			g.responded[m.Organisation] = true
		}
		g.residents[m.Organisation] = m.Residents
		if m.Residents == nil {
			g.complete = false
			continue
		}
		g.known += float64(*m.Residents)
	}
	return g
}

// hits are the municipalities for which the indicator is a candidate at home:
// the band is behind or far, the score has fallen, or it gives it priority.
func (r RuleSet) hits(list []Result, g region) []Hit {
	var hits []Hit
	for _, result := range list {
		hit := Hit{Organisation: result.Organisation, Score: result.Score, Residents: g.residents[result.Organisation]}
		if result.Score != nil {
			hit.Fell = result.Previous != nil && *result.Previous-*result.Score >= r.FallingPoints-slack
			if band := scoring.BandOf(*result.Score); band == scoring.BandBehind || band == scoring.BandFar {
				hit.Because = BecauseBand
			}
		}
		if hit.Because == "" && hit.Fell {
			hit.Because = BecauseTrend
		}
		if hit.Because == "" && result.Prioritised && !result.Missing {
			hit.Because = BecausePriority
		}
		if hit.Because != "" {
			hits = append(hits, hit)
		}
	}
	return hits
}

// common tells whether enough municipalities, or enough of the population, are
// hit. The share of the population counts only where it is known for all.
func (r RuleSet) common(hits []Hit, g region) bool {
	if len(hits) < r.MinimumMunicipalities {
		return false
	}
	needed := math.Ceil(r.ShareOfResponding*float64(len(g.responded)) - slack)
	if float64(len(hits)) >= needed {
		return true
	}
	return g.complete && g.known > 0 && peopleOf(hits)/g.known >= r.PopulationShare-slack
}

func peopleOf(hits []Hit) float64 {
	sum := 0
	for _, h := range hits {
		if h.Residents != nil {
			sum += *h.Residents
		}
	}
	return float64(sum)
}

func missing(list []Result) int {
	n := 0
	for _, result := range list {
		if result.Missing {
			n++
		}
	}
	return n
}

func compareIDs(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }
