package scoring

// Arrow is where an indicator or a goal is heading, by SDSN's method.
type Arrow string

// The arrows, from best to worst. NoArrow is where nothing can be said.
const (
	ArrowUp       Arrow = "up"       // on track, or at the target
	ArrowDiagonal Arrow = "diagonal" // moderately improving
	ArrowRight    Arrow = "right"    // stagnating
	ArrowDown     Arrow = "down"     // decreasing
	NoArrow       Arrow = ""
)

// Horizon is the year that targets are to be met.
const Horizon = 2030

// Span says between which years a trend is measured. First is the year it should
// start in; Last the year it should end in, 0 for the latest there is.
type Span struct{ First, Last int }

// TrendResult is the outcome of [Trend]. Scores are not held within 0 and 100.
type TrendResult struct {
	Stamp
	Code           string
	Goal           int
	Year0, Year1   int // of the values that were taken
	Score0, Score1 float64
	Target         float64 // score of the green threshold
	Arrow          Arrow
	Kept           bool    // the target is reached now and was at the start
	Place          float64 // 0 to 4 for [GoalTrend]; only with an arrow
}

// Trend gives the arrow of one indicator by SDSN's rule of 2021: the change a year
// between two scores, beside the change a year that leads to the green threshold
// in 2030. At the threshold or better is up, even when falling; otherwise falling
// is down, less than half of the needed pace right, less than all of it diagonal.
// A value is the one of the year that is asked for or the nearest within one year
// of it, at the start the earlier and at the end the later of two that are equally
// near. There is no arrow without two such values, or without a green threshold.
func Trend(scale *Scale, series []Observation, span Span) TrendResult {
	r := TrendResult{Stamp: sdsnStamp, Code: scale.spec.Code, Goal: scale.spec.Goal}
	first, ok := nearest(series, span.First, -1)
	if !ok || !scale.coloured {
		return r
	}
	last := first
	if span.Last == 0 {
		for _, o := range series {
			if o.Missing == Present && finite(o.Value) && o.Year > last.Year {
				last = o
			}
		}
	} else if last, ok = nearest(series, span.Last, 1); !ok {
		return r
	}
	if last.Year <= first.Year {
		return r
	}
	r.Year0, r.Year1 = first.Year, last.Year
	r.Score0, r.Score1 = scale.unclamped(first.Value), scale.unclamped(last.Value)
	r.Target = 100 * ((scale.green - scale.lower) / (scale.optimum - scale.lower))
	if !finite(r.Score0-r.Score1) || !finite(r.Target-r.Score0) {
		return TrendResult{Stamp: r.Stamp, Code: r.Code, Goal: r.Goal}
	}
	r.point(scale.place(first.Value) >= scale.green, scale.place(last.Value) >= scale.green)
	return r
}

// nearest finds the value of a year or, failing that, of the year before or after;
// prefer is the side that is looked at first.
func nearest(series []Observation, year, prefer int) (Observation, bool) {
	for _, wanted := range [...]int{year, year + prefer, year - prefer} {
		for _, o := range series {
			if o.Year == wanted && o.Missing == Present && finite(o.Value) {
				return o, true
			}
		}
	}
	return Observation{}, false
}

// point sets arrow and place; was and is tell whether the raw values are green.
func (r *TrendResult) point(was, is bool) {
	actual := (r.Score1 - r.Score0) / float64(r.Year1-r.Year0)
	needed := 0.0
	if r.Year0 < Horizon {
		needed = (r.Target - r.Score0) / float64(Horizon-r.Year0)
	}
	ratio := 0.0
	if needed > 0 {
		ratio = actual / needed
	}
	switch {
	case is && was:
		r.Arrow, r.Kept, r.Place = ArrowUp, true, 3
	case is:
		r.Arrow, r.Place = ArrowUp, 3+min(1, max(0, ratio-1))
	case actual < 0 && needed > 0:
		r.Arrow, r.Place = ArrowDown, max(0, 1+ratio)
	case actual < 0:
		r.Arrow, r.Place = ArrowDown, 0.5 // it was green: no pace to measure by
	case needed <= 0:
		return // it started in 2030 or later: no year is left to reach the target in
	case ratio < 0.5-tolerance:
		r.Arrow, r.Place = ArrowRight, 1+ratio/0.5
	case ratio < 1-tolerance:
		r.Arrow, r.Place = ArrowDiagonal, 2+max(0, ratio-0.5)/0.5
	default:
		r.Arrow, r.Place = ArrowUp, 3+min(1, max(0, ratio-1))
	}
}

// GoalTrendResult is the outcome of [GoalTrend].
type GoalTrendResult struct {
	Stamp
	Goal      int
	Arrow     Arrow
	Place     float64 // 0 to 4; only with an arrow
	Available int     // indicators with an arrow
	Total     int
}

// GoalTrend gives the arrow of a goal from the mean place of its indicators' arrows:
// under 1 down, under 2 right, under 3 diagonal, else up. Inside an arrow the place
// follows the pace in a straight line, and a target that is kept counts 3. SDSN
// publishes the scale but not how it is divided inside: this is our own definition,
// and agrees with about nine of ten arrows that it has published.
func GoalTrend(goal int, trends []TrendResult) GoalTrendResult {
	g := GoalTrendResult{Stamp: sdsnStamp, Goal: goal, Total: len(trends)}
	var places summands
	for i := range trends {
		if t := &trends[i]; t.Arrow != NoArrow {
			g.Available++
			places.add(t.Place)
		}
	}
	mean, ok := places.mean()
	if !ok {
		return g
	}
	g.Place = mean
	switch {
	case mean < 1-tolerance:
		g.Arrow = ArrowDown
	case mean < 2-tolerance:
		g.Arrow = ArrowRight
	case mean < 3-tolerance:
		g.Arrow = ArrowDiagonal
	default:
		g.Arrow = ArrowUp
	}
	return g
}
