package needs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// candidate weighs what was found. Each part is its weight times a share from 0
// to 1:
//
//   - severity: mean of (100 - score) / 100 over the municipalities hit that have
//     a score, 0 where none has;
//   - breadth: municipalities hit / municipalities that responded;
//   - people: residents of those hit / residents of the region, as far as known;
//   - political: 0, until focus areas that a council has anchored are kept here;
//   - trend: municipalities hit that have fallen / those hit with a score in the
//     round before, 0 where there is none;
//   - readiness: see [readiness]; 0 for a new candidate.
func (r RuleSet) candidate(indicator uuid.UUID, list []Result, hits []Hit, g region) Candidate {
	gap, scored, fell, compared := 0.0, 0.0, 0.0, 0.0
	for _, h := range hits {
		if h.Score != nil {
			gap += 100 - *h.Score
			scored++
		}
		if h.Fell {
			fell++
		}
	}
	for _, result := range list {
		if result.Previous != nil && isHit(hits, result.Organisation) {
			compared++
		}
	}
	c := Candidate{Indicator: indicator, Code: list[0].Code, Hits: hits, People: share(peopleOf(hits), g.known)}
	c.Parts = map[string]float64{
		PartSeverity:  r.weight(PartSeverity) * share(gap, scored) / 100,
		PartBreadth:   r.weight(PartBreadth) * share(float64(len(hits)), float64(len(g.responded))),
		PartPeople:    r.weight(PartPeople) * c.People,
		PartPolitical: 0,
		PartTrend:     r.weight(PartTrend) * share(fell, compared),
		PartReadiness: 0,
	}
	c.Priority = r.sum(c.Parts)
	return c
}

// readiness is the part for what a joint purchase needs before it can begin:
// an owner (the contact), a date (the deadline) and a budget, a third each. The
// budget is not kept yet and counts 0.
func (r RuleSet) readiness(contact string, deadline models.Date) float64 {
	there := 0.0
	if contact != "" {
		there++
	}
	if deadline != "" {
		there++
	}
	return r.weight(PartReadiness) * there / 3
}

// sum adds the parts in the order of the weights, so that the same parts always
// give the same sum.
func (r RuleSet) sum(parts map[string]float64) float64 {
	sum := 0.0
	for _, w := range r.Weights {
		sum += parts[w.Key]
	}
	return sum
}

func isHit(hits []Hit, organisation uuid.UUID) bool {
	for _, h := range hits {
		if h.Organisation == organisation {
			return true
		}
	}
	return false
}

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}
