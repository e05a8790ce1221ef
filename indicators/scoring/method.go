package scoring

// MethodID names a method for good: it is stored with every result.
type MethodID string

// The methods.
const (
	SDSN     MethodID = "sdsn"
	USCities MethodID = "us-cities"
	U4SSC    MethodID = "u4ssc"
)

// Method is a published way from values to an index.
type Method interface {
	ID() MethodID

	// Version names the rules of the method. It changes when a result may come out
	// otherwise for the same observations and bounds.
	Version() string

	// Result gives score and colour of one observation. Allocates nothing.
	Result(scale *Scale, o Observation) Result

	// Results does the same for many: observed[i] on scales[i] into into[i]. All
	// three are equally long.
	Results(into []Result, scales []*Scale, observed []Observation)

	// Goal sums up the results of one goal for one unit; they must come from
	// Result, since a colour needs more than what is stored. The basket is the
	// number of indicators that belong to the goal, whether or not results
	// stand for them; a basket smaller than the results counts as their number.
	Goal(goal, basket int, results []Result) GoalResult

	// Index sums up the goals of one unit. Goals without any value belong
	// into the list too, for they count as missing.
	Index(goals []GoalResult) IndexResult

	// Fills tells whether a missing goal may be replaced by the mean of the
	// region (see [FillRegional]).
	Fills() bool
}

// Methods gives all methods, the default first.
func Methods() []Method { return []Method{sdsn{}, usCities{}, u4ssc{}} }

// ByID finds a method by its name.
func ByID(id MethodID) (Method, bool) {
	for _, m := range Methods() {
		if m.ID() == id {
			return m, true
		}
	}
	return nil, false
}
