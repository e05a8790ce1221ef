package scoring

import "math"

// ProgressStatus is how an indicator moves, by the method [Progress].
type ProgressStatus string

// The statuses, from best to worst. NoProgress is where nothing can be said.
const (
	TargetAchieved ProgressStatus = "achieved"
	ProgressOn     ProgressStatus = "on_track"
	ProgressSlow   ProgressStatus = "progress" // but it must go faster
	ProgressLittle ProgressStatus = "limited"
	Deteriorating  ProgressStatus = "deterioration"
	NoProgress     ProgressStatus = ""
)

// Pace is what a rate of change is measured in.
type Pace string

// The growth rate is the method's own. Where it is undefined (a zero or negative
// value) the linear rule takes its place.
const (
	PaceGrowth Pace = "growth"
	PaceLinear Pace = "linear"
)

// Years are the bounds of a progress: the first year that counts and the year the
// target is due.
type Years struct{ Base, Target int }

// DefaultYears are those of the 2030 Agenda.
var DefaultYears = Years{Base: 2015, Target: 2030}

// ProgressResult is the outcome of [Progress].
type ProgressResult struct {
	Stamp
	Status   ProgressStatus
	From, To Observation // the first and the last value that count
	Pace     Pace

	// Rate is the change a year, improvement positive: of PaceGrowth a share of
	// the value (0.015 is 1.5 %), of PaceLinear with a target units of the
	// indicator, without one a share of the distance between the bounds.
	Rate float64
	// Needed is the rate that reaches the target in time, and Ratio is Rate by
	// Needed; both only where HasRatio.
	Needed, Ratio float64
	HasRatio      bool
}

// Progress judges the observations of one indicator over the years as Statistics
// Canada and Open SDG do, after Eurostat: the compound annual growth rate from
// the first value in or after the base year to the latest one, beside the rate
// that the target asks for; without a target beside fixed rates. Where a growth
// rate has no meaning, since a value is not above zero, the change a year is
// taken instead and Pace says so. Missing values and those before the base year
// are left out; the order doesn't matter.
func Progress(scale *Scale, series []Observation, years Years) ProgressResult {
	r := ProgressResult{Stamp: progressStamp}
	for _, o := range series {
		if o.Missing != Present || !finite(o.Value) || o.Year < years.Base {
			continue
		}
		if r.From.Year == 0 || o.Year < r.From.Year {
			r.From = o
		}
		if r.To.Year == 0 || o.Year > r.To.Year {
			r.To = o
		}
	}
	if r.From.Year == r.To.Year {
		return r
	}
	first, last := scale.measured(r.From.Value), scale.measured(r.To.Value)
	if target := scale.spec.Target; target != nil {
		r.towards(scale, first, last, *target, years)
	} else {
		r.alone(scale, first, last)
	}
	if !finite(r.Rate) || !finite(r.Needed) || !finite(r.Ratio) {
		return ProgressResult{Stamp: progressStamp, From: r.From, To: r.To}
	}
	return r
}

// measured is what a value counts as: itself, or its distance from the middle.
func (s *Scale) measured(x float64) float64 {
	if s.centred {
		return math.Abs(x - s.middle)
	}
	return x
}

func growth(from, to float64, years int) float64 {
	return math.Pow(to/from, 1/float64(years)) - 1
}

// towards judges with a target, which is given as values are measured.
func (r *ProgressResult) towards(s *Scale, first, last, target float64, years Years) {
	span, due := r.To.Year-r.From.Year, years.Target-r.From.Year
	r.Pace = PaceLinear
	if first > 0 && last > 0 && target > 0 {
		r.Pace = PaceGrowth
		r.Rate = s.sign * growth(first, last, span)
	} else {
		r.Rate = s.sign * (last - first) / float64(span)
	}
	if s.sign*last >= s.sign*target {
		r.Status = TargetAchieved
		return
	}
	// Who stood at the target or better and no longer does falls back; no
	// rate leads there. After the due year none does either.
	if s.sign*first >= s.sign*target || r.Rate < 0 {
		r.Status = Deteriorating
		return
	}
	if due <= 0 {
		r.Status = ProgressLittle
		return
	}
	if r.Pace == PaceGrowth {
		r.Needed = s.sign * growth(first, target, due)
	} else {
		r.Needed = s.sign * (target - first) / float64(due)
	}
	r.Ratio, r.HasRatio = r.Rate/r.Needed, true
	r.Status = graded(r.Ratio, 0.95, 0.60)
}

// alone judges by the pace itself: 1.5 % a year and more is on track, 0.5 % some
// progress. Near a natural limit the factor makes both smaller.
func (r *ProgressResult) alone(s *Scale, first, last float64) {
	span := r.To.Year - r.From.Year
	if first > 0 && last > 0 {
		r.Pace, r.Rate = PaceGrowth, s.sign*growth(first, last, span)
	} else {
		r.Pace, r.Rate = PaceLinear, (last-first)/float64(span)/(s.spec.Optimum-s.spec.Lower)
	}
	factor := 1.0
	if s.spec.LimitFactor != nil {
		factor = *s.spec.LimitFactor
	}
	r.Status = graded(r.Rate, 0.015*factor, 0.005*factor)
}

// graded compares a rate with the two thresholds; on a threshold is better.
func graded(rate, on, some float64) ProgressStatus {
	switch {
	case rate >= on-tolerance:
		return ProgressOn
	case rate >= some-tolerance:
		return ProgressSlow
	case rate >= 0:
		return ProgressLittle
	}
	return Deteriorating
}
