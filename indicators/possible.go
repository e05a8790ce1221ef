package indicators

import (
	"math"
	"slices"

	"loftet/indicators/catalogue"
	"loftet/internal/fault"
)

// largest is the greatest number of any indicator, on both sides of zero: the
// contract's limit of an answer, and far from where sums of figures overflow.
const largest = 1e15

// limits are the least and the greatest number that can be an answer.
func (d Definition) limits() (least, most float64) {
	least, most = -largest, largest
	if d.Min != nil {
		least = *d.Min
	}
	if d.Max != nil {
		most = *d.Max
	}
	return least, most
}

// Impossible gives what is wrong with a number, in the indicator's unit, that no
// answer can be, as a fault of its field; nil when it is possible. The same holds
// for what a person types and for open statistics.
func (d Definition) Impossible(value float64) *fault.Field {
	least, most := d.limits()
	var wrong fault.Field
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		wrong = fault.OnField("value", "number_required")
	case value < least:
		wrong = fault.OnField("value", "too_small", "min", least)
	case value > most:
		wrong = fault.OnField("value", "too_large", "max", most)
	default:
		return nil
	}
	return &wrong
}

// OddChange tells whether a value is more than half away from the one before it.
// From zero every change is boundless, so none is called odd; nor is that from no
// to yes.
func (d Definition) OddChange(was, value float64) bool {
	numeric := []catalogue.Type{catalogue.Percent, catalogue.Number, catalogue.Ratio, catalogue.Points}
	return slices.Contains(numeric, catalogue.Type(d.Type)) && was != 0 && math.Abs(value-was) > 0.5*math.Abs(was)
}

// WorstUsual gives the worst value that is usual: the lower bound, where it was read
// off how municipalities are spread. Bounds of law or nature say nothing of that.
func (d Definition) WorstUsual() (float64, bool) {
	if d.Basis != "reference_distribution" || d.Lower == nil || d.Direction == directionMiddle {
		return 0, false
	}
	return *d.Lower, true
}
