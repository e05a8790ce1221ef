package indicators

import (
	"cmp"
	"fmt"

	"github.com/google/uuid"

	"loftet/indicators/scoring"
	"loftet/models"
)

// scorer scores the figures of one round, or of one look at statistics: by one
// method, on the bounds of the catalogue and the targets of the round.
type scorer struct {
	method scoring.Method
	scales map[uuid.UUID]*scoring.Scale // by indicator; none where there are no bounds
	bounds map[uuid.UUID]Bounds
}

// newScorer fails for a method that does not exist and for bounds that nothing
// can be scored by, which creating a catalogue and setting a target refuse.
func newScorer(method string, indicators []Indicator, targets map[uuid.UUID]models.RoundTarget) (*scorer, error) {
	m, ok := scoring.ByID(scoring.MethodID(method))
	if !ok {
		return nil, fmt.Errorf("there is no scoring method %q", method)
	}
	s := &scorer{method: m, scales: map[uuid.UUID]*scoring.Scale{}, bounds: make(map[uuid.UUID]Bounds, len(indicators))}
	for _, in := range indicators {
		b := in.OwnBounds()
		if t, set := targets[in.ID]; set && !in.Scored() {
			b.apply(t)
		}
		s.bounds[in.ID] = b
		if !b.Scored() {
			continue
		}
		scale, _, err := scoring.NewScale(in.spec(b))
		if err != nil {
			return nil, fmt.Errorf("bounds of %s: %w", in.Code, err)
		}
		s.scales[in.ID] = scale
	}
	return s, nil
}

// OwnBounds gives what the catalogue itself says an indicator is scored by.
func (d Definition) OwnBounds() Bounds {
	return Bounds{Green: d.Green, Yellow: d.Yellow, Red: d.Red, Lower: d.Lower, Optimum: d.Optimum, Basis: cmp.Or(d.Basis, basisNone),
		ReferenceSet: d.ReferenceSet, ReferenceYear: d.ReferenceYear, Note: d.BoundsNote}
}

// apply takes the target of a round over the bounds of a catalogue that lacks
// lower or optimum. Thresholds of the catalogue stand where the target has none.
func (b *Bounds) apply(t models.RoundTarget) {
	b.Lower, b.Optimum = t.Lower, t.Optimum
	if t.Green != nil && t.Red != nil {
		b.Green, b.Yellow, b.Red = t.Green, nil, t.Red
	}
	b.Basis, b.ReferenceSet, b.ReferenceYear, b.Note = basisRegion, nil, 0, t.Reason
	b.TargetID, b.TargetVersion = &t.ID, t.Version
}

// spec gives what an indicator is scored by on bounds that score.
func (in Indicator) spec(b Bounds) scoring.Spec {
	spec := scoring.Spec{Code: in.Code, Goal: in.Goal, Version: in.CatalogueVersion,
		Lower: *b.Lower, Optimum: *b.Optimum, Green: b.Green, Yellow: b.Yellow, Red: b.Red}
	if in.Direction == directionMiddle {
		spec.Middle = in.Middle
	}
	return spec
}

const (
	basisRegion = "region"
	basisNone   = "none"
)

// result scores one figure.
func (s *scorer) result(scale *scoring.Scale, state string, value *float64, year int) scoring.Result {
	o := scoring.Observation{Missing: scoring.Missing(state), Year: year}
	if state == StateValue && value != nil {
		o.Missing, o.Value = scoring.Present, *value
	}
	return s.method.Result(scale, o)
}

// goal sums up one goal. The basket counts every indicator that is asked for in
// the goal, also those that nothing can be scored by.
func (s *scorer) goal(goal, basket int, results []scoring.Result) GoalCell {
	g := s.method.Goal(goal, basket, results)
	cell := GoalCell{Goal: goal, Colour: colourOf(g.Colour), Band: string(g.Band()),
		Available: g.Available, Total: g.Total, Covered: covers(g.Available, g.Total)}
	if g.Scored {
		cell.Score = &g.Score
	}
	return cell
}

// MinimumCoverage is the share of a goal's indicators that must have a score
// before the goal is compared with others.
const MinimumCoverage = 0.8

func covers(available, total int) bool {
	return total > 0 && float64(available) >= MinimumCoverage*float64(total)-1e-9
}

// colourOf shows what nobody has set thresholds for as grey.
func colourOf(c scoring.Colour) string {
	if c == scoring.NoColour {
		return string(scoring.Grey)
	}
	return string(c)
}

// BandOf gives the band of a score, or of a mean of scores.
func BandOf(score float64) string { return string(scoring.BandOf(score)) }
