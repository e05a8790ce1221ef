package charts

import (
	"fmt"
	"math"
	"slices"

	"loftet/internal/fault"
)

// Limits of what one picture can hold.
const (
	maxRows     = 1000
	maxColumns  = 40
	maxUnits    = 20000
	maxSeries   = 12
	maxLines    = 8 // reference lines
	maxDecimals = 9
)

// checker gathers what is wrong with an input, so that all of it is told at once.
type checker struct{ fields []fault.Field }

func (c *checker) bad(path, code string, params ...any) {
	c.fields = append(c.fields, fault.OnField(path, code, params...))
}

func (c *checker) number(path string, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		c.bad(path, "not_finite")
	}
}

// sound tells whether a value passes.
func sound(v Value) bool {
	return knownState(v.State) && knownBand(v.Band) && !math.IsNaN(v.Number) && !math.IsInf(v.Number, 0)
}

func (c *checker) value(path string, v Value) {
	if !knownState(v.State) {
		c.bad(path+".state", "unknown_value")
	}
	if !knownBand(v.Band) {
		c.bad(path+".band", "unknown_value")
	}
	c.number(path+".number", v.Number)
}

// valuesOf are as many values as there are columns, series or points.
func (c *checker) valuesOf(path string, values []Value, want int) {
	if len(values) != want {
		c.bad(path, "wrong_length", "want", want)
	}
	for i, v := range values {
		if !sound(v) { // the name of a place takes longer than the look at it
			c.value(fmt.Sprintf("%s.%d", path, i), v)
		}
	}
}

func (c *checker) atMost(path string, n, limit int) {
	if n > limit {
		c.bad(path, "too_many", "max", limit)
	}
}

func (c *checker) goal(path string, g int) {
	if g < 0 || g > 17 {
		c.bad(path, "unknown_value")
	}
}

func (c *checker) references(refs []Reference) {
	c.atMost("references", len(refs), maxLines)
	for i, r := range refs {
		c.number(fmt.Sprintf("references.%d.value", i), r.Value)
	}
}

func (c *checker) common(t Text, decimals int) {
	if !slices.Contains([]Lang{Bokmal, Nynorsk, English}, t.lang()) {
		c.bad("lang", "unknown_value")
	}
	c.choices(t.Choices)
	if t.N < 0 {
		c.bad("n", "negative")
	}
	if decimals < 0 || decimals > maxDecimals {
		c.bad("decimals", "out_of_range", "max", maxDecimals)
	}
}

// choices lie evenly apart, so that each has its place on an axis.
func (c *checker) choices(choices []Choice) {
	for i, x := range choices {
		path := fmt.Sprintf("choices.%d", i)
		c.number(path, x.Number)
		if len(choices) == 1 || i > 0 && x.Number == choices[i-1].Number || i > 1 && x.Number-choices[i-1].Number != choices[1].Number-choices[0].Number {
			c.bad(path, "not_even")
		}
	}
	c.atMost("choices", len(choices), maxParts)
}

func (c *checker) err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return fault.InvalidFields(c.fields...)
}
