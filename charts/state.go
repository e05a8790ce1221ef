package charts

import "slices"

// State says how a figure came about, or why there is none.
type State string

// The states. The first three have a number, the others have none.
const (
	Confirmed     State = "confirmed"
	Unconfirmed   State = "unconfirmed" // filled in from statistics, not confirmed by the municipality
	Uncertain     State = "uncertain"   // an estimate, or of unknown quality
	NotAnswered   State = "not_answered"
	LeftOut       State = "left_out" // belongs to a goal that was left out on purpose
	NoData        State = "no_data"
	NotApplicable State = "not_applicable"
	Declined      State = "declined"
	Suppressed    State = "suppressed" // exists, but its owner shows it to nobody
	Withheld      State = "withheld"   // exists, but is not shown to this reader
	TooFew        State = "too_few"    // a score, such as a goal's, that too few figures stand behind
)

// states in the order of legends and counts.
var states = []State{Confirmed, Unconfirmed, Uncertain, NotAnswered, LeftOut, NoData, NotApplicable, Declined, Suppressed, Withheld, TooFew}

// HasNumber tells whether a value of this state carries a number.
func (s State) HasNumber() bool { return s == Confirmed || s == Unconfirmed || s == Uncertain }

// In is the state in words.
func (s State) In(lang Lang) string { return wordsOf(lang).states[s] }

// Band is the place of a score on the way to the target. An empty band means
// that the figure is not judged.
type Band string

// The bands, best first.
const (
	Achieved Band = "achieved"
	Near     Band = "near"
	Behind   Band = "behind"
	Far      Band = "far"
)

var bands = []Band{Achieved, Near, Behind, Far}

// Value is one figure. Number means something only when State has a number.
type Value struct {
	Number float64
	State  State
	Band   Band
}

// Reference is a line that figures are read against, such as the mean of a
// region or a threshold.
type Reference struct {
	Label string // a common noun with a capital, such as "Grensen for rødt"
	Value float64
}

func knownState(s State) bool { return slices.Contains(states, s) }
func knownBand(b Band) bool   { return b == "" || slices.Contains(bands, b) }
