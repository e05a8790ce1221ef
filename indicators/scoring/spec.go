package scoring

// Spec says how one indicator is scored, as a person or a codebook states it.
// All numbers are in the indicator's own unit; the direction follows from
// Lower and Optimum.
type Spec struct {
	Code    string
	Goal    int    // 1 to 17
	Version string // of the catalogue the numbers come from; carried to results

	Lower   float64 // the value that scores 0
	Optimum float64 // the value that scores 100

	// Green and Red are the thresholds of the colours: at or better than
	// Green is green, worse than Red is red. Yellow stands between them, by
	// default half-way. Without Green or Red there is no colour.
	Green, Yellow, Red *float64

	// Basket says what of its goal the indicator counts in. Only, where set, is
	// the group of units that it counts for at all: SDSN adds indicators that
	// are known for OECD members alone, to their colours and not to their scores.
	Basket Basket
	Only   string

	// Target is the value that [Progress] measures against, and LimitFactor, 0
	// to 1, what its thresholds are scaled by where the indicator nears a natural
	// limit. Without Target progress is judged by the pace alone.
	Target, LimitFactor *float64

	// Middle, where set, means that both sides of it are equally far from the
	// aim: a value counts as its distance from Middle, and the bounds and
	// thresholds are distances too. A share of women that is best at half has
	// Middle 50, Lower 50, Optimum 0.
	Middle *float64
}

// Basket says what an indicator counts in.
type Basket string

// By default an indicator counts in both.
const (
	BasketBoth   Basket = ""
	BasketScore  Basket = "score"
	BasketColour Basket = "colour"
)

// Problem is a stable name of what is wrong or doubtful in a Spec.
type Problem string

// What is refused (the first six) and what is only doubtful.
const (
	GoalOutOfRange     Problem = "goal-out-of-range"
	NotFinite          Problem = "not-finite"
	LowerEqualsOptimum Problem = "lower-equals-optimum"
	RangeTooLarge      Problem = "range-too-large"
	FactorOutOfRange   Problem = "factor-out-of-range"
	NoSuchBasket       Problem = "no-such-basket"

	ThresholdOutsideBounds Problem = "threshold-outside-bounds"
	RedBetterThanGreen     Problem = "red-better-than-green"
	YellowNotBetween       Problem = "yellow-not-between"
)

var problemText = map[Problem]string{
	GoalOutOfRange:         "the goal is not a number from 1 to 17",
	NotFinite:              "the number is not finite",
	LowerEqualsOptimum:     "lower and optimum are equal, so no score can be computed",
	RangeTooLarge:          "lower and optimum are too far apart to compute with",
	FactorOutOfRange:       "the factor is not above 0 and at most 1",
	NoSuchBasket:           "the basket is neither score, colour nor both",
	ThresholdOutsideBounds: "the threshold lies outside lower and optimum; the indicator gets a score but no colour",
	RedBetterThanGreen:     "red is better than green; the indicator gets a score but no colour",
	YellowNotBetween:       "yellow does not lie between red and green; the indicator gets a score but no colour",
}

// String explains the problem in English, for logs and the command line.
func (p Problem) String() string { return problemText[p] }

// SpecError says what is wrong or doubtful with one field of a Spec.
type SpecError struct {
	Code    string // of the indicator
	Field   string // such as "optimum"
	Problem Problem
}

// Error names code, field and reason.
func (e *SpecError) Error() string {
	return e.Code + ": " + e.Field + ": " + e.Problem.String()
}
