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
}

// Absent is the observation of a value that is missing.
func Absent(why Missing) Observation { return Observation{Missing: why} }

// Result is the outcome of one observation on one scale.
type Result struct {
	Observation
	Method      MethodID
	SpecVersion string
	Code        string
	Goal        int
	Score       float64 // 0 to 100, unrounded; only where Scored
	Scored      bool
	Colour      Colour
	Imputed     bool // the score stands for a value that nobody observed

	level float64 // place between the thresholds, 0 to 3, where Colour is one of the four
}

// Band gives the band of the result's score.
func (r Result) Band() Band {
	if !r.Scored {
		return BandUnknown
	}
	return BandOf(r.Score)
}

// result fills in what every method has in common. A value that is not finite
// can't have been observed and counts as no data.
func (s *Scale) result(id MethodID, o Observation) Result {
	if o.Missing == Present && !finite(o.Value) {
		o.Missing = NoData
	}
	r := Result{
		Observation: o, Method: id, SpecVersion: s.spec.Version,
		Code: s.spec.Code, Goal: s.spec.Goal, Colour: Grey,
	}
	if o.Missing != Present {
		r.Value = 0
		return r
	}
	r.Score, r.Scored = s.Score(o.Value)
	r.Colour = s.Colour(o.Value)
	if s.coloured {
		r.level = s.level(o.Value)
	}
	return r
}
