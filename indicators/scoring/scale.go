package scoring

import "math"

// Scale is a Spec that has been checked: every value can be scored on it. It
// is made by [NewScale] and never changes.
type Scale struct {
	spec Spec

	// The numbers below are turned so that more is better: a descending
	// indicator has them all with the opposite sign.
	sign               float64
	lower, optimum     float64
	red, yellow, green float64
	coloured           bool
	centred            bool
	middle             float64
}

// NewScale checks a Spec. A spec that no score can be computed from gives a
// *SpecError. Doubtful thresholds give warnings and a scale without colours.
func NewScale(spec Spec) (*Scale, []*SpecError, error) {
	if err := refuse(spec); err != nil {
		return nil, nil, err
	}
	s := &Scale{spec: spec, sign: 1}
	if spec.Optimum < spec.Lower {
		s.sign = -1
	}
	s.lower, s.optimum = s.sign*spec.Lower, s.sign*spec.Optimum
	if spec.Middle != nil {
		s.centred, s.middle = true, *spec.Middle
	}
	if spec.Green == nil || spec.Red == nil {
		return s, nil, nil
	}
	s.green, s.red = s.sign**spec.Green, s.sign**spec.Red
	s.yellow = s.green/2 + s.red/2
	if spec.Yellow != nil {
		s.yellow = s.sign * *spec.Yellow
	}
	doubts := s.doubts()
	s.coloured = len(doubts) == 0
	return s, doubts, nil
}

// refuse gives the first reason why no score can be computed.
func refuse(spec Spec) error {
	if spec.Goal < 1 || spec.Goal > 17 {
		return &SpecError{spec.Code, "goal", GoalOutOfRange}
	}
	for _, number := range []struct {
		field string
		value *float64
	}{
		{"lower", &spec.Lower}, {"optimum", &spec.Optimum}, {"green", spec.Green},
		{"yellow", spec.Yellow}, {"red", spec.Red}, {"middle", spec.Middle}, {"target", spec.Target}, {"factor", spec.LimitFactor},
	} {
		if number.value != nil && !finite(*number.value) {
			return &SpecError{spec.Code, number.field, NotFinite}
		}
	}
	if f := spec.LimitFactor; f != nil && !(*f > 0 && *f <= 1) {
		return &SpecError{spec.Code, "factor", FactorOutOfRange}
	}
	if spec.Basket != BasketBoth && spec.Basket != BasketScore && spec.Basket != BasketColour {
		return &SpecError{spec.Code, "basket", NoSuchBasket}
	}
	switch reach := spec.Optimum - spec.Lower; {
	case reach == 0:
		return &SpecError{spec.Code, "optimum", LowerEqualsOptimum}
	case !finite(100 * reach):
		return &SpecError{spec.Code, "optimum", RangeTooLarge}
	}
	return nil
}

// doubts lists thresholds that can't be meant as they stand. A threshold equal
// to a bound is sound.
func (s *Scale) doubts() []*SpecError {
	var list []*SpecError
	warn := func(field string, problem Problem) {
		list = append(list, &SpecError{s.spec.Code, field, problem})
	}
	for _, threshold := range []struct {
		field string
		value float64
	}{{"green", s.green}, {"red", s.red}} {
		if threshold.value < s.lower || threshold.value > s.optimum {
			warn(threshold.field, ThresholdOutsideBounds)
		}
	}
	if s.red > s.green {
		warn("red", RedBetterThanGreen)
	} else if s.yellow < s.red || s.yellow > s.green {
		warn("yellow", YellowNotBetween)
	}
	return list
}

// Spec gives what the scale was made from.
func (s *Scale) Spec() Spec { return s.spec }

// place turns a value so that more is better, in the scale's own unit.
func (s *Scale) place(x float64) float64 {
	if s.centred {
		x = math.Abs(x - s.middle)
	}
	return s.sign * x
}

// Score gives the unrounded score of a value, 0 to 100:
// 100·(x − lower)/(optimum − lower), held within the bounds (SDSN). It is
// false for a value that is not finite. It allocates nothing.
func (s *Scale) Score(x float64) (float64, bool) {
	if !finite(x) {
		return 0, false
	}
	return s.scoreAt(s.place(x)), true
}

func (s *Scale) scoreAt(p float64) float64 {
	switch {
	case p >= s.optimum:
		return 100
	case p <= s.lower:
		return 0
	}
	return min(100, 100*(p-s.lower)/(s.optimum-s.lower))
}

// unclamped is the score without its limits, for trends: an improvement far
// below the lower bound counts too. NaN and the infinities never come of it where
// the value is finite and not absurdly far away; the caller checks.
func (s *Scale) unclamped(x float64) float64 {
	return 100 * ((s.place(x) - s.lower) / (s.optimum - s.lower))
}

// ValueAt gives the value that has a score, for sources that publish the score
// and withhold the value. A score of 0 or 100 gives the bound itself, though the
// value may lie beyond it.
func (s *Scale) ValueAt(score float64) float64 {
	x := s.sign * (s.lower + score/100*(s.optimum-s.lower))
	if s.centred {
		x += s.middle
	}
	return x
}

// Colour gives the colour of a value by the thresholds, and NoColour where the
// scale has none. A value exactly on a threshold has the better colour.
func (s *Scale) Colour(x float64) Colour {
	if !finite(x) {
		return Grey
	}
	return s.colourAt(s.place(x))
}

func (s *Scale) colourAt(p float64) Colour {
	switch {
	case !s.coloured:
		return NoColour
	case p >= s.green:
		return Green
	case p < s.red:
		return Red
	case p >= s.yellow:
		return Yellow
	}
	return Orange
}

// levelAt places a value between the thresholds: lower 0, red 1, green 2,
// optimum 3, linear in between (SDSN, goal dashboards). The comparisons run
// from the best downwards, so that a threshold equal to a bound, or to the
// other threshold, never divides by zero. Only for scales with colours.
func (s *Scale) levelAt(p float64) float64 {
	switch {
	case p >= s.optimum:
		return 3
	case p >= s.green:
		return 2 + (p-s.green)/(s.optimum-s.green)
	case p >= s.red:
		return 1 + (p-s.red)/(s.green-s.red)
	case p > s.lower:
		return (p - s.lower) / (s.red - s.lower)
	}
	return 0
}

// finite is false for NaN and the infinities, whose difference to themselves is
// no number.
func finite(x float64) bool { return x-x == 0 } //nolint:gocritic // meant as it stands
