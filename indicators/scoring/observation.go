package scoring

// Missing is why there is no value. The reasons are kept apart to the last
// chart.
type Missing string

// The reasons. Present is none: there is a value.
const (
	Present       Missing = ""
	NotAnswered   Missing = "not_answered"
	NoData        Missing = "no_data"
	NotApplicable Missing = "not_applicable"
	Declined      Missing = "declined"
	Suppressed    Missing = "suppressed" // known to the source but withheld, mostly for privacy
)

// Observation is one value of one unit, or the reason why it is missing. Zero
// is a value.
type Observation struct {
	Value    float64
	Missing  Missing
	Year     int
	Revision string // of the answer or import it came from; carried to results

	// FromScore tells that the source withholds the value and publishes its
	// score: Value was worked back from it (see [Scale.ValueAt]).
	FromScore bool
}

// Absent is the observation of a value that is missing.
func Absent(why Missing) Observation { return Observation{Missing: why} }

// Result is the outcome of one observation on one scale.
type Result struct {
	Observation
	Stamp
	SpecVersion string
	Code        string
	Goal        int
	Score       float64 // 0 to 100, unrounded; only where Scored
	Scored      bool
	Colour      Colour
	Imputed     bool // the score stands for a value that nobody observed

	basket Basket

	level float64 // place between the thresholds, 0 to 3, where Colour is one of the four
}

// Band gives the band of the result's score.
func (r Result) Band() Band {
	if !r.Scored {
		return BandUnknown
	}
	return BandOf(r.Score)
}

// fill writes what every method has in common into r, over all that stood there.
// A value that is not finite can't have been observed and counts as no data.
func (s *Scale) fill(r *Result, by Stamp, o *Observation) {
	r.Observation, r.Stamp = *o, by
	r.SpecVersion, r.Code, r.Goal = s.spec.Version, s.spec.Code, s.spec.Goal
	r.Imputed, r.level, r.basket = false, 0, s.spec.Basket
	if r.Missing == Present && !finite(r.Value) {
		r.Missing = NoData
	}
	if r.Missing != Present {
		r.Value, r.Score, r.Scored, r.Colour = 0, 0, false, Grey
		return
	}
	p := s.place(r.Value)
	r.Score, r.Scored, r.Colour = s.scoreAt(p), true, s.colourAt(p)
	if s.coloured {
		r.level = s.levelAt(p)
	}
}

// fillAll fills one result per observation, each on the scale of its place.
func fillAll(into []Result, by Stamp, scales []*Scale, observed []Observation) {
	scales, observed = scales[:len(into)], observed[:len(into)]
	for i := range into {
		scales[i].fill(&into[i], by, &observed[i])
	}
}
