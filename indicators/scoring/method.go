package scoring

// MethodID names a method for good: it is stored with every result.
type MethodID string

// The methods. The first three score and are a [Method]; [Rank] and [Progress]
// are functions of their own, for they need the values of a whole group and of
// several years.
const (
	SDSN       MethodID = "sdsn"
	USCities   MethodID = "us-cities"
	U4SSC      MethodID = "u4ssc"
	RankID     MethodID = "rank"
	ProgressID MethodID = "progress"
)

// Stamp says which rules a result came about by. It is part of every result.
type Stamp struct {
	Method        MethodID
	MethodVersion string // changes whenever the same input could give another result
}

// The rules as they stand: for published methods the edition that is followed,
// for our own a number.
var (
	sdsnStamp     = Stamp{SDSN, "2021.1"}
	usCitiesStamp = Stamp{USCities, "2019.1"}
	u4sscStamp    = Stamp{U4SSC, "2022.1"}
	rankStamp     = Stamp{RankID, "1"}
	progressStamp = Stamp{ProgressID, "1"}
)

// Stamps gives all methods with their versions, those that score first.
func Stamps() []Stamp {
	return []Stamp{sdsnStamp, usCitiesStamp, u4sscStamp, rankStamp, progressStamp}
}

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

// Methods gives the methods that score, the default first.
func Methods() []Method { return []Method{sdsn{}, usCities{}, u4ssc{}} }

// ByID finds a method that scores by its name.
func ByID(id MethodID) (Method, bool) {
	for _, m := range Methods() {
		if m.ID() == id {
			return m, true
		}
	}
	return nil, false
}
